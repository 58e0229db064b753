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
    for (const Discipline discipline : missed) {
        std::vector<std::string_view> shown;
        for (const Concern& concern : context.facts.concerns(process.record(), discipline)) {
            shown.push_back(context.graph[concern.record].id());
        }
        if (!shown.empty()) {
            finding.note(fmt::format("it carries {}: {}",
                                     counted(shown.size(), context.settings.name(discipline) + " concern"),
                                     join_names(shown, Ticks::no, 3)));
        }
    }
    finding.help(
        fmt::format("give a role that takes part a responsibility: `does: …`, `disciplines: [{}]`, `processes: [{}]`",
                    names.front(), process.id()));
}

}  // namespace ims::rules::concern_without_responsible
