#include <algorithm>

#include <fmt/format.h>

#include "assess/facts/grave_concerns.h"
#include "assess/performance/audits.h"
#include "assess/performance/audits_due.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::audit_gap {
namespace {

constexpr std::size_t kNotes = 4;

// Why an audit of what is missed does not count; empty where it does, or is none of what is missed.
std::string why_not(const RecordView& audit, DisciplineSet missed, const CheckContext& context) {
    const DisciplineSet served = context.facts.disciplines(audit.record());
    const AuditState state = audit_state(audit, context.today);
    if (served.empty()) {
        const bool counts = state == AuditState::done || is_expected(audit, context.today);
        return counts ? fmt::format("audit {} names no `disciplines`, and so counts for none", ticked(audit)) : "";
    }
    const DisciplineSet meant = served & missed;
    if (meant.empty()) return "";
    const auto day = [&](Field field) { return to_string(*audit[field].date()); };
    const std::string names = join_names(context.settings.names(meant), Ticks::no);
    if (state == AuditState::outdated)
        return fmt::format("last in {}: audit {}, done on {}", names, ticked(audit), day(fields::audit::done));
    if (state == AuditState::far_off)
        return fmt::format("in {}: audit {} is planned for {} only", names, ticked(audit), day(fields::audit::planned));
    if (state == AuditState::overdue) {
        return fmt::format("in {}: audit {} was planned for {} and not done", names, ticked(audit),
                           day(fields::audit::planned));
    }
    return "";
}

struct Gap {
    RecordView process;
    DisciplineSet missed;
    DisciplineSet grave;  // those in which it carries something grave
};

Grade grade_of(const Gap& gap, DisciplineSet among) {
    return (gap.missed & gap.grave & among).empty() ? Grade::medium : Grade::high;
}

void tell_process(const Gap& gap, DisciplineSet missed, const CheckContext& context, Reporter& report) {
    const RecordView& process = gap.process;
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.about(process, missed, process.id_span(),
                                fmt::format("no audit of process {} in {} is done or planned", ticked(process),
                                            join_names(names, Ticks::no, 12)));
    finding.grade(grade_of(gap, missed));
    if (const DisciplineSet grave = missed & gap.grave; !grave.empty())
        finding.note(fmt::format("it carries a high risk, a legal duty or a significant aspect of {}",
                                 join_names(context.settings.names(grave), Ticks::no, 12)));
    finding.note(fmt::format("looked for within the audit cycle of {}, back from today and ahead",
                             to_string(context.settings.audit_cycle)));
    std::size_t notes = 0;
    for (const RecordView& audit : audits_of(process)) {
        const std::string reason = why_not(audit, missed, context);
        if (!reason.empty() && ++notes <= kNotes) finding.note(reason);
    }
    finding.help(
        fmt::format("plan an audit for it, or let a planned one look at it too: `processes: [{}]` and "
                    "`disciplines: [{}]`",
                    visible(process.id()), fmt::join(names, ", ")));
}

// What audits nothing at all: it names no process or no discipline.
void tell_aimless(FindingBuilder& finding, const CheckContext& context) {
    std::size_t notes = 0;
    for (const RecordId id : context.graph.of_kind(kinds::audit)) {
        const RecordView audit = context.graph[id];
        if (!audit.active() || notes == kNotes) continue;
        const char* missing = !audit.has(fields::audit::processes)    ? "processes"
                              : context.facts.disciplines(id).empty() ? "disciplines"
                                                                      : nullptr;
        if (missing == nullptr) continue;
        finding.note(fmt::format("audit {} names no `{}`, and so counts for none", ticked(audit), missing));
        ++notes;
    }
}

// A discipline that is audited nowhere is one gap, not one for every process.
void tell_nowhere(DisciplineSet nowhere, const std::vector<Gap>& gaps, const CheckContext& context, Reporter& report) {
    const std::vector<std::string> names = context.settings.names(nowhere);
    std::vector<std::string_view> asked;
    for (const Gap& gap : gaps) {
        if (!(gap.missed & nowhere).empty()) asked.push_back(gap.process.id());
    }
    auto finding = report.whole(
        context.settings.disciplines[(*nowhere.begin()).index()].span,
        fmt::format("no process is audited in {}, and no audit is planned", join_names(names, Ticks::no, 12)));
    finding.about(context.settings, nowhere);
    const bool grave = std::ranges::any_of(gaps, [&](const Gap& gap) { return grade_of(gap, nowhere) == Grade::high; });
    finding.grade(grave ? Grade::high : Grade::medium);
    for (const Gap& gap : gaps) finding.cell(gap.process.record(), gap.missed & nowhere);
    finding.note(fmt::format("{}: {}", counted(asked.size(), "process waits for it", "processes wait for it"),
                             join_names(asked, Ticks::no)));
    finding.note(fmt::format("looked for within the audit cycle of {}, back from today and ahead",
                             to_string(context.settings.audit_cycle)));
    tell_aimless(finding, context);
    finding.help(
        fmt::format("plan an audit with `disciplines: [{}]` and these `processes`; one audit may look at many "
                    "of both",
                    fmt::join(names, ", ")));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::audit)) return;
    const std::vector<AuditCoverage> coverage = context.facts.audit_coverage();
    std::vector<Gap> gaps;
    DisciplineSet somewhere;
    std::vector<std::size_t> missing_in(context.settings.disciplines.size());
    for (std::size_t place = 0; place < coverage.size(); ++place) {
        const ProcessFacts& facts = context.facts.processes()[place];
        const DisciplineSet covered = coverage[place].done | coverage[place].expected;
        somewhere |= covered;
        const RecordView process = context.graph[facts.process];
        // An audit of the whole counts for its parts, and a process that was not read may lie between.
        if (process.has(fields::process::part_of) && context.graph.may_be_unread(kinds::process)) continue;
        const DisciplineSet due = audits_due_in(facts).without(covered);
        if (due.empty()) continue;
        const DisciplineSet grave = grave_disciplines(context.graph[facts.process], context.facts);
        const Grade grade = (due & grave).empty() ? Grade::medium : Grade::high;
        const DisciplineSet missed = report.excepted(process, due, grade);
        if (missed.empty()) continue;
        gaps.push_back({process, missed, grave});
        for (const Discipline discipline : missed) ++missing_in[discipline.index()];
    }
    DisciplineSet nowhere;
    for (const Discipline discipline : context.settings.in_force()) {
        if (!somewhere.has(discipline) && missing_in[discipline.index()] > 1) nowhere.add(discipline);
    }
    if (!nowhere.empty()) tell_nowhere(nowhere, gaps, context, report);
    for (const Gap& gap : gaps) {
        if (const DisciplineSet left = gap.missed.without(nowhere); !left.empty())
            tell_process(gap, left, context, report);
    }
}

}  // namespace ims::rules::audit_gap
