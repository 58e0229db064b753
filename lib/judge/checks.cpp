#include <algorithm>

#include "assess/concerns/obligations.h"
#include "assess/dates/intervals.h"
#include "assess/dates/last_check.h"
#include "assess/performance/suppliers.h"
#include "assess/recovery/continuity.h"
#include "judge/evidence.h"
#include "schema/fields.h"

namespace ims {
namespace {

class Checks {
public:
    Checks(const Graph& graph, const Facts& facts, const RecordView& record, std::vector<Evidence>& out, Arena& arena)
        : graph_(graph),
          today_(facts.today()),
          record_(record),
          own_(facts.disciplines(record.record())),
          out_(out),
          arena_(arena) {}

    void run() {
        if (record_.is(kinds::obligation)) add_obligation();
        else if (record_.is(kinds::control)) add_control();
        else if (record_.is(kinds::objective)) add_objective();
        else if (record_.is(kinds::plan)) add_plan();
        else if (record_.is(kinds::supplier)) add_supplier();
    }

private:
    void add(Evidence::Kind kind, DisciplineSet disciplines, Message what) {
        if (!disciplines.empty()) out_.push_back({kind, record_.record(), disciplines, what});
    }

    // `until`: the day on which it has to be current.
    void add(const LastCheck& last, Message done, Date until) {
        if (last.current(until)) {
            add(Evidence::Kind::good, own_, make_message(arena_, "{} on {}", done, *last.day));
        } else if (last.never(today_)) {
            add(Evidence::Kind::missing, own_, make_message(arena_, "never {}", done));
        } else if (last.late(until)) {
            add(Evidence::Kind::missing, own_,
                make_message(arena_, "{} on {}, longer ago than its interval", done, *last.day));
        }
    }

    void add_obligation() {
        if (is_binding(record_, today_)) add(last_evaluation(record_, today_), "evaluated", today_);
    }

    void add_control() {
        namespace own = fields::control;
        if (record_.word(own::implementation) != "in-place") return;
        const LastCheck last = last_verification(record_, today_);
        // What was found not to work has to be looked at again anyway, once it does.
        const bool ineffective = last.entry[own::verifications.result].word() == "ineffective";
        if (!ineffective || last.current(today_)) add(last, "verified", today_);
    }

    void add_objective() {
        // Once its day has passed, it need not be measured for ever.
        const FieldView due = record_[fields::objective::due];
        if (!due.invalid())
            add(last_measurement(record_, today_), "measured", std::min(today_, due.date().value_or(today_)));
    }

    void add_plan() {
        const DisciplineSet served = own_.empty() ? continuity_only(graph_.settings()) : own_;
        const FieldView every = record_[fields::plan::exercise_every];
        const std::vector<RecordView> exercises = exercises_of(record_, today_);
        const auto last = exercises.empty() ? std::nullopt : exercises.front()[fields::exercise::date].date();
        if (is_current(last, every.duration(), graph_.settings(), today_)) {
            add(Evidence::Kind::good, served, make_message(arena_, "exercised on {}", *last));
        } else if (every.invalid() || graph_.may_be_unread(kinds::exercise)) {
            add(Evidence::Kind::unknown, served, "when it was exercised could not be read");
        } else {
            add(Evidence::Kind::missing, served,
                last ? make_message(arena_, "exercised on {}, longer ago than its interval", *last)
                     : Message("never exercised"));
        }
    }

    void add_supplier() {
        const FieldView every = record_[fields::supplier::evaluate_every];
        const SupplierEvaluations evaluations = evaluations_of(record_, today_);
        for (const LastEvaluation& last : evaluations.last) {
            if (evaluations.not_applicable.has(last.discipline)) continue;
            if (is_current(last.date, every.duration(), graph_.settings(), today_))
                add(Evidence::Kind::good, DisciplineSet::of(last.discipline),
                    make_message(arena_, "evaluated on {}", last.date));
        }
    }

    const Graph& graph_;
    Date today_;
    RecordView record_;
    DisciplineSet own_;
    std::vector<Evidence>& out_;
    Arena& arena_;
};

}  // namespace

void find_checks(const Graph& graph, const Facts& facts, RecordId record, std::vector<Evidence>& out, Arena& arena) {
    const RecordView view = graph[record];
    if (view.active() && !view.built_in()) Checks(graph, facts, view, out, arena).run();
}

}  // namespace ims
