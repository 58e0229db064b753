#include "assess/overview/matrix.h"

#include <algorithm>

#include <fmt/format.h>

#include "assess/dates/intervals.h"
#include "assess/performance/audits.h"
#include "assess/performance/nonconformities.h"
#include "assess/performance/performance.h"
#include "base/assert.h"
#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

class Assessment {
public:
    Assessment(const Graph& graph, const Facts& facts, RecordId process, Discipline discipline)
        : graph_(graph), facts_(facts), settings_(graph.settings()), process_(graph[process]), discipline_(discipline) {
        const ProcessFacts* known = facts.process(process);
        IMS_ASSERT(known != nullptr, "a matrix cell was asked of something that is no process in force");
        own_ = known;
        continuity_ = settings_.name(discipline) == "business-continuity";
    }

    Cell run() {
        if (!own_->concerned.has(discipline_)) {
            cell_.state = own_->not_applicable.has(discipline_) ? CellState::not_applicable
                          : own_->must_address.has(discipline_) ? CellState::unaddressed
                                                                : CellState::not_covered;
            for (const FieldView entry : process_[fields::process::not_applicable].children()) {
                if (entry.key() == settings_.name(discipline_)) cell_.reason = std::string(entry.text());
            }
            return std::move(cell_);
        }
        cell_.state = CellState::addressed;
        concerns_ = facts_.concerns(process_.record(), discipline_);
        find_controls();
        cell_.earned = {plan(), do_it(), check(), false};
        cell_.earned[3] = act(cell_.earned[2]);
        return std::move(cell_);
    }

private:
    void tell(Mark mark, bool speaks_for, RecordId record, std::string what) {
        cell_.traces.push_back({mark, speaks_for, record, std::move(what)});
    }

    std::string via(const Concern& concern) const {
        return concern.via.known() ? fmt::format(", via {}", graph_[concern.via].name()) : std::string();
    }

    bool prioritised() const {
        return process_[fields::process::continuity][fields::process::continuity.prioritised].yes().value_or(false);
    }

    bool plan() {
        for (const Concern& concern : concerns_) {
            tell(Mark::plan, true, concern.record,
                 fmt::format("{}{}", graph_[concern.record].kind_name(), via(concern)));
        }
        if (!continuity_) return !concerns_.empty();
        namespace own = fields::process;
        const FieldView continuity = process_[own::continuity];
        const RecordId self = process_.record();
        if (continuity[own::continuity.prioritised].yes() == false && continuity[own::continuity.reason]) {
            tell(Mark::plan, true, self, "not prioritised, with a reason");
            return true;
        }
        bool complete = true;
        const auto need = [&](const FieldView& field, const char* name) {
            tell(Mark::plan, static_cast<bool>(field), self,
                 field ? fmt::format("{} stated", name) : fmt::format("no {} stated", name));
            complete = complete && field;
        };
        need(continuity[own::continuity.impact], "impact over time");
        if (prioritised()) {
            need(continuity[own::continuity.mtpd], "mtpd");
            need(continuity[own::continuity.rto], "rto");
        }
        return complete;
    }

    bool do_it() {
        bool answered = false;
        bool held = true;
        for (const Participant& participant : own_->participants) {
            if (!participant.answers_for().has(discipline_)) continue;
            answered = true;
            tell(Mark::do_it, true, participant.role,
                 participant.specific.has(discipline_) ? "answers for it here" : "answers for it in general");
        }
        if (!answered) tell(Mark::do_it, false, {}, "nobody who takes part answers for it");
        for (const Concern& concern : concerns_) {
            const RecordView record = graph_[concern.record];
            if (!record.is(kinds::risk)) continue;
            const RiskFacts& risk = facts_.risk(concern.record);
            if (risk.unaccepted()) {
                tell(Mark::do_it, false, concern.record, "over the appetite, without a valid acceptance");
                held = false;
            }
            if (risk.significant && !risk.controlled) {
                tell(Mark::do_it, false, concern.record, "significant, without a control");
                held = false;
            }
        }
        if (continuity_ && prioritised()) {
            bool planned = false;
            for (const RecordView plan : process_.linked(fields::process::plans)) {
                if (!plan.active()) continue;
                tell(Mark::do_it, true, plan.record(), "plan");
                planned = true;
            }
            if (!planned) tell(Mark::do_it, false, {}, "prioritised, without a plan");
            held = held && planned;
        }
        return answered && held;
    }

    void find_controls() {
        const auto add = [&](const RecordView& control) {
            if (control.active() && std::ranges::find(controls_, control.record()) == controls_.end())
                controls_.push_back(control.record());
        };
        for (const RecordView control : process_.linked(fields::process::controls)) {
            if (facts_.disciplines(control.record()).has(discipline_)) add(control);
        }
        for (const Concern& concern : concerns_) {
            const RecordView record = graph_[concern.record];
            const Field field = record.is(kinds::risk) ? fields::risk::controls : fields::obligation::controls;
            if (record.is(kinds::objective)) continue;
            for (const RecordView control : record.linked(field)) add(control);
        }
    }

    // Says of one thing that is done again and again whether it is current.
    bool judge(RecordId record, const LastCheck& last, const char* what) {
        if (!last.day) return false;
        const bool current = last.current(facts_.today());
        tell_judged(record, current, what, *last.day);
        return current;
    }

    LastCheck done_on(Date day, std::optional<Duration> every) const {
        LastCheck last;
        last.day = day;
        last.due = due_after(day, every, settings_);
        return last;
    }

    void tell_judged(RecordId record, bool current, const char* what, Date last) {
        tell(Mark::check, current, record,
             fmt::format("{} on {}{}", what, to_string(last), current ? "" : ", longer ago than its interval"));
    }

    bool check() {
        bool any = false;
        const Date today = facts_.today();
        for (const RecordView& audit : audits_of(process_)) {
            if (!facts_.disciplines(audit.record()).has(discipline_)) continue;
            const AuditState state = audit_state(audit, today);
            if (state != AuditState::done && state != AuditState::outdated) continue;
            tell_judged(audit.record(), state == AuditState::done, "audited", *audit[fields::audit::done].date());
            any = any || state == AuditState::done;
        }
        for (const Concern& concern : concerns_) {
            const RecordView record = graph_[concern.record];
            if (record.is(kinds::objective))
                any = judge(concern.record, last_measurement(record, today), "measured") || any;
            else if (record.is(kinds::obligation))
                any = judge(concern.record, last_evaluation(record, today), "evaluated") || any;
        }
        for (const RecordId id : controls_) any = judge(id, last_verification(graph_[id], today), "verified") || any;
        if (continuity_) any = exercised() || any;
        if (!any) tell(Mark::check, false, {}, "no current audit, measurement, verification or evaluation found");
        return any;
    }

    bool exercised() {
        bool any = false;
        for (const RecordView plan : process_.linked(fields::process::plans)) {
            for (const Edge& edge : graph_.references_to(plan.record())) {
                const RecordView exercise = graph_[edge.other];
                if (!exercise.is(kinds::exercise) || edge.field != fields::exercise::tests || !exercise.active())
                    continue;
                const auto date = exercise[fields::exercise::date].date();
                if (date && *date <= facts_.today())
                    any =
                        judge(edge.other, done_on(*date, plan[fields::plan::exercise_every].duration()), "exercised") ||
                        any;
            }
        }
        return any;
    }

    bool act(bool checked) {
        if (!checked) {
            tell(Mark::act, false, {}, "nothing was checked that could be acted upon");
            return false;
        }
        bool nothing_open = true;
        const auto open = [&](RecordId record, std::string what) {
            tell(Mark::act, false, record, std::move(what));
            nothing_open = false;
        };
        const Date today = facts_.today();
        for (const Edge& edge : graph_.references_to(process_.record())) {
            const RecordView record = graph_[edge.other];
            if (!record.is(kinds::nonconformity) || edge.field != fields::nonconformity::processes || !record.active())
                continue;
            if (!facts_.disciplines(edge.other).has(discipline_)) continue;
            if (is_action_overdue(record, today)) open(edge.other, "action overdue");
        }
        for (const Concern& concern : concerns_) {
            const RecordView record = graph_[concern.record];
            if (const auto due = facts_.review_due(record); due && *due < today)
                open(concern.record, fmt::format("review due since {}", to_string(*due)));
            if (record.is(kinds::risk)) {
                if (facts_.risk(concern.record).treatment == Treatment::overdue)
                    open(concern.record,
                         fmt::format("treatment due since {}", to_string(*record[fields::risk::due].date())));
            }
            if (record.is(kinds::objective)) {
                for (const FieldView action : record[fields::objective::actions].children()) {
                    if (is_overdue(action[fields::objective::actions.due], action[fields::objective::actions.done],
                                   today))
                        open(concern.record, "action overdue");
                }
            }
        }
        if (nothing_open)
            tell(Mark::act, true, process_.record(), "no nonconformity, review, treatment or action is past its date");
        return nothing_open;
    }

    const Graph& graph_;
    const Facts& facts_;
    const Settings& settings_;
    RecordView process_;
    Discipline discipline_;
    const ProcessFacts* own_ = nullptr;
    bool continuity_ = false;
    std::vector<Concern> concerns_;
    std::vector<RecordId> controls_;
    Cell cell_;
};

}  // namespace

std::string_view to_string(Mark mark) {
    constexpr std::array<std::string_view, 4> kNames = {"plan", "do", "check", "act"};
    return kNames[static_cast<std::size_t>(mark)];
}

char letter(Mark mark) { return "PDCA"[static_cast<std::size_t>(mark)]; }

std::string Cell::text() const {
    switch (state) {
        case CellState::not_covered: return "";
        case CellState::not_applicable: return "n/a";
        case CellState::unaddressed: return "—";
        case CellState::addressed: break;
    }
    std::string out;
    for (const Mark mark : kMarks) {
        if (has(mark)) out += letter(mark);
        else out += "·";
    }
    return out;
}

Cell assess_cell(const Graph& graph, const Facts& facts, RecordId process, Discipline discipline) {
    return Assessment(graph, facts, process, discipline).run();
}

}  // namespace ims
