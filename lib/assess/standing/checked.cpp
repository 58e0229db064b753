// What is measured, evaluated or exercised again and again.
#include <optional>
#include <string_view>
#include <vector>

#include "assess/concerns/obligations.h"
#include "assess/dates/intervals.h"
#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "assess/performance/suppliers.h"
#include "assess/recovery/continuity.h"
#include "assess/standing/standing.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Kind = Standing::Kind;

// Whether an exercise of the plan has a day that cannot be known, so that it may be the latest. One that is only
// planned was not held.
bool has_undated_exercise(const RecordView& plan) {
    for (const Edge& edge : plan.graph().references_to(plan.record())) {
        const RecordView exercise = plan.graph()[edge.other];
        if (!exercise.is(kinds::exercise) || edge.field != fields::exercise::tests || !exercise.active()) continue;
        const FieldView date = exercise[fields::exercise::date];
        if (!date.date() && (date || !exercise.has(fields::exercise::planned))) return true;
    }
    return false;
}

}  // namespace

Standing standing_of_objective(const RecordView& objective, const Facts& facts, Arena& arena) {
    const Course course = course_of(objective, facts.today(), arena);
    switch (course.progress) {
        case Progress::met: return {Kind::good, "target met"};
        case Progress::on_course: return {Kind::good, "on course"};
        case Progress::off_course: return {Kind::poor, "off course"};
        case Progress::missed: return {Kind::bad, "target missed"};
        case Progress::unknown: break;
    }
    return unjudged(course.why);
}

Standing standing_of_obligation(const RecordView& obligation, const Facts& facts, Arena& arena) {
    namespace own = fields::obligation;
    const Date today = facts.today();
    if (obligation[own::applies].invalid()) return unjudged("whether it applies could not be read");
    if (!applies(obligation)) return {Kind::out, "said not to apply"};
    const auto since = obligation[own::since].date();
    if (since && *since > today) {
        constexpr Message kWords = "not binding yet";
        return {Kind::none, kWords, make_message(arena, "{}, from {}", kWords, *since)};
    }
    const LastCheck last = last_evaluation(obligation, today);
    const FieldView result = last.entry[own::evaluations.result];
    if (result.word() == "not-met") return standing_on(Kind::bad, "not met", *last.day, arena);
    if (result.word() == "partly-met") return standing_on(Kind::poor, "partly met", *last.day, arena);
    if (obligation[own::evaluate_every].invalid()) return unjudged("the interval of its evaluations could not be read");
    if (!last.certain) return unjudged("the day of an evaluation could not be read");
    if (!last.day && last.due) {
        return unjudged(last.never(today) ? make_message(arena, "never evaluated, and due since {}", *last.due)
                                          : make_message(arena, "not evaluated yet, due by {}", *last.due));
    }
    if (!last.day)
        return unjudged(obligation.has(own::evaluations) ? Message("no evaluation up to today")
                                                         : Message("never evaluated"));
    if (result.word() != "met")
        return unjudged(make_message(arena, "the evaluation of {} has no result that could be read", *last.day));
    if (last.late(today)) {
        return unjudged(make_message(arena, "last found met on {}, and due again by {}", *last.day, *last.due));
    }
    return standing_on(Kind::good, "met", *last.day, arena);
}

Standing standing_of(const LastEvaluation& last, const RecordView& supplier, Date today, Arena& arena) {
    namespace own = fields::supplier;
    const std::string_view result = last.entry[own::evaluations.result].word();
    const FieldView every = supplier[own::evaluate_every];
    if (result == "rejected") return standing_on(Kind::bad, "rejected", last.date, arena);
    if (result.empty())
        return unjudged(make_message(arena, "the evaluation of {} has no result that could be read", last.date));
    if (every.invalid()) return unjudged("the interval of its evaluations could not be read");
    const Settings& settings = supplier.graph().settings();
    if (!is_current(last.date, every.duration(), settings, today)) {
        const Date due = *due_after(last.date, every.duration(), settings);
        return unjudged(make_message(arena, "last evaluated on {}, and due again by {}", last.date, due));
    }
    if (result == "conditional") return standing_on(Kind::fair, "approved with conditions", last.date, arena);
    return standing_on(Kind::good, "approved", last.date, arena);
}

Standing standing_of_supplier(const RecordView& supplier, const Facts& facts, Arena& arena) {
    const Settings& settings = supplier.graph().settings();
    const SupplierEvaluations evaluations = evaluations_of(supplier, facts.today());
    const DisciplineSet excused = evaluations.not_applicable;
    DisciplineSet missed = facts.concerned_by(supplier.record()).without(excused);
    std::optional<Standing> unknown;
    bool conditional = false;
    for (const LastEvaluation& last : evaluations.last) {
        const Standing standing = standing_of(last, supplier, facts.today(), arena);
        const DisciplineSet one = DisciplineSet::of(last.discipline);
        if (standing.kind == Kind::bad)
            return {Kind::bad, standing.words, make_message(arena, "{} in {}", standing.words, in_words(one))};
        missed = missed.without(one);
        // What it is excused from need not be looked at again.
        if (!standing.known() && !unknown && !excused.has(last.discipline)) {
            unknown = standing;
            unknown->why = make_message(arena, "in {} {}", in_words(one), standing.why);
        }
        conditional = conditional || standing.kind == Kind::fair;
    }
    if (!evaluations.certain) return unjudged("the disciplines of an evaluation could not be read");
    if (!evaluations.any) {
        return settings.in_force().without(excused).empty() ? Standing{Kind::none, "no evaluation asked for"}
                                                            : unjudged("never evaluated");
    }
    if (!missed.empty()) return unjudged(make_message(arena, "not evaluated in {:all}", in_words(missed)));
    if (unknown) return *unknown;
    if (evaluations.last.empty()) return unjudged("no evaluation up to today has a day that could be read");
    return conditional ? Standing{Kind::fair, "approved with conditions"} : Standing{Kind::good, "approved"};
}

Standing standing_of_plan(const RecordView& plan, const Facts& facts, Arena& arena) {
    namespace own = fields::exercise;
    const FieldView every = plan[fields::plan::exercise_every];
    const std::vector<RecordView> exercises = exercises_of(plan, facts.today());
    const bool undated = has_undated_exercise(plan);
    const bool unread = plan.graph().may_be_unread(kinds::exercise);
    if (!exercises.empty() && exercises.front().word(own::result) == "failed") return {Kind::bad, "exercise failed"};
    if (every.invalid()) return unjudged("the interval of its exercises could not be read");
    if (undated) return unjudged("the day of an exercise could not be read");
    const auto last = exercises.empty() ? std::nullopt : exercises.front()[own::date].date();
    if (!is_current(last, every.duration(), plan.graph().settings(), facts.today())) {
        if (unread) return unjudged("files that could not be read may hold an exercise");
        return last ? Standing{Kind::bad, "exercise overdue"} : unjudged("never exercised");
    }
    const std::string_view result = exercises.front().word(own::result);
    if (result == "passed") return {Kind::good, "exercised"};
    if (result == "partly") return {Kind::fair, "[[exercised, partly passed|exercise partly passed]]"};
    return unjudged(make_message(arena, "the exercise of {} has no result that could be read", *last));
}

}  // namespace ims
