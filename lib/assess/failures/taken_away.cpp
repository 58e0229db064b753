#include "assess/failures/taken_away.h"

#include <algorithm>
#include <map>
#include <set>

#include "schema/fields.h"

namespace ims {
namespace {

// Of more different times than these, things at one site are taken to be back at the next later one.
constexpr std::size_t kMostTimes = 32;

bool is_process_in_force(const RecordView& record) { return record.is(kinds::process) && record.active(); }

Ending ending_of(std::optional<Duration> stops, std::optional<Duration> limit, std::optional<Duration> back) {
    if (!back) return Ending::open;
    if (!limit) return Ending::limit_unknown;
    return back->minutes <= stops->minutes + limit->minutes ? Ending::in_time : Ending::too_late;
}

Ending ending_of(const StoppedProcess& stopped) {
    if (stopped.back && *stopped.back <= stopped.after) return Ending::bridged;
    const Ending first = ending_of(stopped.after, stopped.limit, stopped.back);
    if (!stopped.again || first == Ending::too_late || first == Ending::open) return first;
    return ending_of(stopped.again, stopped.limit, stopped.again_back);
}

std::vector<Gone> taken(std::span<const Standstill> standstills) {
    std::vector<Gone> out;
    for (const Standstill& each : standstills) out.push_back({each.process, {}, each.role});
    return out;
}

Duration sum(Duration a, Duration b) { return {a.minutes + b.minutes, a.calendar_months + b.calendar_months}; }

}  // namespace

std::optional<Duration> TakesAway::back(RecordId thing) const {
    if (graph_[thing].is(kinds::role)) return std::nullopt;
    const EffectiveRecovery& effective = facts_.recovery().effective(thing);
    return effective.unknown.known() ? std::nullopt : effective.time;
}

StoppedProcess TakesAway::stopped(const Gone& gone) const {
    namespace own = fields::process;
    StoppedProcess out;
    out.process = gone.what;
    out.after = gone.after;
    out.through = gone.through;
    out.limit = graph_[gone.what][own::continuity][own::continuity.mtpd].duration();
    return out;
}

TakenAway TakesAway::take(std::span<const RecordId> things, std::span<const Standstill> standstills) {
    TakenAway out;
    std::vector<Gone> at_once = taken(standstills);
    for (const RecordId thing : things) at_once.push_back({thing, {}, {}});
    out.fall = falls_.fall(at_once, notes_);
    for (const Gone& gone : out.fall.gone) {
        if (is_process_in_force(graph_[gone.what])) out.stopped.push_back(stopped(gone));
    }
    std::set<RecordId> told;
    for (const StoppedProcess& each : out.stopped) told.insert(each.process);
    for (const LeftNeed& each : out.fall.unclear) {
        if (is_process_in_force(graph_[each.user]) && told.insert(each.user).second) out.unclear.push_back(each.user);
    }
    // Where the whole of it has nobody, its activities are not told.
    std::map<RecordId, FieldView> activities;
    for (const Standstill& each : standstills) {
        const auto [place, added] = activities.try_emplace(each.process, each.activity);
        if (!added && !each.activity) place->second = {};
    }
    for (StoppedProcess& each : out.stopped) {
        const auto found = activities.find(each.process);
        if (found != activities.end()) each.activity = found->second;
    }
    find_back(things, standstills, out);
    for (StoppedProcess& each : out.stopped) {
        if (each.limit) each.passes = sum(each.after, *each.limit);
        each.ending = ending_of(each);
    }
    return out;
}

// Of several things each is back in its own time: a process, when what is not back yet does not take it, or not yet.
void TakesAway::find_back(std::span<const RecordId> things, std::span<const Standstill> standstills, TakenAway& out) {
    std::set<Duration> all;
    for (const RecordId thing : things) {
        if (const auto time = back(thing)) all.insert(*time);
    }
    std::vector<Duration> times;
    for (const Duration& each : all) times.push_back(each);
    while (times.size() > kMostTimes) {
        std::vector<Duration> fewer;
        for (std::size_t place = times.size() % 2 == 0 ? 1 : 0; place < times.size(); place += 2)
            fewer.push_back(times[place]);
        times = std::move(fewer);
    }
    for (const Duration& now : times) {
        std::vector<Gone> still = taken(standstills);  // nobody says when people are back
        for (const RecordId thing : things) {
            const auto time = back(thing);
            if (!time || *time > now) still.push_back({thing, {}, {}});
        }
        std::map<RecordId, Gone> gone;
        if (!still.empty()) {
            for (const Gone& each : falls_.fall(still, notes_).gone) gone.emplace(each.what, each);
        }
        for (StoppedProcess& each : out.stopped) {
            const auto found = gone.find(each.process);
            follow(each, now, found == gone.end() ? nullptr : &found->second);
        }
    }
    std::ranges::stable_sort(out.stopped, {}, &StoppedProcess::after);
}

// `gone`: when it is without what is not back at that time; null: it does without that for ever.
void TakesAway::follow(StoppedProcess& stopped, Duration now, const Gone* gone) {
    const bool works = gone == nullptr || gone->after > now;
    if (!stopped.back && now <= stopped.after && gone != nullptr) {  // it works still, and stops later at the soonest
        stopped.after = gone->after;
        stopped.through = gone->through;
        return;
    }
    if (!stopped.back) {
        if (!works) return;
        stopped.back = now;
    } else if (stopped.again && *stopped.again < now) {  // it did stop once more
        if (works && !stopped.again_back) stopped.again_back = now;
        return;
    }
    stopped.again = gone == nullptr ? std::nullopt : std::optional(gone->after);
}

}  // namespace ims
