#include <vector>

#include "assess/concerns/obligations.h"
#include "assess/dates/last_check.h"
#include "assess/performance/follow_up.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::obligation_not_met {
namespace {

namespace own = fields::obligation;

}  // namespace

void check(const RecordView& obligation, const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (graph.may_be_unread(kinds::nonconformity)) return;
    const LastCheck last = last_evaluation(obligation, context.today);
    if (!is_binding(obligation, context.today) || !last.entry) return report.not_asked(obligation);
    const FieldView result = last.entry[own::evaluations.result];
    if (result.word() != "not-met" && result.word() != "partly-met") return;
    std::vector<Message> notes;
    for (const Edge& edge : graph.references_to(obligation.record())) {
        const RecordView other = graph[edge.other];
        if (edge.field != fields::nonconformity::raised_by || other.retired()) continue;
        if (other.active() && is_about(other, *last.day)) return;
        notes.push_back(other.active() ? report.say("nonconformity {} was closed before", other)
                                       : report.say("nonconformity {} is only a draft", other));
    }
    const bool partly = result.word() == "partly-met";
    auto finding =
        report.at(obligation, result, "obligation {} was found {} on {}, and no nonconformity says what is done",
                  obligation, partly ? Message("only partly met") : Message("not met"), *last.day);
    finding.field("evaluations");
    if (partly) finding.grade(Grade::medium);
    for (const Message& note : notes) finding.note(note);
    finding.help(
        "[[write one: `nonconformity: …`, `grade: major`, `raised_by: {}`, `date: {}`, with `correction`, `cause` and "
        "`action`|raise a nonconformity: correct it, find the cause, and decide on corrective action]]",
        bare(obligation), *last.day);
}

}  // namespace ims::rules::obligation_not_met
