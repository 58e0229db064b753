// How processes fare with what they need: when it is back, what may stand in, and the way to what they wait for
// longest.
#include <algorithm>

#include <fmt/format.h>

#include "assess/needs/need_circles.h"
#include "assess/recovery/continuity.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

FieldView rto_of(const RecordView& process) {
    return process[fields::process::continuity][fields::process::continuity.rto];
}

// As it was written; none where nothing bridges it.
FieldView workaround_of(const Need& need) {
    return need.workaround ? need.entry[fields::process::needs.workaround] : FieldView();
}

// A record by its title, which readers get as a link behind what it is.
Message by_title(const Page& page, RecordId record) {
    const RecordView view = page.graph[record];
    return make_message(page.arena(), "[[{0}|{1} {2}]]", short_title(view), in_words(view.kind()), record);
}

// "a draft, not counted". People who read get titles between quotation marks, programs without.
enum class Titles : std::uint8_t { marked, bare };
Words why_unfit(const Page& page, RecordId what, const Alternative& alternative, Titles titles) {
    const auto by_itself = [&](const Words& title, RecordId record) {
        return titles == Titles::marked ? page.say("[[{0}|{1}]]", title, record) : title;
    };
    const Words title = by_itself(raw(page.graph[what].title()), what);
    switch (alternative.unfit) {
        case Unfit::no: break;
        case Unfit::retired: return page.say("retired, not counted");
        case Unfit::draft: return page.say("a draft, not counted");
        case Unfit::itself: return page.say("the same thing, not counted");
        case Unfit::rejected: return page.say("rejected at its newest evaluation, not counted");
        case Unfit::needs_it: return page.say("needs {} itself, not counted", title);
        case Unfit::needed: return page.say("{} needs it, not counted", title);
        case Unfit::shared:
            return page.say("fails with {} if {} does, not counted", title,
                            by_itself(page.titled(alternative.shared), alternative.shared));
    }
    return {};
}

}  // namespace

TableCell as_written(const Page& page, const FieldView& duration, Message otherwise) {
    if (!duration.duration()) return {page.say(otherwise), MachineValue(nullptr)};
    return {page.say("{}", plain(duration)), std::string(duration.text())};
}

TableCell back_after(const Page& page, const EffectiveRecovery& effective) {
    if (!effective.time) return not_stated(page, "not known");
    const FieldView time = page.facts.recovery().own(effective.sets).written;
    if (effective.unknown.known()) return not_stated(page, make_message(page.arena(), "at least {}", plain(time)));
    return as_written(page, time);
}

TableCell back_after(const Page& page, const Dependency& dependency) {
    TableCell cell = back_after(page, dependency.effective);
    if (dependency.effective.unknown.known() && dependency.need->workaround)
        cell.words = page.say("{0}[[, bridged for {1}|; a workaround lasts {1}]]", cell.words,
                              plain(workaround_of(*dependency.need)));
    return cell;
}

Standing in_time(const Page& page, bool too_late, RecordId unknown, Message bridged) {
    if (too_late) return {Standing::Kind::bad, "too late"};
    if (!unknown.known()) return {Standing::Kind::good, "in time"};
    const Message why = make_message(page.arena(), "nobody knows how soon {} is back", by_title(page, unknown));
    if (bridged.empty()) return unjudged(why);
    constexpr Message kWords = "in time for a while";
    return {Standing::Kind::fair, kWords,
            make_message(page.arena(), "{0}: {1}, [[bridged for|and a workaround lasts]] {2}", kWords, why, bridged)};
}

namespace {

// For how long something can be done without; nothing where it cannot.
Message bridged_for(const Page& page, const Need& need) {
    return need.workaround ? make_message(page.arena(), "{}", plain(workaround_of(need))) : Message();
}

// Of a process of which nobody says how soon it has to be back.
Standing without_objective(const Page& page, const RecordView& process) {
    const auto missing = impact_analysis(process).missing;
    if (std::ranges::find(missing, "rto") != missing.end())
        return unjudged("no [[RTO|recovery time objective is set]]");
    const Demand& demand = page.facts.recovery().demand(process.record());
    if (demand.within_for.known())
        return unjudged(make_message(page.arena(),
                                     "no [[RTO|recovery time objective is set]], and {} needs it within {}",
                                     by_title(page, demand.within_for), plain(demand.within)));
    return {Standing::Kind::none, "no RTO asked for", "[[no RTO|no recovery time objective is]] asked for"};
}

}  // namespace

Standing standing_of(const Page& page, RecordId process, const Readiness& ready) {
    const RecordView record = page.graph[process];
    const FieldView rto = rto_of(record);
    if (rto.invalid() || record[fields::process::continuity].invalid())
        return unjudged("its [[RTO|recovery time objective]] could not be read");
    if (!rto) return without_objective(page, record);
    if (ready.needs.empty()) return unjudged("no need is stated");
    if (!ready.too_late && ready.unreadable.known())
        return unjudged(
            make_message(page.arena(), "something about {} could not be read", by_title(page, ready.unreadable)));
    return in_time(page, ready.too_late, ready.unknown,
                   ready.waits == nullptr ? Message() : bridged_for(page, *ready.waits->need));
}

Readiness readiness(const Page& page, RecordId process) {
    Readiness out;
    out.needs = page.facts.dependencies(process);
    const bool asked = rto_of(page.graph[process]).duration().has_value();
    for (const Dependency& need : out.needs) {
        // What cannot be read is held against nothing.
        if (asked && !need.allowed && !out.unreadable.known()) out.unreadable = need.need->what;
        out.too_late = out.too_late || need.too_slow || need.beyond_mtpd;
        const auto& time = need.effective.time;
        const bool unknown = need.effective.unknown.known();
        // One that nothing bridges is told first, then the one that is bridged for the shortest time.
        const auto bridges_longer = [&](const Need& other) {
            return other.workaround && (!need.need->workaround || *need.need->workaround < *other.workaround);
        };
        if (unknown && (out.waits == nullptr || bridges_longer(*out.waits->need))) {
            out.unknown = need.effective.unknown;
            out.waits = &need;
        }
        const bool bridged = time && !unknown && need.need->workaround && *time <= *need.need->workaround;
        if (bridged || !time) continue;
        if (out.slowest == nullptr || *time > *out.slowest->effective.time) out.slowest = &need;
    }
    return out;
}

TableCell alternatives_cell(const Page& page, RecordId what, std::span<const Alternative> alternatives) {
    std::vector<Words> all;
    std::vector<std::string> usable;
    for (const Alternative& each : alternatives) {
        if (!each.usable()) continue;
        all.emplace_back(page.titled(each.what));
        usable.push_back(page.graph[each.what].name().text());
    }
    for (const Alternative& each : alternatives) {
        if (!each.usable())
            all.push_back(page.say("{} ({})", page.titled(each.what), why_unfit(page, what, each, Titles::marked)));
    }
    return {listed(all), std::move(usable)};
}

TableCell unfit_cell(const Page& page, RecordId what, std::span<const Alternative> alternatives) {
    std::vector<Words> unfit;
    std::vector<std::string> told;
    for (const Alternative& each : alternatives) {
        if (each.usable()) continue;
        unfit.push_back(page.say("{} ({})", page.titled(each.what), why_unfit(page, what, each, Titles::marked)));
        told.push_back(fmt::format("{}: {}", page.graph[each.what].name().text(),
                                   why_unfit(page, what, each, Titles::bare).plain()));
    }
    return {listed(unfit), std::move(told)};
}

namespace {

// "Till (4 h)", "Power (24 h, demonstrated)"
Words step_of_way(const Page& page, RecordId step) {
    const OwnRecovery& own = page.facts.recovery().own(step);
    const Inline title = page.titled(step);
    if (!own.time) return page.say("{} (not known)", title);
    const Words time =
        own.demonstrated ? page.say("{}, demonstrated", plain(own.written)) : page.say("{}", plain(own.written));
    if (own.stated_by == step) return page.say("{} ({})", title, time);
    return page.say("{} ({}, as its provider {})", title, time, page.titled(own.stated_by));
}

// "Till (4 h) → Power (24 h, demonstrated)"; the middle of a long way is counted.
Words way(const Page& page, RecordId from) {
    constexpr std::size_t kMost = 12;
    constexpr std::size_t kFirst = 8;
    const Recovery& recovery = page.facts.recovery();
    const EffectiveRecovery& effective = recovery.effective(from);
    const bool whole = effective.steps <= kMost;
    std::vector<Words> steps;
    for (const RecordId step : recovery.path(from, whole ? kMost : kFirst)) steps.push_back(step_of_way(page, step));
    if (!whole) {
        steps.push_back(page.say("{0} more {0:step|steps}", effective.steps - kFirst - 1));
        steps.push_back(step_of_way(page, effective.sets));
    }
    return listed(steps, " → ");
}

void add_circles(Page& page) {
    const std::vector<NeedCircle> circles = find_need_circles(page.facts.needs());
    if (circles.empty()) return;
    page.heading(2, "Circles");
    page.paragraph("These need each other, so that nobody can tell which to bring back first:");
    Bullets list;
    for (const NeedCircle& circle : circles) {
        std::vector<Words> steps;
        constexpr std::size_t kMost = 12;
        for (std::size_t index = 0; index < std::min(kMost, circle.way.size()); ++index)
            steps.emplace_back(page.titled(circle.way[index]));
        if (circle.way.size() > kMost) steps.push_back(page.say("{0} more {0:step|steps}", circle.way.size() - kMost));
        steps.emplace_back(page.titled(circle.way.front()));
        list.items.push_back({listed(steps, " → "), {}});
    }
    page.add(std::move(list));
}

}  // namespace

void add_slowest_paths(Page& page, const std::vector<RecordId>& processes) {
    Table table{.key = "slowest-paths",
                .title = "Slowest paths",
                .columns = {{"process", "Process", {}, Column::Holds::record},
                            {"can_wait", "Can wait"},
                            {"back_after", "Is back after"},
                            {"state", "State"},
                            {"path", "What it waits for"}},
                .most_shown = 100};
    const auto add = [&](RecordId process, const Dependency& need) {
        if (!need.allowed && !need.most) return;
        Standing state =
            in_time(page, need.too_slow || need.beyond_mtpd, need.effective.unknown, bridged_for(page, *need.need));
        // What nobody knows, and for how long it is bridged, stands beside it.
        if (state.kind == Standing::Kind::fair && page.audience() == Audience::readers) state.told = state.words;
        table.rows.push_back({page.titled(process), as_written(page, need.allowed ? need.allowed : need.most),
                              back_after(page, need), state_cell(page, state), way(page, need.by)});
    };
    for (const RecordId process : processes) {
        const Readiness ready = readiness(page, process);
        if (!ready.too_late && ready.slowest != nullptr) add(process, *ready.slowest);
        for (const Dependency& need : ready.needs) {
            const bool nothing_known = !need.effective.time && need.effective.unknown.known();
            const bool bridged = nothing_known && need.need->workaround;
            if (need.too_slow || need.beyond_mtpd || bridged) add(process, need);
        }
    }
    page.heading(2, "Slowest paths");
    page.paragraph(
        "What each process waits for longest, with the time of each step; all of them where several are too late. Of "
        "alternatives the quickest that is usable is shown, and what a workaround bridges is left out, unless nobody "
        "knows how soon it is back.");
    if (table.rows.empty())
        page.paragraph(
            "No process [[with an RTO or MTPD|that has a recovery time objective or a maximum tolerable period of "
            "disruption]] waits for anything that is known.");
    page.add_filled(std::move(table));
    add_late_paths(page, processes);
    add_circles(page);
}

void add_fallbacks(Page& page, const std::vector<RecordId>& processes) {
    Table table{.key = "fallbacks",
                .title = "Fallbacks",
                .columns = {{"process", "Process", {}, Column::Holds::record},
                            {"need", "Needs", {}, Column::Holds::record},
                            {"workaround", "Can do without for"},
                            {"alternatives", "May stand in"},
                            {"not_counted", "Not counted", {}, {}, Column::For::programs}},
                .most_shown = 100};
    for (const RecordId process : processes) {
        for (const Need& need : page.facts.needs().needs(process)) {
            if (need.alternatives().empty()) continue;
            TableCell named = alternatives_cell(page, need.what, need.alternatives());
            if (!need.has_fallback()) named.tone = Tone::poor;
            TableCell workaround = need.workaround ? as_written(page, workaround_of(need)) : TableCell();
            table.rows.push_back({page.titled(process), page.titled(need.what), std::move(workaround), std::move(named),
                                  unfit_cell(page, need.what, need.alternatives())});
        }
    }
    if (table.rows.empty()) return;
    page.heading(2, "Fallbacks");
    page.paragraph(
        "What is named to stand in for what a process needs, by the process or by a supplier itself. What would fail "
        "together with it, or is not in force, does not count.");
    page.add(std::move(table));
}

}  // namespace ims
