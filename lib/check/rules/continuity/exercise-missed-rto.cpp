#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "assess/performance/missed_recovery.h"
#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::exercise_missed_rto {
namespace {

namespace own = fields::exercise;

FieldView rto_of(const RecordView& process) {
    return process[fields::process::continuity][fields::process::continuity.rto];
}

// What settles a miss, of a process that an exercise timed.
struct Settled {
    std::optional<Date> met;       // the last day on which an exercise had it back in time: of all before
    std::optional<Date> taken_up;  // until when a nonconformity takes a miss up
    [[nodiscard]] bool covers(Date missed_on) const {
        return (met && *met > missed_on) || (taken_up && *taken_up >= missed_on);
    }
};
using SettledOf = std::unordered_map<RecordId, Settled>;

// Once for all exercises: a process may be timed in many of them.
SettledOf settled_processes(const CheckContext& context) {
    SettledOf out;
    for (const RecordId id : context.graph.of_kind(kinds::exercise)) {
        const RecordView exercise = context.graph[id];
        const auto date = held_on(exercise, context.today);
        if (!date) continue;
        for (const FieldView entry : exercise[own::achieved].children()) {
            const auto in = entry[own::achieved.in].duration();
            const auto process = target_of(context.graph, entry[own::achieved.process]);
            if (!process || !in) continue;
            const auto [found, first] = out.try_emplace(process->record());
            if (first) found->second.taken_up = taken_up_until(*process);
            const auto rto = rto_of(*process).duration();
            if (rto && *in <= *rto) found->second.met = std::max(found->second.met, date);
        }
    }
    return out;
}

void check_exercise(const RecordView& exercise, const SettledOf& settled, const CheckContext& context,
                    Reporter& report) {
    const auto date = held_on(exercise, context.today);
    if (!date) return;
    for (const FieldView entry : exercise[own::achieved].children()) {
        const FieldView in = entry[own::achieved.in];
        const auto process = target_of(context.graph, entry[own::achieved.process]);
        if (!process || !in.duration()) continue;
        const FieldView rto = rto_of(*process);
        if (!rto.duration() || *in.duration() <= *rto.duration()) continue;
        if (settled.at(process->record()).covers(*date)) continue;
        const Cells home{process->record(), continuity_only(context.settings)};
        auto finding = continuity_finding(
            exercise, context, report, in.span(),
            report.say("in exercise {}, process {} was back after {}, [[and|but]] is to be back after {}", exercise,
                       *process, plain(in), plain(rto)),
            {}, std::span(&home, 1));
        if (!finding) continue;
        finding->field(fmt::format("achieved[{}].in", process->id()));
        finding->because(process->record());
        finding->label(rto.span(), "the [[rto|recovery time objective]]");
        finding->note(
            "no later exercise shows that it can be, and no nonconformity [[takes it up|was raised about it]]");
        const auto continuity = continuity_discipline(context.settings);
        finding->help(
            continuity
                ? report.say("raise a nonconformity[[ (`raised_by: {1}`, `processes: [{2}]`, `disciplines: [{3}]`)]] "
                             "with its cause and an action, then exercise again; or ask whether process {0} can wait "
                             "longer[[ (`rto`)]]",
                             *process, bare(exercise), plain(*process), *continuity)
                : report.say("raise a nonconformity[[ (`raised_by: {1}`, `processes: [{2}]`)]] with its cause and an "
                             "action, then exercise again; or ask whether process {0} can wait longer[[ (`rto`)]]",
                             *process, bare(exercise), plain(*process)));
    }
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::nonconformity)) return;
    const SettledOf settled = settled_processes(context);
    for (const RecordId id : context.graph.of_kind(kinds::exercise))
        check_exercise(context.graph[id], settled, context, report);
}

}  // namespace ims::rules::exercise_missed_rto
