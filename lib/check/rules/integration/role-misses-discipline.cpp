#include <algorithm>
#include <optional>
#include <vector>

#include "check/asking.h"
#include "check/fixes.h"
#include "check/rule.h"
#include "schema/asked_entry.h"
#include "schema/fields.h"

namespace ims::rules::role_misses_discipline {
namespace {

constexpr std::size_t kNotes = 5;

// "process `x` carries 2 quality risks: a, b": what the role takes part in without answering for it.
Message carried(const CheckContext& context, RecordId process, Discipline discipline, Reporter& report) {
    std::vector<Message> shown;
    bool only_risks = true;
    for (const Concern& concern : context.facts.concerns(process, discipline)) {
        const RecordView record = context.graph[concern.record];
        only_risks = only_risks && record.is(kinds::risk);
        shown.push_back(concern.via.known() ? report.say("{0} ([[via {1}|through {2} {1}]])", plain(record),
                                                         bare(concern.via), context.graph[concern.via].kind())
                                            : report.say("{}", plain(record)));
    }
    if (shown.empty())
        return report.say(
            "process {0} [[is part of {1} by its `continuity` block|carries {1}, since its own continuity was looked "
            "at]]",
            process, discipline);
    return only_risks ? report.say("process {0} carries {1} {2} {1:risk|risks}: {3:3}", process, shown.size(),
                                   discipline, shown)
                      : report.say("process {0} carries {1} {2} {1:concern|concerns}: {3:3}", process, shown.size(),
                                   discipline, shown);
}

// A role answers too by what an included role says, by owning a concern or its control, and in the team of a plan; what
// was not read may be that.
bool may_answer_unread(const RecordView& role, const Graph& graph) {
    if (role.has(fields::role::includes) && graph.may_be_unread(kinds::role)) return true;
    for (const KindId kind : {kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::plan}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

// The processes that make the role miss something and exclude it themselves: without that contradiction, which
// excluded-but-handled tells, nobody would ask the role. Only those whose disciplines it misses nowhere else.
std::vector<RecordId> contradictory(const std::vector<Cells>& homes, DisciplineSet missed, const Facts& facts) {
    DisciplineSet elsewhere;
    for (const Cells& each : homes) elsewhere |= each.disciplines.without(facts.process(each.process)->not_applicable);
    std::vector<RecordId> out;
    for (const Cells& each : homes) {
        const DisciplineSet here = each.disciplines & missed;
        if (!here.empty() && (here & elsewhere).empty()) out.push_back(each.process);
    }
    return out;
}

// Of a duty that nobody has put in words yet.
std::optional<Span> place_for_words(const RecordView& role) {
    constexpr auto kDuties = fields::role::responsibilities;
    for (const FieldView duty : role[kDuties].children()) {
        if (duty.is(ValueType::map) && !duty.inherited() && !duty[kDuties.does])
            return duty.children().empty() ? duty.span() : (*duty.children().begin()).key_span();
    }
    return std::nullopt;
}

// A duty that is yet to be put in words, for what is missed and where.
std::optional<Fix> fix_that_asks(const RecordView& role, DisciplineSet missed, const std::vector<Cells>& homes,
                                 const CheckContext& context, Reporter& report) {
    constexpr auto kDuties = fields::role::responsibilities;
    const FieldSpec* const does = context.graph.schema().spec(role.kind(), kDuties.does);
    // One that waits for its words is enough at a time.
    if (does == nullptr || place_for_words(role) || !has_room_for_words(role, kDuties)) return std::nullopt;
    std::vector<NewValue> disciplines;
    for (const std::string& each : context.settings.names(missed)) disciplines.push_back(new_text(each));
    std::vector<NewValue> processes;
    for (const Cells& each : homes) {
        const bool known = !(each.disciplines & missed).empty() && !context.graph[each.process].built_in();
        if (known) processes.push_back(new_text(context.graph[each.process].id()));
    }
    auto operation = one_more(role, kDuties,
                              new_map({asked_entry(*does),
                                       {"disciplines", new_list(std::move(disciplines))},
                                       {"processes", new_list(std::move(processes))}}));
    if (!operation) return std::nullopt;
    return Fix{
        report.say("ask for a responsibility in {}", missed), Fix::Safety::unsafe, {std::move(*operation)}, true};
}

// Who answers for a discipline elsewhere is told where not.
Message what_is_missed(const RecordView& role, DisciplineSet missed, DisciplineSet answered,
                       const std::vector<Cells>& homes, Reporter& report) {
    if ((missed & answered).empty()) {
        return missed.size() == 1 ? report.say("role {} has no {} responsibility", role, *missed.begin())
                                  : report.say("role {} has no responsibility for {:12}", role, missed);
    }
    std::vector<Message> where;
    for (const Cells& each : homes) {
        if (!(each.disciplines & missed).empty()) where.push_back(report.say("{}", each.process));
    }
    return report.say("role {0} has no responsibility for {1:12} in the {2:process|processes} {3:3}", role, missed,
                      where.size(), where);
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    if (may_answer_unread(role, context.graph)) return;
    const DisciplineSet excluded = context.settings.keys_of(role[fields::role::not_applicable]);
    const auto processes = context.facts.processes_of(role.record());
    if (processes.empty()) return report.not_asked(role);
    DisciplineSet missed;
    // Where nobody answers, `concern-without-responsible` says so of the process.
    const auto missed_in = [&](const ProcessFacts& facts) {
        const Participant* self = facts.participant(role.record());
        return self == nullptr ? DisciplineSet()
                               : (facts.concerned & facts.answered).without(self->answers_for()).without(excluded);
    };
    std::vector<Cells> homes;
    DisciplineSet answered;  // somewhere
    for (const RecordId process : processes) {
        const ProcessFacts& facts = *context.facts.process(process);
        if (const Participant* self = facts.participant(role.record())) answered |= self->answers_for();
        const DisciplineSet here = missed_in(facts);
        if (!here.empty()) homes.push_back({process, here});
        missed |= here;
    }
    missed = report.excepted(role, missed, {}, homes);
    if (missed.empty()) return;

    auto finding = report.about(role, missed, place_for_words(role).value_or(role.id_span()),
                                what_is_missed(role, missed, answered, homes, report));
    finding.cells(homes, missed).because(role.record());
    finding.fix(fix_that_asks(role, missed, homes, context, report));
    for (const RecordId process : contradictory(homes, missed, context.facts)) finding.because(process);
    std::size_t notes = 0;
    std::size_t left_out = 0;
    for (const auto& [process, here] : homes) {
        for (const Discipline discipline : here& missed) {
            if (notes == kNotes) {
                ++left_out;
                continue;
            }
            finding.note(carried(context, process, discipline, report));
            ++notes;
            const auto concerns = context.facts.concerns(process, discipline);
            if (notes == 1 && !concerns.empty()) {
                const RecordView first = context.graph[concerns.front().record];
                finding.label(first.id_span(), "the {}", first.kind());
            }
        }
    }
    if (left_out > 0) finding.note("{} more like these", left_out);
    finding.help(
        "[[add a responsibility (`does: …`, `disciplines: [{0}]`), or say why not under `not_applicable`|"
        "agree with those who have the role what they do for {1:12}, or say why {1:it does|they do} not concern "
        "the role]]",
        *missed.begin(), missed);
}

}  // namespace ims::rules::role_misses_discipline
