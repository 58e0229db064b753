#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::concern_without_responsible {
namespace {

// Whoever was not read may be the one that answers: by a responsibility, by owning a concern or its control, or in the
// team of a plan.
bool may_be_answered_unread(const Graph& graph) {
    for (const KindId kind :
         {kinds::role, kinds::risk, kinds::control, kinds::obligation, kinds::objective, kinds::plan}) {
        if (graph.may_be_unread(kind)) return true;
    }
    return false;
}

// It would answer for the discipline in the process, if it took part: by what it says of itself, or by owning a concern
// of the process or a control of one.
bool would_answer(RecordId role, RecordId process, Discipline discipline, std::span<const Concern> concerns,
                  const CheckContext& context) {
    for (const Responsibility& each : context.facts.responsibilities(role)) {
        const bool here = each.processes.empty() || std::ranges::find(each.processes, process) != each.processes.end();
        if (each.answers && here && each.disciplines.has(discipline)) return true;
    }
    const auto owned = [&](const RecordView& record) {
        return record.active() && context.facts.disciplines(record.record()).has(discipline) &&
               record.links_to(fields::owner, role);
    };
    return std::ranges::any_of(concerns, [&](const Concern& concern) {
        const RecordView record = context.graph[concern.record];
        if (owned(record)) return true;
        const Field field = record.is(kinds::risk) ? Field(fields::risk::controls) : fields::obligation::controls;
        if (!record.is(kinds::risk) && !record.is(kinds::obligation)) return false;
        for (const RecordView control : record.linked(field)) {
            if (owned(control)) return true;
        }
        return false;
    });
}

// Roles that are only asked or told there, and would answer.
std::vector<RecordId> bystanders(const RecordView& process, const ProcessFacts& facts, Discipline discipline,
                                 std::span<const Concern> concerns, const CheckContext& context) {
    std::vector<RecordId> out;
    for (const RaciEntry& entry : context.facts.people().raci(context.facts.responsibilities(), process.record())) {
        const RecordView role = context.graph[entry.who];
        const bool asked = entry.is(Raci::consulted) || entry.is(Raci::informed);
        if (!asked || !role.is(kinds::role) || !role.active() || facts.participant(entry.who) != nullptr) continue;
        if (would_answer(entry.who, process.record(), discipline, concerns, context)) out.push_back(entry.who);
    }
    return out;
}

}  // namespace

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    const ProcessFacts* facts = context.facts.process(process.record());
    if (facts == nullptr || may_be_answered_unread(context.graph)) return;
    if (facts->concerned.empty()) return report.not_asked(process);
    const DisciplineSet missed = report.excepted(process, facts->concerned.without(facts->answered));
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.about(
        process, missed, process.id_span(),
        fmt::format("nobody in process {} answers for {}", ticked(process), join_names(names, Ticks::no, 12)));
    finding.because(process.record());
    std::vector<std::string_view> roles;
    for (const Participant& participant : facts->participants) roles.push_back(context.graph[participant.role].id());
    finding.note(roles.empty() ? std::string("no role takes part in it")
                               : fmt::format("{} {} part in it: {}", counted(roles.size(), "role"),
                                             roles.size() == 1 ? "takes" : "take", join_names(roles, Ticks::no)));
    std::optional<RecordId> nearest;  // who only has to do more than be asked
    for (const Discipline discipline : missed) {
        const std::vector<Concern> concerns = context.facts.concerns(process.record(), discipline);
        std::vector<std::string_view> shown;
        for (const Concern& concern : concerns) shown.push_back(context.graph[concern.record].id());
        if (!shown.empty()) {
            finding.note(fmt::format("it carries {}: {}",
                                     counted(shown.size(), context.settings.name(discipline) + " concern"),
                                     join_names(shown, Ticks::no, 3)));
        }
        const std::vector<RecordId> asked = bystanders(process, *facts, discipline, concerns, context);
        if (asked.empty()) continue;
        if (!nearest) nearest = asked.front();
        finding.note(fmt::format("only consulted or informed there, though {} for {}: {}",
                                 asked.size() == 1 ? "it answers" : "they answer", context.settings.name(discipline),
                                 join_names(ids_of(context.graph, asked), Ticks::yes, 4)));
    }
    finding.help(
        fmt::format("{}give a role that takes part a responsibility: `does: …`, `disciplines: [{}]`, `processes: [{}]`",
                    nearest ? fmt::format("let {} do a part of the work (`responsible: [{}]`), or ",
                                          ticked(context.graph[*nearest]), visible(context.graph[*nearest].id()))
                            : std::string(),
                    names.front(), process.id()));
}

}  // namespace ims::rules::concern_without_responsible
