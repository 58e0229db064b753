#include "assess/overview/due_dates.h"

#include <algorithm>
#include <array>
#include <map>

#include "assess/concerns/obligations.h"
#include "assess/dates/intervals.h"
#include "assess/dates/last_check.h"
#include "assess/dates/upkeep.h"
#include "assess/overview/open_actions.h"
#include "assess/participation/leads.h"
#include "assess/performance/audits.h"
#include "assess/performance/changes.h"
#include "assess/performance/documents.h"
#include "assess/performance/management_reviews.h"
#include "assess/performance/nonconformities.h"
#include "assess/performance/notices.h"
#include "assess/performance/objectives.h"
#include "assess/performance/suppliers.h"
#include "assess/recovery/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

class DateCollector {
public:
    DateCollector(const Graph& graph, const Facts& facts, std::span<const DutyToNotify> duties, Arena& arena)
        : graph_(graph),
          facts_(facts),
          duties_(duties),
          arena_(arena),
          settings_(graph.settings()),
          today_(facts.today()) {}

    std::vector<DueDate> run() {
        for (const RecordId id : graph_.all()) add_of(graph_[id]);
        for (const OpenAction& action : open_actions(graph_, facts_)) add_action(action);
        add_management_review();
        return sorted();
    }

    std::vector<DueDate> run(const RecordView& record) {
        add_of(record);
        for (const OpenAction& action : open_actions_of(record, facts_)) add_action(action);
        if (record.is(kinds::management_review)) {
            add_management_review();
            std::erase_if(dates_, [&](const DueDate& date) { return date.record != record.record(); });
        }
        // What a person has to renew is told of the first of their roles.
        if (record.is(kinds::role) && record.active()) {
            for (const RecordView person : record.linked(fields::role::people)) {
                if (person.active() && first_of(person.linked(fields::person::roles)) == record.record())
                    add_person(person);
            }
        }
        return sorted();
    }

private:
    std::vector<DueDate> sorted() {
        std::ranges::stable_sort(dates_, sooner);
        return std::move(dates_);
    }

    void add_of(const RecordView& record) {
        if (!record.active()) return;
        if (!record.is(kinds::management_review)) add_review(record);
        add_exceptions(record);
        if (record.is(kinds::obligation)) add_obligation(record);
        if (record.is(kinds::supplier)) add_supplier(record);
        if (record.is(kinds::control)) add_control(record);
        if (record.is(kinds::objective)) add_objective(record);
        if (record.is(kinds::plan)) add_plan(record);
        if (record.is(kinds::exercise)) add_exercise(record);
        if (record.is(kinds::asset)) add_asset(record);
        if (record.is(kinds::audit)) add_audit(record);
        if (record.is(kinds::nonconformity)) add_nonconformity(record);
        if (record.is(kinds::incident)) add_notices(record);
        if (record.is(kinds::change)) add_change(record);
        if (record.is(kinds::risk)) add_risk(record);
        if (record.is(kinds::person)) add_person(record);
    }

    static RecordId first_of(const LinkedRecords& records) {
        return records.empty() ? RecordId() : (*records.begin()).record();
    }

    DueDate of(const RecordView& record, DueKind kind, const FieldView& place) const {
        DueDate date;
        date.kind = kind;
        date.record = record.record();
        date.place = place;
        date.owner = first_of(record.linked(fields::owner));
        date.disciplines = facts_.disciplines(record.record());
        return date;
    }

    // As somebody wrote it; nothing of an empty text.
    [[nodiscard]] Message written(std::string_view text) const {
        return text.empty() ? Message() : make_message(arena_, "{}", plain(text));
    }

    void add(DueDate date) {
        date.overdue = date.due && *date.due < today_;
        dates_.push_back(std::move(date));
    }

    // What is done again `every` so long; never done where there is no last day.
    void add_again(DueDate date, std::optional<Date> last, std::optional<Duration> every) {
        date.last = last;
        date.due = due_after(last, every, settings_);
        date.never = !last;
        add(std::move(date));
    }

    // What is checked again and again; unknown where a day or the interval could not be read.
    void add_check(DueDate date, const LastCheck& check) {
        if (!check.certain) return;
        date.last = check.day;
        date.due = check.due;
        date.never = !check.day && (!check.due || *check.due < today_);
        add(std::move(date));
    }

    void add_review(const RecordView& record) {
        const FieldView review = record[fields::review];
        DueDate date = of(record, DueKind::review, review);
        if (const RecordId by = first_of(record.linked(fields::review.by)); by.known()) date.owner = by;
        date.last = review[fields::review.last].date();
        date.due = facts_.review_due(record);
        if (date.due) return add(std::move(date));
        // Other kinds need no review of their own.
        const bool needed =
            record.is(kinds::risk) || record.is(kinds::plan) || (record.is(kinds::document) && needs_review(record));
        const bool unknown = review.invalid() || review[fields::review.last].invalid();
        if ((!needed && !review) || unknown) return;
        date.never = true;
        add(std::move(date));
    }

    void add_exceptions(const RecordView& record) {
        for (const FieldView entry : record[fields::exceptions].children()) {
            const auto until = entry[fields::exceptions.until].date();
            if (!until) continue;
            DueDate date = of(record, DueKind::exception, entry);
            date.due = until;
            date.what = written(entry[fields::exceptions.rule].text());
            if (const auto by = target_of(graph_, entry[fields::exceptions.by])) date.owner = by->record();
            const DisciplineSet named = entry[fields::exceptions.disciplines].disciplines();
            if (!named.empty()) date.disciplines = named;
            add(std::move(date));
        }
    }

    void add_obligation(const RecordView& record) {
        if (applies(record))
            add_check(of(record, DueKind::evaluation, record[fields::obligation::evaluations]),
                      last_evaluation(record, today_));
    }

    // A supplier is approved for each discipline by itself; disciplines that were looked at together are due together.
    void add_supplier(const RecordView& record) {
        namespace own = fields::supplier;
        const SupplierEvaluations evaluations = evaluations_of(record, today_);
        std::map<Date, DisciplineSet> together;
        for (const LastEvaluation& last : evaluations.last) {
            if (!evaluations.not_applicable.has(last.discipline)) together[last.date].add(last.discipline);
        }
        const auto every = record[own::evaluate_every].duration();
        for (const auto& [day, disciplines] : together) {
            DueDate date = of(record, DueKind::evaluation, record[own::evaluations]);
            date.disciplines = disciplines;
            add_again(std::move(date), day, every);
        }
        if (!evaluations.any) add_again(of(record, DueKind::evaluation, {}), {}, every);
        const FieldView ends = record[own::agreement][own::agreement.ends];
        if (!ends.date()) return;
        DueDate date = of(record, DueKind::agreement, ends);
        date.due = ends.date();
        date.what = written(record[own::agreement][own::agreement.reference].text());
        add(std::move(date));
    }

    void add_control(const RecordView& record) {
        namespace own = fields::control;
        if (record.word(own::implementation) == "in-place")
            add_check(of(record, DueKind::verification, record[own::verifications]), last_verification(record, today_));
    }

    void add_objective(const RecordView& record) {
        namespace own = fields::objective;
        add_check(of(record, DueKind::measurement, record[own::measurements]), last_measurement(record, today_));
        const FieldView due = record[own::due];
        // A day that has passed matters only where the target was not met.
        if (!due.date() || (*due.date() < today_ && progress_of(record, today_) == Progress::met)) return;
        DueDate date = of(record, DueKind::target, due);
        date.due = due.date();
        add(std::move(date));
    }

    void add_plan(const RecordView& record) {
        if (graph_.may_be_unread(kinds::exercise)) return;
        const FieldView every = record[fields::plan::exercise_every];
        const std::vector<RecordView> exercises = exercises_of(record, today_);
        add_again(of(record, DueKind::exercise, every),
                  exercises.empty() ? std::nullopt : exercises.front()[fields::exercise::date].date(),
                  every.duration());
    }

    // One that is planned, until a `date` says that it was held.
    void add_exercise(const RecordView& record) {
        const auto planned = planned_for(record);
        if (!planned) return;
        DueDate date = of(record, DueKind::exercise, record[fields::exercise::planned]);
        date.due = planned;
        for (const RecordView plan : record.linked(fields::exercise::tests)) {
            if (!date.owner.known()) date.owner = first_of(plan.linked(fields::owner));
        }
        add(std::move(date));
    }

    void add_asset(const RecordView& record) {
        namespace own = fields::asset;
        const auto add_upkeep = [&](DueKind kind, const Upkeep& upkeep) {
            const bool certain = upkeep.every.duration() && (!upkeep.last || upkeep.last.date());
            if (certain) add_again(of(record, kind, upkeep.written), upkeep.last.date(), upkeep.every.duration());
        };
        add_upkeep(DueKind::maintenance, maintenance_of(record));
        add_upkeep(DueKind::calibration, calibration_of(record));
        const FieldView backup = record[own::backup];
        const FieldView tested = backup[own::backup.restore_tested];
        if (!backup || backup.invalid() || tested.invalid() || !backups_count(settings_)) return;
        const auto day = tested.date();
        add_again(of(record, DueKind::restore_test, backup), day && *day <= today_ ? day : std::nullopt, {});
    }

    void add_audit(const RecordView& record) {
        namespace own = fields::audit;
        const AuditState state = audit_state(record, today_);
        if (state != AuditState::planned && state != AuditState::far_off && state != AuditState::overdue) return;
        DueDate date = of(record, DueKind::audit, record[own::planned]);
        date.due = record[own::planned].date();
        if (!date.owner.known()) date.owner = first_of(record.linked(own::auditors));
        add(std::move(date));
    }

    // Once the action is done, somebody has to look whether it helped.
    void add_nonconformity(const RecordView& record) {
        namespace own = fields::nonconformity;
        const auto due = effectiveness_due(record, today_);
        if (!due) return;
        const FieldView action = record[own::action];
        const FieldView check = record[own::effectiveness];
        DueDate date = of(record, DueKind::effectiveness, check ? check : action);
        date.due = due;
        if (!date.owner.known()) date.owner = first_of(record.linked(own::action.owner));
        add(std::move(date));
    }

    // What has yet to be told of an incident; whoever looks into it sees to that, or else who answers for the duty.
    void add_notices(const RecordView& record) {
        for (const NoticeClock& clock : notices_for(record, duties_, facts_.disciplines(), today_).clocks) {
            if (clock.state != NoticeState::due && clock.state != NoticeState::overdue) continue;
            const RecordView obligation = graph_[clock.obligation];
            DueDate date = of(record, DueKind::notice, clock.begins_at);
            date.due = clock.due->day;
            date.what = clock.notice.what.empty()
                            ? written(obligation.title())
                            : make_message(arena_, "{}, {}", plain(clock.notice.what), plain(obligation.title()));
            if (!date.owner.known()) date.owner = first_of(obligation.linked(fields::owner));
            const DisciplineSet both = date.disciplines & facts_.disciplines(clock.obligation);
            date.disciplines = both.empty() ? facts_.disciplines(clock.obligation) : both;
            add(std::move(date));
        }
    }

    void add_change(const RecordView& record) {
        namespace own = fields::change;
        const auto due = follow_up_due(record);
        if (!due) return;
        DueDate date = of(record, DueKind::follow_up, record[own::review_after]);
        date.due = due;
        date.disciplines |= settings_.keys_of(record[own::effects]);
        add(std::move(date));
    }

    void add_risk(const RecordView& record) {
        namespace own = fields::risk;
        const FieldView accepted = record[own::accepted];
        const auto until = accepted[own::accepted.until].date();
        const RiskFacts& facts = facts_.risk(record.record());
        if (!until || (!facts.over_appetite() && !facts.unjudged)) return;
        DueDate date = of(record, DueKind::acceptance, accepted);
        date.due = until;
        if (const auto by = target_of(graph_, accepted[own::accepted.by])) date.owner = by->record();
        add(std::move(date));
    }

    void add_person(const RecordView& record) {
        if (!facts_.people().is_here(record.record())) return;
        for (const HeldCompetence& held : facts_.people().held(record.record())) {
            const auto until = held.entry[fields::person::competences.valid_until].date();
            if (!until) continue;
            // Calendars are read by others too: they tell of the role, and the person's own page of the person.
            const RecordId role = first_of(record.linked(fields::person::roles));
            if (!role.known()) continue;
            DueDate date = of(graph_[role], DueKind::competence, {});
            date.due = until;
            date.owner = role;
            date.disciplines = facts_.disciplines(held.competence);
            date.holder = record.record();
            date.competence = held.competence;
            date.what = make_message(arena_, "{}, of one who holds the role", plain(graph_[held.competence].title()));
            add(std::move(date));
        }
    }

    void add_action(const OpenAction& action) {
        DueDate date = of(graph_[action.record], DueKind::action, action.place);
        date.due = action.due;
        date.what = written(action.what);
        if (action.what.empty()) {
            date.what =
                graph_[action.record].is(kinds::risk) ? Message("treat the risk") : Message("put the control in place");
        }
        if (action.owner.known()) date.owner = action.owner;
        add(std::move(date));
    }

    // One review serves the whole system, so the newest counts.
    void add_management_review() {
        const std::vector<RecordView> held = held_management_reviews(graph_, today_);
        const std::vector<RecordId> top = top_management(graph_);
        if (!held.empty()) {
            const FieldView place = held.front()[fields::management_review::date];
            DueDate date = of(held.front(), DueKind::management_review, place);
            date.last = place.date();
            date.due = next_management_review(held.front());
            if (!date.owner.known() && !top.empty()) date.owner = top.front();
            if (date.due) add(std::move(date));
        } else if (!graph_.may_be_unread(kinds::management_review)) {
            DueDate date;
            date.kind = DueKind::management_review;
            if (!top.empty()) date.owner = top.front();
            date.never = true;
            add(std::move(date));
        }
    }

    const Graph& graph_;
    const Facts& facts_;
    std::span<const DutyToNotify> duties_;
    Arena& arena_;
    const Settings& settings_;
    Date today_;
    std::vector<DueDate> dates_;
};

}  // namespace

Message in_words(DueKind kind) {
    constexpr std::array<Message, 19> kNames = {"review",
                                                "evaluation",
                                                "verification",
                                                "measurement",
                                                "exercise",
                                                "maintenance",
                                                "calibration",
                                                "test of the backup",
                                                "management review",
                                                "audit",
                                                "action",
                                                "target",
                                                "check of the effect",
                                                "follow-up",
                                                "notice",
                                                "end of the acceptance",
                                                "end of the exception",
                                                "end of the agreement",
                                                "end of the competence"};
    return kNames[static_cast<std::size_t>(kind)];
}

bool sooner(const DueDate& a, const DueDate& b) {
    if (a.due.has_value() != b.due.has_value()) return a.due.has_value();
    if (a.due != b.due) return a.due < b.due;
    if (a.record != b.record) return a.record < b.record;
    return a.kind < b.kind;
}

std::vector<DueDate> due_dates(const Graph& graph, const Facts& facts, std::span<const DutyToNotify> duties,
                               Arena& arena) {
    return DateCollector(graph, facts, duties, arena).run();
}

std::vector<DueDate> due_dates_of(const RecordView& record, const Facts& facts, std::span<const DutyToNotify> duties,
                                  Arena& arena) {
    return DateCollector(record.graph(), facts, duties, arena).run(record);
}

}  // namespace ims
