#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::nothing_in_force {
namespace {

// The processes that are not in force.
struct NotInForce {
    std::vector<RecordView> drafts;
    std::vector<RecordView> retired;
};

// "all 3 are drafts", "2 are drafts, 1 is retired"
std::string reason(const NotInForce& processes) {
    const auto one_kind = [](std::size_t count, const char* one, const char* all) {
        return count == 1 ? fmt::format("the only one is {}", one) : fmt::format("all {} are {}", count, all);
    };
    const std::size_t drafts = processes.drafts.size();
    const std::size_t retired = processes.retired.size();
    if (retired == 0 && drafts == 0) return "none is described";
    if (retired == 0) return one_kind(drafts, "a draft", "drafts");
    if (drafts == 0) return one_kind(retired, "retired", "retired");
    return fmt::format("{}, {}", counted(drafts, "is a draft", "are drafts"),
                       counted(retired, "is retired", "are retired"));
}

std::string help(const NotInForce& processes) {
    if (!processes.drafts.empty())
        return fmt::format(
            "begin with one that is worked by today, such as {}: take its line `status: draft` away, and see what is "
            "found then",
            ticked(processes.drafts.front()));
    return "describe one process that is worked by today, in a file of its own: `process: deliver`, `title: Deliver "
           "flowers`, `owner: ROLE`; then name it under `processes` in the records that concern it";
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    // A folder's own schemas may know no processes.
    if (graph.all().empty() || graph.may_be_unread(kinds::process) || !graph.schema()[kinds::process].of_records())
        return;
    NotInForce processes;
    for (const RecordId id : graph.of_kind(kinds::process)) {
        const RecordView process = graph[id];
        if (process.active()) return;
        (process.retired() ? processes.retired : processes.drafts).push_back(process);
    }
    const Settings& settings = context.settings;
    auto finding = report.whole(
        settings.disciplines.empty() ? graph[graph.settings_record()].id_span() : settings.disciplines.front().span,
        fmt::format("no process is in force: {}", reason(processes)));
    finding.about(settings, settings.in_force());
    if (!processes.drafts.empty()) finding.label(processes.drafts.front().id_span(), "a draft");
    finding
        .note(
            "so nothing that hangs on processes could be judged: who answers for what in which discipline, which "
            "risks they carry, what they need, when they were audited")
        .help(help(processes));
}

}  // namespace ims::rules::nothing_in_force
