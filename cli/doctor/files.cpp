// What is read, and what is left out and why.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/doctor/patient.h"
#include "engine/left_out.h"

namespace ims {
namespace {

void tell_records(const Patient& patient, DoctorLines& lines) {
    if (patient.analysis == nullptr) return;
    const Analysis& analysis = *patient.analysis;
    std::size_t records = 0;
    for (const RecordId record : analysis.graph.all()) records += analysis.graph[record].built_in() ? 0 : 1;
    const std::string state =
        fmt::format("{} in {}", counted(records, "record"), counted(analysis.sources.own_size(), "file"));
    if (records > 0) lines.fine("records", state);
    else lines.mend("records", state, "look below for what is left out, or name another folder");
    if (const std::size_t broken = analysis.graph.broken_files(); broken > 0) {
        lines.mend("broken files", fmt::format("{} cannot be read, in whole or in part", counted(broken, "file")),
                   patient.line_of("ims check --select yaml") + " says why");
    }
}

void tell_as_it_should_be(const Patient& patient, const FoundFiles& found, DoctorLines& lines) {
    const auto tell = [&](const char* why, const std::vector<std::string>& names) {
        if (!names.empty()) lines.fine("left out", fmt::format("{}: {}", why, patient.listed(names)));
    };
    tell("git ignores it", found.ignored_by_git);
    tell("`ignore` in ims.yaml names it", found.ignored);
    tell("hidden", found.hidden);
    tell("has an ims.yaml of its own", found.other_systems);
}

void tell_links(const FoundFiles& found, DoctorLines& lines) {
    std::vector<std::string> links = found.left_out;
    for (const FoundFiles::Trouble& each : found.unreadable) {
        if (each.kind == FoundFiles::TroubleKind::leaves) links.push_back(each.path);
    }
    std::ranges::sort(links);
    for (const std::string& link : links) {
        lines.mend("left out", fmt::format("{}: this link leaves the folder", visible(link)),
                   "put what it leads to in here, or name the link under `ignore` in ims.yaml");
    }
}

}  // namespace

void look_at_files(const Patient& patient, DoctorLines& lines) {
    tell_records(patient, lines);
    if (!patient.found)
        return lines.mend("records", visible(patient.found.error().message()), "let this folder be read");
    const FoundFiles& found = *patient.found;
    tell_as_it_should_be(patient, found, lines);
    tell_links(found, lines);
    for (const std::string& path : found.misnamed)
        lines.mend("left out", fmt::format("{}: no name for a file of records", visible(path)),
                   visible(mend_misnamed(path, found.paths)));
}

}  // namespace ims
