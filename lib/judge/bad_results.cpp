#include <algorithm>
#include <span>

#include "assess/concerns/obligations.h"
#include "assess/dates/intervals.h"
#include "assess/dates/last_check.h"
#include "assess/performance/follow_up.h"
#include "assess/performance/nonconformities.h"
#include "assess/performance/objectives.h"
#include "assess/performance/suppliers.h"
#include "assess/recovery/continuity.h"
#include "judge/evidence.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::vector<RecordView> active_ones(const LinkedRecords& records) {
    std::vector<RecordView> out;
    for (const RecordView each : records) {
        if (each.active()) out.push_back(each);
    }
    return out;
}

// Somebody learned from it, and looked at a risk that came true with it in mind.
bool is_learned(const RecordView& incident) {
    namespace own = fields::incident;
    const auto day = incident[own::date].date();
    if (!incident.has(own::lessons) || !day) return false;
    return std::ranges::any_of(active_ones(incident.linked(own::risks)), [&](const RecordView& risk) {
        const auto reviewed = risk[fields::review][fields::review.last].date();
        return reviewed && *reviewed >= *day;
    });
}

}  // namespace

BadResults::BadResults(const Graph& graph, const Facts& facts, const NearestProcesses& nearest, Arena& arena)
    : graph_(graph),
      facts_(facts),
      nearest_(nearest),
      arena_(arena),
      duties_(duties_to_notify(graph, facts.disciplines())) {
    namespace own = fields::nonconformity;
    for (const RecordId id : graph.of_kind(kinds::nonconformity)) {
        const RecordView each = graph[id];
        if (!each.active()) continue;
        for (const Field field : {own::risks, own::processes, own::suppliers}) {
            for (const RecordView about : each.linked(field)) nonconformities_[about.record()].push_back(id);
        }
    }
}

std::vector<RecordView> BadResults::nonconformities_about(std::span<const RecordId> things) const {
    std::vector<RecordId> ids;
    for (const RecordId thing : things) {
        const auto found = nonconformities_.find(thing);
        if (found != nonconformities_.end()) ids.insert(ids.end(), found->second.begin(), found->second.end());
    }
    std::ranges::sort(ids);
    const auto twice = std::ranges::unique(ids);
    ids.erase(twice.begin(), twice.end());
    std::vector<RecordView> out;
    for (const RecordId id : ids) out.push_back(graph_[id]);
    return out;
}

void BadResults::find(RecordId id, std::vector<Evidence>& out) const {
    const RecordView record = graph_[id];
    if (!record.active() || record.built_in()) return;
    if (record.is(kinds::obligation)) {
        add_obligation(record, out);
    } else if (record.is(kinds::control)) {
        add_control(record, out);
    } else if (record.is(kinds::exercise)) {
        add_exercise(record, out);
    } else if (record.is(kinds::objective)) {
        add_objective(record, out);
    } else if (record.is(kinds::supplier)) {
        add_supplier(record, out);
    } else if (record.is(kinds::incident)) {
        add_incident(record, out);
    } else if (record.is(kinds::nonconformity)) {
        // Of an observation or opportunity nothing is asked; what is promised all the same is to be kept.
        if (is_lapse(record) || record.has(fields::nonconformity::action)) out.push_back(of_nonconformity(record));
    }
}

Evidence BadResults::of_nonconformity(const RecordView& record) const {
    namespace own = fields::nonconformity;
    const FieldView action = record[own::action];
    const FieldView due = action[own::action.due];
    const FieldView done = action[own::action.done];
    Evidence found{Evidence::Kind::good, record.record(), facts_.disciplines(record.record()), {}};
    found.treated = action && (record.has(own::cause) || !is_lapse(record));
    if (!action) {
        found.kind = Evidence::Kind::missing;
        found.what = "no action against its cause";
    } else if (is_action_overdue(record, facts_.today())) {
        found.kind = Evidence::Kind::late;
        found.what = make_message(arena_, "its action was due on {}", *due.date());
    } else if (is_left_ineffective(record)) {
        found.kind = Evidence::Kind::late;
        found.what = "its action had no effect, and nothing more is planned";
    } else if (done.date()) {
        found.what = make_message(arena_, "its action was done on {}", *done.date());
    } else if (due.date()) {
        found.what = make_message(arena_, "its action is due on {}", *due.date());
    } else {
        found.what = "it has an action";
    }
    return found;
}

// How what went wrong is acted on by those nonconformities.
Evidence BadResults::by_nonconformities(const RecordView& record, std::span<const RecordView> found,
                                        Message what) const {
    Evidence out{Evidence::Kind::missing, record.record(), facts_.disciplines(record.record()), {}};
    if (found.empty()) {
        const bool unread = graph_.may_be_unread(kinds::nonconformity);
        if (unread) out.kind = Evidence::Kind::unknown;
        out.what = unread ? make_message(arena_, "{}, and what is done about it could not be read", what)
                          : make_message(arena_, "{}, and no nonconformity says what is done", what);
        return out;
    }
    const RecordView* told = nullptr;
    for (const RecordView& each : found) {
        const Evidence one = of_nonconformity(each);
        const bool first = told == nullptr;
        // One that is late is told; else one on which somebody acts.
        const bool worse = one.kind == Evidence::Kind::late && out.kind != Evidence::Kind::late;
        const bool better = one.kind == Evidence::Kind::good && out.kind == Evidence::Kind::missing;
        out.treated = out.treated || one.treated;
        if (!first && !worse && !better) continue;
        told = &each;
        out.kind = one.kind;
        out.what = make_message(arena_, "{}; nonconformity {}: {}", what, plain(each), one.what);
    }
    return out;
}

void BadResults::add_obligation(const RecordView& record, std::vector<Evidence>& out) const {
    namespace own = fields::obligation;
    if (!is_binding(record, facts_.today())) return;
    const LastCheck last = last_evaluation(record, facts_.today());
    const std::string_view result = last.entry[own::evaluations.result].word();
    if (result != "not-met" && result != "partly-met") return;
    std::vector<RecordView> about;
    for (const Edge& edge : graph_.references_to(record.record())) {
        const RecordView other = graph_[edge.other];
        if (edge.field == fields::nonconformity::raised_by && other.active() && is_about(other, *last.day))
            about.push_back(other);
    }
    out.push_back(by_nonconformities(record, about,
                                     result == "not-met" ? make_message(arena_, "not met on {}", *last.day)
                                                         : make_message(arena_, "partly met on {}", *last.day)));
}

// A nonconformity names no control: it names a risk that the control holds, or a process of it, and serves one of its
// disciplines.
void BadResults::add_control(const RecordView& record, std::vector<Evidence>& out) const {
    namespace own = fields::control;
    if (record.word(own::implementation) == "planned") return;
    const LastCheck last = last_verification(record, facts_.today());
    if (last.entry[own::verifications.result].word() != "ineffective") return;
    const DisciplineSet served = facts_.disciplines(record.record());
    const auto processes = nearest_.of(record.record());
    std::vector<RecordId> things(processes.begin(), processes.end());
    for (const RecordView risk : record.linked(own::risks)) things.push_back(risk.record());
    std::vector<RecordView> about = nonconformities_about(things);
    std::erase_if(about, [&](const RecordView& each) {
        return (facts_.disciplines(each.record()) & served).empty() || !is_about(each, *last.day);
    });
    out.push_back(by_nonconformities(record, about, make_message(arena_, "found ineffective on {}", *last.day)));
}

DisciplineSet BadResults::disciplines_of_exercise(const RecordView& exercise) const {
    const DisciplineSet own = facts_.disciplines(exercise.record());
    if (!own.empty()) return own;
    DisciplineSet served = continuity_only(graph_.settings());
    for (const RecordView plan : exercise.linked(fields::exercise::tests)) served |= facts_.disciplines(plan.record());
    return served;
}

void BadResults::add_exercise(const RecordView& record, std::vector<Evidence>& out) const {
    namespace own = fields::exercise;
    const std::string_view result = record.word(own::result);
    const auto day = record[own::date].date();
    if ((result != "failed" && result != "partly") || !day || *day > facts_.today()) return;
    const Message ended = result == "failed" ? make_message(arena_, "failed on {}", *day)
                                             : make_message(arena_, "passed in part only on {}", *day);
    Evidence found = by_nonconformities(record, active_ones(record.linked(own::nonconformities)), ended);
    found.disciplines = disciplines_of_exercise(record);
    // Each of its plans was tried again since, and worked.
    std::optional<Date> again;
    bool all = true;
    for (const RecordView plan : active_ones(record.linked(own::tests))) {
        const std::vector<RecordView> later = exercises_of(plan, facts_.today());
        const bool passed =
            !later.empty() && later.front()[own::date].date() > day && later.front().word(own::result) == "passed";
        if (passed) again = later.front()[own::date].date();
        all = all && passed;
    }
    if (all && again) {
        found.kind = Evidence::Kind::good;
        found.what = make_message(arena_, "{}, and passed on {}", ended, *again);
    }
    out.push_back(std::move(found));
}

void BadResults::add_objective(const RecordView& record, std::vector<Evidence>& out) const {
    namespace own = fields::objective;
    const Progress progress = progress_of(record, facts_.today());
    if (progress != Progress::missed && progress != Progress::off_course) return;
    const bool missed = progress == Progress::missed;
    Evidence found{Evidence::Kind::missing, record.record(), facts_.disciplines(record.record()), {}};
    found.what = missed ? Message("missed its target, and nothing is being done")
                        : Message("off course, and nothing is being done");
    if (has_open_action(record)) {
        found.kind = Evidence::Kind::good;
        found.treated = true;
        found.what = missed ? Message("missed its target, and something is being done")
                            : Message("off course, and something is being done");
    }
    for (const FieldView action : record[own::actions].children()) {
        if (!is_overdue(action[own::actions.due], action[own::actions.done], facts_.today())) continue;
        found.kind = Evidence::Kind::late;
        const Date due = *action[own::actions.due].date();
        found.what = missed ? make_message(arena_, "missed its target; an action was due on {}", due)
                            : make_message(arena_, "off course; an action was due on {}", due);
    }
    out.push_back(std::move(found));
}

void BadResults::add_supplier(const RecordView& record, std::vector<Evidence>& out) const {
    DisciplineSet rejected;
    std::optional<Date> day;
    for (const LastEvaluation& last : evaluations_of(record, facts_.today()).last) {
        if (last.entry[fields::supplier::evaluations.result].word() != "rejected") continue;
        rejected.add(last.discipline);
        day = std::max(day.value_or(last.date), last.date);
    }
    if (rejected.empty() || facts_.processes_needing(record.record()).empty()) return;
    const RecordId supplier = record.record();
    std::vector<RecordView> about = nonconformities_about({&supplier, 1});
    std::erase_if(about, [&](const RecordView& each) { return !is_about(each, *day); });
    Evidence found{Evidence::Kind::missing, record.record(), rejected, "rejected, and still needed"};
    if (!about.empty()) {
        found = by_nonconformities(record, about, found.what);
        found.disciplines = rejected;
    }
    out.push_back(std::move(found));
}

void BadResults::add_incident(const RecordView& record, std::vector<Evidence>& out) const {
    namespace own = fields::incident;
    const auto day = record[own::date].date();
    if (!day || *day > facts_.today()) return;
    const Message happened = make_message(arena_, "happened on {}", *day);
    Evidence found = by_nonconformities(record, active_ones(record.linked(own::nonconformities)), happened);
    if (found.kind == Evidence::Kind::missing) {
        if (is_learned(record)) {
            found.kind = Evidence::Kind::good;
            found.treated = true;
            found.what = make_message(arena_, "{}; lessons are written, and a risk was reviewed since", happened);
        } else if (record.linked(own::nonconformities).empty()) {
            found.what =
                make_message(arena_, "{}; no nonconformity, nor lessons with a risk that was reviewed since", happened);
        }
    }
    weigh_notices(record, found);
    out.push_back(std::move(found));
}

// To tell those who have to know is a part of acting on it, and has its time.
void BadResults::weigh_notices(const RecordView& incident, Evidence& found) const {
    for (const NoticeClock& clock : notices_for(incident, duties_, facts_.disciplines(), facts_.today()).clocks) {
        const bool overdue = clock.state == NoticeState::overdue;
        if (!overdue && clock.state != NoticeState::late) continue;
        if (found.kind == Evidence::Kind::good) found.kind = Evidence::Kind::late;
        const auto duty = plain(clock.obligation);
        found.what = overdue ? make_message(arena_, "{}; its notice under {} was due by {}", found.what, duty,
                                            plain(to_string(*clock.due)))
                             : make_message(arena_, "{}; its notice under {} went out late", found.what, duty);
        return;
    }
}

}  // namespace ims
