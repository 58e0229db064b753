#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/run.h"
#include "cli/doctor/patient.h"
#include "schema/fields.h"

namespace ims {
namespace {

void tell_mistakes(const Patient& patient, const Settings& settings, DoctorLines& lines) {
    const std::string organisation = settings.organisation.empty() ? "no organisation" : visible(settings.organisation);
    std::vector<std::string> disciplines;
    for (const DisciplineInForce& each : settings.disciplines) disciplines.push_back(each.name);
    const std::string says =
        fmt::format("{}; {}", organisation,
                    disciplines.empty() ? "no discipline" : join_names(disciplines, Ticks::no, disciplines.size()));
    std::size_t errors = 0;
    if (patient.analysis != nullptr) {
        const auto is_mistake = [&](const Finding& finding) {
            return finding.grade == Grade::error && finding.span.file == settings.file;
        };
        errors = static_cast<std::size_t>(std::ranges::count_if(patient.analysis->findings, is_mistake));
    }
    if (errors == 0) return lines.fine("ims.yaml", says);
    lines.mend("ims.yaml", fmt::format("{}; {} in it", says, counted(errors, "error")),
               patient.line_of("ims check", "ims.yaml") + " tells what is wrong");
}

void tell_profile(const Patient& patient, const Settings& settings, DoctorLines& lines) {
    const RuleBook& book = patient.environment.rules.book();
    std::size_t inside = 0;
    std::vector<std::string> off;
    for (const RuleEntry& rule : book.entries()) {
        if (silence_of(rule, book, settings) == Silence::none) ++inside;
        if (!settings.grade(rule)) off.emplace_back(rule.name);
    }
    const std::size_t all = book.entries().size();
    lines.fine("profile", inside == all
                              ? fmt::format("{}: all {} rules are told", to_string(settings.profile), all)
                              : fmt::format("{}: {} of {} rules are told", to_string(settings.profile), inside, all));
    constexpr std::string_view kGrades[] = {"error", "high", "medium", "low", "never"};
    lines.fine("fail_on", settings.fail_on ? std::string(kGrades[static_cast<std::size_t>(*settings.fail_on)])
                                           : "error, since ims.yaml does not say");
    lines.fine("rules turned off", off.empty() ? "none" : patient.listed(off));
}

void tell_exceptions(const Analysis& analysis, DoctorLines& lines) {
    std::size_t all = 0;
    std::size_t over = 0;
    for (const RecordId id : analysis.graph.all()) {
        const RecordView record = analysis.graph[id];
        if (record.retired()) continue;
        for (const FieldView entry : record[fields::exceptions].children()) {
            const FieldView rule = entry[fields::exceptions.rule];
            if (!rule || rule.invalid()) continue;  // it accepts nothing
            ++all;
            const auto until = entry[fields::exceptions.until].date();
            if (until && *until < analysis.facts.today()) ++over;
        }
    }
    if (all == 0) return lines.fine("exceptions", "none");
    if (over == 0) return lines.fine("exceptions", fmt::format("{}", all), "`ims report exceptions` lists them");
    lines.fine("exceptions", fmt::format("{}, of which {} over", all, over == 1 ? "1 is" : fmt::format("{} are", over)),
               "`ims report exceptions` lists them");
}

}  // namespace

void look_at_settings(const Patient& patient, DoctorLines& lines) {
    if (patient.of_settings)
        return lines.mend(
            "ims.yaml",
            fmt::format("ims.yaml{}: {}", visible(patient.trouble->place), visible(patient.trouble->reason)),
            "mend it; until then nothing is checked");
    const Settings* const settings = patient.settings();
    if (settings == nullptr) return;
    tell_mistakes(patient, *settings, lines);
    tell_profile(patient, *settings, lines);
    if (patient.analysis != nullptr) tell_exceptions(*patient.analysis, lines);
}

}  // namespace ims
