// What is measured, evaluated or exercised again and again.
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "assess/concerns/obligations.h"
#include "assess/dates/intervals.h"
#include "assess/dates/last_check.h"
#include "assess/performance/objectives.h"
#include "assess/performance/suppliers.h"
#include "assess/recovery/continuity.h"
#include "assess/standing/standing.h"
#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Kind = Standing::Kind;

std::string on(Date day) { return fmt::format(", on {}", to_string(day)); }

// "information security"
std::string spoken_name(const Settings& settings, Discipline discipline) {
    std::string name = settings.name(discipline);
    std::ranges::replace(name, '-', ' ');
    return name;
}

// "quality and information security"
std::string names_of(const Settings& settings, DisciplineSet disciplines) {
    std::vector<std::string> names;
    for (const Discipline each : disciplines) names.push_back(spoken_name(settings, each));
    return join_names(names, Ticks::no, names.size());
}

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

Standing standing_of_objective(const RecordView& objective, const Facts& facts) {
    const Course course = course_of(objective, facts.today());
    switch (course.progress) {
        case Progress::met: return {Kind::good, "target met"};
        case Progress::on_course: return {Kind::good, "on course"};
        case Progress::off_course: return {Kind::poor, "off course"};
        case Progress::missed: return {Kind::bad, "target missed"};
        case Progress::unknown: break;
    }
    return unjudged(course.why);
}

Standing standing_of_obligation(const RecordView& obligation, const Facts& facts) {
    namespace own = fields::obligation;
    const Date today = facts.today();
    if (obligation[own::applies].invalid()) return unjudged("whether it applies could not be read");
    if (!applies(obligation)) return {Kind::out, "said not to apply"};
    const auto since = obligation[own::since].date();
    if (since && *since > today) return {Kind::none, "not binding yet", fmt::format(", from {}", to_string(*since))};
    const LastCheck last = last_evaluation(obligation, today);
    const FieldView result = last.entry[own::evaluations.result];
    if (result.word() == "not-met") return {Kind::bad, "not met", on(*last.day)};
    if (result.word() == "partly-met") return {Kind::poor, "partly met", on(*last.day)};
    if (obligation[own::evaluate_every].invalid()) return unjudged("the interval of its evaluations could not be read");
    if (!last.certain) return unjudged("the day of an evaluation could not be read");
    if (!last.day && last.due) {
        const std::string_view first =
            last.never(today) ? "never evaluated, and due since" : "not evaluated yet, due by";
        return unjudged(fmt::format("{} {}", first, to_string(*last.due)));
    }
    if (!last.day) return unjudged(obligation.has(own::evaluations) ? "no evaluation up to today" : "never evaluated");
    if (result.word() != "met")
        return unjudged(fmt::format("the evaluation of {} has no result that could be read", to_string(*last.day)));
    if (last.late(today)) {
        return unjudged(
            fmt::format("last found met on {}, and due again by {}", to_string(*last.day), to_string(*last.due)));
    }
    return {Kind::good, "met", on(*last.day)};
}

Standing standing_of(const LastEvaluation& last, const RecordView& supplier, Date today) {
    namespace own = fields::supplier;
    const std::string_view result = last.entry[own::evaluations.result].word();
    const FieldView every = supplier[own::evaluate_every];
    const std::string day = to_string(last.date);
    if (result == "rejected") return {Kind::bad, "rejected", on(last.date)};
    if (result.empty()) return unjudged(fmt::format("the evaluation of {} has no result that could be read", day));
    if (every.invalid()) return unjudged("the interval of its evaluations could not be read");
    const Settings& settings = supplier.graph().settings();
    if (!is_current(last.date, every.duration(), settings, today)) {
        const Date due = *due_after(last.date, every.duration(), settings);
        return unjudged(fmt::format("last evaluated on {}, and due again by {}", day, to_string(due)));
    }
    if (result == "conditional") return {Kind::fair, "approved with conditions", on(last.date)};
    return {Kind::good, "approved", on(last.date)};
}

Standing standing_of_supplier(const RecordView& supplier, const Facts& facts) {
    const Settings& settings = supplier.graph().settings();
    const SupplierEvaluations evaluations = evaluations_of(supplier, facts.today());
    const DisciplineSet excused = evaluations.not_applicable;
    DisciplineSet missed = facts.concerned_by(supplier.record()).without(excused);
    std::optional<Standing> unknown;
    bool conditional = false;
    for (const LastEvaluation& last : evaluations.last) {
        const Standing standing = standing_of(last, supplier, facts.today());
        if (standing.kind == Kind::bad)
            return {Kind::bad, standing.words, " in " + spoken_name(settings, last.discipline)};
        DisciplineSet one;
        one.add(last.discipline);
        missed = missed.without(one);
        // What it is excused from need not be looked at again.
        if (!standing.known() && !unknown && !excused.has(last.discipline)) {
            unknown = standing;
            unknown->why = fmt::format("in {} {}", spoken_name(settings, last.discipline), standing.why);
        }
        conditional = conditional || standing.kind == Kind::fair;
    }
    if (!evaluations.certain) return unjudged("the disciplines of an evaluation could not be read");
    if (!evaluations.any) {
        return settings.in_force().without(excused).empty() ? Standing{Kind::none, "no evaluation asked for"}
                                                            : unjudged("never evaluated");
    }
    if (!missed.empty()) return unjudged("not evaluated in " + names_of(settings, missed));
    if (unknown) return *unknown;
    if (evaluations.last.empty()) return unjudged("no evaluation up to today has a day that could be read");
    return conditional ? Standing{Kind::fair, "approved with conditions"} : Standing{Kind::good, "approved"};
}

Standing standing_of_plan(const RecordView& plan, const Facts& facts) {
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
    if (result == "partly") return {Kind::fair, "exercised, partly passed"};
    return unjudged(fmt::format("the exercise of {} has no result that could be read", to_string(*last)));
}

}  // namespace ims
