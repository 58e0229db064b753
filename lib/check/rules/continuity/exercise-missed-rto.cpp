#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::exercise_missed_rto {
namespace {

namespace own = fields::exercise;

// A later exercise in which the process was back in time.
bool met_since(const RecordView& process, Date date, Duration rto, Date today) {
    for (const Edge& edge : process.graph().references_to(process.record())) {
        const RecordView later = process.graph()[edge.other];
        if (edge.field != own::achieved.process || !later.is(kinds::exercise) || !later.active()) continue;
        const auto day = later[own::date].date();
        if (!day || *day <= date || *day > today) continue;
        for (const FieldView entry : later[own::achieved].children()) {
            const auto in = entry[own::achieved.in].duration();
            if (entry[own::achieved.process].target() == process.record() && in && *in <= rto) return true;
        }
    }
    return false;
}

// Somebody has taken it up, and is not done yet.
bool taken_up(const RecordView& exercise) {
    namespace nonconformity = fields::nonconformity;
    for (const RecordView each : exercise.linked(own::nonconformities)) {
        if (each.active() && !each[nonconformity::action][nonconformity::action.done]) return true;
    }
    return false;
}

}  // namespace

void check(const RecordView& exercise, const CheckContext& context, Reporter& report) {
    const auto date = exercise[own::date].date();
    if (!date || *date > context.today || !exercise.has(own::achieved)) return report.not_asked(exercise);
    if (taken_up(exercise)) return;
    for (const FieldView entry : exercise[own::achieved].children()) {
        const FieldView in = entry[own::achieved.in];
        const auto process = target_of(context.graph, entry[own::achieved.process]);
        if (!process || !in.duration()) continue;
        const FieldView rto = (*process)[fields::process::continuity][fields::process::continuity.rto];
        if (!rto.duration() || *in.duration() <= *rto.duration()) continue;
        if (met_since(*process, *date, *rto.duration(), context.today)) continue;
        const Cells home{process->record(), continuity_only(context.settings)};
        auto finding =
            continuity_finding(exercise, context, report, in.span(),
                               fmt::format("in exercise {}, process {} was back after {}, and is to be back after {}",
                                           ticked(exercise), ticked(*process), visible(in.text()), visible(rto.text())),
                               {}, std::span(&home, 1));
        if (!finding) continue;
        finding->field(fmt::format("achieved[{}].in", process->id()));
        finding->because(process->record());
        finding->label(rto.span(), "the rto");
        finding->note("no later exercise shows that it can be");
        finding->help(
            fmt::format("raise a nonconformity (`raised_by: exercise/{}`) with its cause and an action, then exercise "
                        "again; or ask "
                        "whether process {} can wait longer (`rto`)",
                        exercise.id(), ticked(*process)));
    }
}

}  // namespace ims::rules::exercise_missed_rto
