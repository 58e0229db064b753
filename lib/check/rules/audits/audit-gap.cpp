#include <algorithm>
#include <vector>

#include "assess/facts/grave_concerns.h"
#include "assess/performance/audits.h"
#include "assess/performance/audits_due.h"
#include "check/discipline_words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::audit_gap {
namespace {

constexpr std::size_t kNotes = 4;
constexpr Template<RecordView> kNoDisciplines =
    "audit {} names no [[`disciplines`|discipline]], and so counts for none";
constexpr Template<RecordView> kNoProcesses = "audit {} names no [[`processes`|process]], and so counts for none";

constexpr Template<Duration> kLookedFor =
    "[[|audits were ]]looked for within the audit cycle of {}, back from today and ahead";

// Why an audit of what is missed does not count; empty where it does, or is none of what is missed.
Message why_not(const RecordView& audit, DisciplineSet missed, const CheckContext& context, Reporter& report) {
    const DisciplineSet served = context.facts.disciplines(audit.record());
    const AuditState state = audit_state(audit, context.today);
    if (served.empty()) {
        const bool counts = state == AuditState::done || is_expected(audit, context.today);
        return counts ? report.say(kNoDisciplines, audit) : Message();
    }
    const DisciplineSet meant = served & missed;
    if (meant.empty()) return {};
    const auto day = [&](Field field) { return *audit[field].date(); };
    if (state == AuditState::outdated)
        return report.say("last in {}: audit {}, done on {}", meant, audit, day(fields::audit::done));
    if (state == AuditState::far_off)
        return report.say("in {}: audit {} is planned for {} only", meant, audit, day(fields::audit::planned));
    if (state == AuditState::overdue)
        return report.say("in {}: audit {} was planned for {} and not done", meant, audit, day(fields::audit::planned));
    return {};
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
    auto finding = report.about(process, missed, process.id_span(),
                                "no audit of process {} in {:12} is done or planned", process, missed);
    finding.grade(grade_of(gap, missed));
    if (const DisciplineSet grave = missed & gap.grave; !grave.empty())
        finding.note(
            "[[it carries a high risk, a legal duty or a significant aspect of {0:12}|what it carries in {0:12} is "
            "grave: a high risk, a legal duty or a significant aspect]]",
            grave);
    finding.note(kLookedFor, context.settings.audit_cycle);
    std::size_t notes = 0;
    for (const RecordView& audit : audits_of(process)) {
        const Message reason = why_not(audit, missed, context, report);
        if (!reason.empty() && ++notes <= kNotes) finding.note(reason);
    }
    finding.help(
        "plan an audit for it, or let a planned one look at it too[[: `processes: [{}]` and `disciplines: [{:all}]`]]",
        plain(process), listed_by(Joined::by_commas, each_of(missed)));
}

// What audits nothing at all: it names no process or no discipline.
void tell_aimless(FindingBuilder& finding, const CheckContext& context) {
    std::size_t notes = 0;
    for (const RecordId id : context.graph.of_kind(kinds::audit)) {
        const RecordView audit = context.graph[id];
        if (!audit.active() || notes == kNotes) continue;
        if (!audit.has(fields::audit::processes)) finding.note(kNoProcesses, audit);
        else if (context.facts.disciplines(id).empty()) finding.note(kNoDisciplines, audit);
        else continue;
        ++notes;
    }
}

// A discipline that is audited nowhere is one gap, not one for every process.
void tell_nowhere(DisciplineSet nowhere, const std::vector<Gap>& gaps, const CheckContext& context, Reporter& report) {
    std::vector<RecordId> asked;
    for (const Gap& gap : gaps) {
        if (!(gap.missed & nowhere).empty()) asked.push_back(gap.process.record());
    }
    auto finding = report.whole(context.settings.disciplines[(*nowhere.begin()).index()].span,
                                "no process is audited in {:12}, and no audit is planned", nowhere);
    finding.about(context.settings, nowhere);
    const bool grave = std::ranges::any_of(gaps, [&](const Gap& gap) { return grade_of(gap, nowhere) == Grade::high; });
    finding.grade(grave ? Grade::high : Grade::medium);
    for (const Gap& gap : gaps) finding.cell(gap.process.record(), gap.missed & nowhere);
    finding.note("{0} {0:process waits|processes wait} for it: {1}", asked.size(), plain(asked));
    finding.note(kLookedFor, context.settings.audit_cycle);
    tell_aimless(finding, context);
    finding.help(
        "plan an audit [[with `disciplines: [{:all}]` and these `processes`|of these processes in these disciplines]]; "
        "one audit may look at many of both",
        listed_by(Joined::by_commas, each_of(nowhere)));
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
