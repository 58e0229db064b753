#include "assess/failures/failures.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "assess/failures/taken_away.h"
#include "assess/participation/leads.h"
#include "assess/people/said_of_holders.h"
#include "assess/recovery/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

void sort_each_once(std::vector<RecordId>& records) {
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
}

// Who is in it and cannot be told may be there.
bool is_whole_team_away(const RecordView& plan, const std::vector<RecordId>& away) {
    for (const FieldView member : plan[fields::plan::team].children()) {
        if (!std::ranges::binary_search(away, member.target())) return false;
    }
    return true;
}

// So many pairs of something and its stand-in are tried.
constexpr std::size_t kMostStandIns = 200;

class FailureFinder {
public:
    FailureFinder(const Graph& graph, const Facts& facts)
        : graph_(graph),
          facts_(facts),
          takes_(graph, facts),
          people_(graph, facts.responsibilities(), facts.participation(), facts.people()) {}

    Failures run() {
        for (const RecordId role : graph_.of_kind(kinds::role)) take_role(graph_[role]);
        for (Failure& each : found_.all) take_holder(each);
        for (const KindId kind : {kinds::supplier, kinds::asset, kinds::site}) {
            for (const RecordId thing : graph_.of_kind(kind)) {
                if (graph_[thing].active()) take_thing(graph_[thing]);
            }
        }
        std::ranges::stable_sort(found_.all, {}, [&](const Failure& each) { return rank(each); });
        for (std::size_t place = 0; place < found_.all.size(); ++place) {
            found_.places.emplace(found_.all[place].what, place);
            if (!graph_[found_.all[place].what].is(kinds::role)) continue;
            for (const RecordId with : found_.all[place].with) found_.places.emplace(with, place);
        }
        find_pairs();
        found_.nobody_says = people_.nobody_says();
        return std::move(found_);
    }

private:
    // Each role once: all that one person holds alone are gone together.
    void take_role(const RecordView& role) {
        const People& people = facts_.people();
        if (!role.active() || is_group(role) || people.only_included(role.record())) return;
        const Holders& holders = people.holders(role.record());
        if (holders.vacant()) return;
        const RecordId holder = people_.holder(role.record());
        if (holder.known()) {
            const auto [place, added] = holders_.try_emplace(holder, found_.all.size());
            if (!added) return found_.all[place->second].with.push_back(role.record());
        }
        Failure& failure = found_.all.emplace_back();
        failure.what = role.record();
        if (holder.known()) return;
        if (!holders.known) failure.not_told = NotTold::holders;
        else failure.others = holders.count() - 1;
    }

    void take_holder(Failure& failure) {
        const RecordId holder = people_.holder(failure.what);
        if (!holder.known()) return;
        const Hanging& hanging = people_.on(holder);
        failure.empty = hanging.roles;
        std::vector<RecordId> roles = {failure.what};
        roles.insert(roles.end(), failure.with.begin(), failure.with.end());
        for (const RecordId role : roles) {
            if (std::ranges::binary_search(failure.empty, role)) continue;
            for (const StandIn& each : people_.stand_ins(role, holder)) failure.bridges.push_back({role, each});
            if (!facts_.people().deputies_known(role)) failure.not_told = NotTold::deputies;
        }
        tell(failure, takes_.take(failure.empty, hanging.standstills));
        failure.alone.answers = hanging.answers;
        for (const auto& [process, disciplines] : hanging.answers) failure.alone.disciplines |= disciplines;
        for (const RecordId role : failure.empty) add_left_by(role, failure);
        for (const Discipline discipline : graph_.settings().in_force()) {
            const RecordId lead = lead_of(graph_, discipline);
            if (!lead.known()) continue;
            const bool is_person = lead == holder && graph_[lead].is(kinds::person);
            if (is_person || std::ranges::binary_search(failure.empty, lead)) failure.alone.led.add(discipline);
        }
        failure.alone.disciplines |= failure.alone.led;
    }

    void add_left_by(RecordId role, Failure& failure) const {
        for (const Responsibility& each : facts_.responsibilities().own(role)) {
            if (each.answers && each.entry[fields::role::responsibilities.does])
                failure.alone.duties.push_back(each.entry);
        }
        for (const Edge& edge : graph_.references_to(role)) {
            const RecordView plan = graph_[edge.other];
            if (edge.field != fields::plan::team || !plan.active()) continue;
            if (is_whole_team_away(plan, failure.empty) &&
                std::ranges::find(failure.alone.plans, edge.other) == failure.alone.plans.end())
                failure.alone.plans.push_back(edge.other);
        }
    }

    void take_thing(const RecordView& thing) {
        Failure failure;
        failure.what = thing.record();
        std::vector<RecordId> things = {thing.record()};
        if (thing.is(kinds::site)) {
            for (const Edge& edge : graph_.references_to(thing.record())) {
                const RecordView asset = graph_[edge.other];
                if (edge.field != fields::asset::location || !asset.is(kinds::asset) || !asset.active()) continue;
                failure.with.push_back(edge.other);
                things.push_back(edge.other);
            }
        }
        failure.needed = std::ranges::any_of(things, [&](RecordId each) { return takes_.is_needed(each); });
        failure.back = Duration{};
        for (const RecordId each : things) {
            const auto back = takes_.back(each);
            failure.back = back && failure.back ? std::optional(std::max(*back, *failure.back)) : std::nullopt;
        }
        const TakenAway taken = takes_.take(things, {});
        tell(failure, taken);
        for (const Gone& gone : taken.fall.gone) {
            if (graph_[gone.what].is(kinds::asset)) add_controls(gone.what, failure.alone);
        }
        add_risks(failure.alone);
        found_.all.push_back(std::move(failure));
    }

    void tell(Failure& failure, const TakenAway& taken) const {
        failure.stopped = taken.stopped;
        failure.unclear = taken.unclear;
        failure.at_least = taken.fall.cut;
        std::set<RecordId> gone;
        for (const Gone& each : taken.fall.gone) gone.insert(each.what);
        for (const LeftNeed& each : taken.fall.stood_in) {
            if (!graph_[each.user].active()) continue;
            if (!gone.contains(each.need->what)) continue;  // only what would stand in for it is gone
            for (const Alternative& other : each.need->alternatives()) {
                if (other.usable() && !gone.contains(other.what))
                    failure.bridges.push_back({each.need->what, {other.what}, each.user});
            }
        }
    }

    void add_controls(RecordId asset, LeftAlone& alone) const {
        for (const Edge& edge : graph_.references_to(asset)) {
            const RecordView control = graph_[edge.other];
            if (edge.field == fields::control::assets && control.active() &&
                control.word(fields::control::implementation) == "in-place")
                alone.controls.push_back(edge.other);
        }
    }

    void add_risks(LeftAlone& alone) const {
        sort_each_once(alone.controls);
        for (const RecordId control : alone.controls) {
            alone.disciplines |= facts_.disciplines(control);
            for (const RecordView risk : graph_[control].linked(fields::control::risks)) {
                if (!risk.active()) continue;
                alone.risks.push_back(risk.record());
                alone.disciplines |= facts_.disciplines(risk.record());
            }
        }
        sort_each_once(alone.risks);
    }

    using Rank = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t, std::string_view>;
    [[nodiscard]] Rank rank(const std::vector<StoppedProcess>& stopped, std::size_t left, RecordId what) const {
        std::int64_t interrupted = 0;
        std::int64_t soonest = 0;
        for (const StoppedProcess& each : stopped) {
            if (!each.interrupted()) continue;
            if (interrupted++ == 0) soonest = each.after.minutes;
        }
        return {-static_cast<std::int64_t>(prioritised_beyond(graph_, stopped)), -interrupted, soonest,
                -static_cast<std::int64_t>(left), graph_[what].title()};
    }
    [[nodiscard]] Rank rank(const Failure& failure) const {
        const LeftAlone& alone = failure.alone;
        std::size_t left = alone.led.size() + alone.risks.size();
        for (const auto& [process, disciplines] : alone.answers) left += disciplines.size();
        return rank(failure.stopped, left, failure.what);
    }

    void find_pairs() {
        std::vector<const Failure*> worst;
        for (const Failure& each : found_.all) {
            const bool holder_or_needed = each.needed || people_.holder(each.what).known();
            if (holder_or_needed && worst.size() < kMostPaired) worst.push_back(&each);
        }
        for (std::size_t a = 0; a < worst.size(); ++a) {
            for (std::size_t b = a + 1; b < worst.size(); ++b) add_pair(worst[a], worst[b]);
        }
        add_stand_ins(worst);
        std::ranges::stable_sort(found_.pairs, {},
                                 [&](const FailurePair& each) { return rank(each.more, 0, each.first); });
    }

    // Beyond the worst: what stands in fails with what it stands in for.
    void add_stand_ins(const std::vector<const Failure*>& worst) {
        std::set<std::pair<const Failure*, const Failure*>> seen;
        const auto is_among = [&](const Failure* each) { return std::ranges::find(worst, each) != worst.end(); };
        for (const Failure& each : found_.all) {
            for (const Bridge& bridge : each.bridges) {
                const Failure* const other = found_.of(bridge.by.who);
                if (other == nullptr || other == &each || other->others > 0 || other->not_told != NotTold::no) continue;
                if (is_among(&each) && is_among(other)) continue;
                if (seen.size() == kMostStandIns) return;
                if (seen.insert(std::minmax(&each, other)).second) add_pair(&each, other);
            }
        }
    }

    void add_pair(const Failure* a, const Failure* b) {
        std::vector<RecordId> things;
        std::vector<Standstill> standstills;
        std::vector<RecordId> holders;
        for (const Failure* each : {a, b}) {
            if (graph_[each->what].is(kinds::role)) {
                holders.push_back(people_.holder(each->what));
                continue;
            }
            things.push_back(each->what);
            things.insert(things.end(), each->with.begin(), each->with.end());
        }
        const auto add = [&](const Hanging& hanging) {
            things.insert(things.end(), hanging.roles.begin(), hanging.roles.end());
            standstills.insert(standstills.end(), hanging.standstills.begin(), hanging.standstills.end());
        };
        for (const RecordId holder : holders) add(people_.on(holder));
        if (holders.size() == 2) add(people_.on(holders[0], holders[1]));
        sort_each_once(things);
        TakenAway taken = takes_.take(things, standstills);
        std::map<RecordId, Duration> alone;
        for (const Failure* each : {a, b}) {
            for (const StoppedProcess& stopped : each->stopped) {
                const auto [place, added] = alone.try_emplace(stopped.process, stopped.after);
                if (!added) place->second = std::min(place->second, stopped.after);
            }
        }
        std::erase_if(taken.stopped, [&](const StoppedProcess& each) {
            const auto found = alone.find(each.process);
            return !each.interrupted() || (found != alone.end() && found->second <= each.after);
        });
        if (!taken.stopped.empty()) found_.pairs.push_back({a->what, b->what, std::move(taken.stopped)});
    }

    const Graph& graph_;
    const Facts& facts_;
    TakesAway takes_;
    OnPeople people_;
    std::map<RecordId, std::size_t> holders_;  // the place of what is taken away with each of them
    Failures found_;
};

}  // namespace

bool Failure::stops() const { return std::ranges::any_of(stopped, &StoppedProcess::interrupted); }

const Failure* Failures::of(RecordId what) const {
    const auto found = places.find(what);
    return found == places.end() ? nullptr : &all[found->second];
}

std::size_t prioritised_beyond(const Graph& graph, const std::vector<StoppedProcess>& stopped) {
    return static_cast<std::size_t>(std::ranges::count_if(stopped, [&](const StoppedProcess& each) {
        const bool may_pass =
            each.ending == Ending::too_late || each.ending == Ending::open || each.ending == Ending::limit_unknown;
        return may_pass && is_prioritised(graph[each.process]);
    }));
}

Failures find_failures(const Graph& graph, const Facts& facts) { return FailureFinder(graph, facts).run(); }

}  // namespace ims
