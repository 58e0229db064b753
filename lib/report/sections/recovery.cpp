#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "assess/needs/need_circles.h"
#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

FieldView rto_of(const RecordView& process) {
    return process[fields::process::continuity][fields::process::continuity.rto];
}

// As it was written.
std::string_view workaround_of(const Need& need) {
    return need.workaround ? need.entry[fields::process::needs.workaround].text() : std::string_view();
}

// "a draft, not counted"
Words why_unfit(const Page& page, RecordId what, const Alternative& alternative) {
    switch (alternative.unfit) {
        case Unfit::no: break;
        case Unfit::retired: return "retired, not counted";
        case Unfit::draft: return "a draft, not counted";
        case Unfit::itself: return "the same thing, not counted";
        case Unfit::rejected: return "rejected at its newest evaluation, not counted";
        case Unfit::needs_it: return Words("needs ") << page.graph[what].title() << " itself, not counted";
        case Unfit::needed: return Words(page.graph[what].title()) << " needs it, not counted";
        case Unfit::shared:
            return Words("fails with ") << page.graph[what].title() << " if " << page.titled(alternative.shared)
                                        << " does, not counted";
    }
    return {};
}

}  // namespace

TableCell as_written(const FieldView& duration, std::string_view otherwise) {
    if (!duration.duration()) return {otherwise, MachineValue(nullptr)};
    return duration.text();
}

TableCell back_after(const Page& page, const EffectiveRecovery& effective) {
    if (!effective.time) return not_stated("not known");
    const std::string_view time = page.facts.recovery().own(effective.sets).written.text();
    if (effective.unknown.known()) return not_stated(fmt::format("at least {}", time));
    return time;
}

TableCell back_after(const Page& page, const Dependency& dependency) {
    TableCell cell = back_after(page, dependency.effective);
    if (dependency.effective.unknown.known() && dependency.need->workaround)
        cell.words << fmt::format(", bridged for {}", workaround_of(*dependency.need));
    return cell;
}

Standing in_time(const Page& page, bool too_late, RecordId unknown, std::string_view bridged) {
    if (too_late) return {Standing::Kind::bad, "too late"};
    if (!unknown.known()) return {Standing::Kind::good, "in time"};
    const std::string why = fmt::format("nobody knows how soon {} is back", page.graph[unknown].title());
    if (bridged.empty()) return unjudged(why);
    return {Standing::Kind::fair, "in time for a while", fmt::format(": {}, bridged for {}", why, bridged)};
}

Standing standing_of(const Page& page, RecordId process, const Readiness& ready) {
    const RecordView record = page.graph[process];
    const FieldView rto = rto_of(record);
    if (rto.invalid() || record[fields::process::continuity].invalid()) return unjudged("its RTO could not be read");
    if (!rto) {
        const auto missing = impact_analysis(record).missing;
        const bool asked = std::ranges::find(missing, "rto") != missing.end();
        if (asked) return unjudged("no RTO");
        const Demand& demand = page.facts.recovery().demand(process);
        if (demand.within_for.known())
            return unjudged(fmt::format("no RTO, and {} needs it within {}", page.graph[demand.within_for].title(),
                                        demand.within.text()));
        return {Standing::Kind::none, "no RTO asked for"};
    }
    if (ready.needs.empty()) return unjudged("no need is stated");
    if (!ready.too_late && ready.unreadable.known())
        return unjudged(fmt::format("something about {} could not be read", page.graph[ready.unreadable].title()));
    return in_time(page, ready.too_late, ready.unknown,
                   ready.waits == nullptr ? std::string_view() : workaround_of(*ready.waits->need));
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
    Words words;
    std::vector<std::string> usable;
    for (const Alternative& each : alternatives) {
        if (!each.usable()) continue;
        words << (words.empty() ? "" : ", ") << page.titled(each.what);
        usable.push_back(page.graph[each.what].name());
    }
    for (const Alternative& each : alternatives) {
        if (each.usable()) continue;
        words << (words.empty() ? "" : ", ") << page.titled(each.what) << " (" << why_unfit(page, what, each) << ")";
    }
    return {std::move(words), std::move(usable)};
}

TableCell unfit_cell(const Page& page, RecordId what, std::span<const Alternative> alternatives) {
    Words words;
    std::vector<std::string> told;
    for (const Alternative& each : alternatives) {
        if (each.usable()) continue;
        const Words why = why_unfit(page, what, each);
        words << (words.empty() ? "" : ", ") << page.titled(each.what) << " (" << why << ")";
        told.push_back(fmt::format("{}: {}", page.graph[each.what].name(), why.plain()));
    }
    return {std::move(words), std::move(told)};
}

namespace {

struct RecoveryFields {
    Field recovery;
    Field agreed;
    Field demonstrated;
};

RecoveryFields fields_of(KindId kind) {
    if (kind == kinds::asset) {
        namespace own = fields::asset;
        return {own::recovery, own::recovery.agreed, own::recovery.demonstrated};
    }
    if (kind == kinds::supplier) {
        namespace own = fields::supplier;
        return {own::recovery, own::recovery.agreed, own::recovery.demonstrated};
    }
    namespace own = fields::site;
    return {own::recovery, own::recovery.agreed, own::recovery.demonstrated};
}

// Of a thing that no process has to have back within a time.
std::string why_none_waits(const Page& page, RecordId what) {
    const NeedGraph& needs = page.facts.needs();
    const bool replaced = std::ranges::any_of(needs.users(what), [&](RecordId user) {
        const Need* const need = page.graph[user].active() ? needs.need(user, what) : nullptr;
        return need != nullptr && need->has_fallback();
    });
    return replaced ? "something else stands in" : "no process waits for it";
}

// What may stand in for a supplier, as it is judged for the one who stands still without it, or else for the first who
// needs it.
std::span<const Alternative> alternatives_to(const Page& page, RecordId supplier) {
    const NeedGraph& needs = page.facts.needs();
    const RecordId through = page.facts.recovery().demand(supplier).through;
    if (through.known()) {
        const Need* const need = needs.need(through, supplier);
        if (need != nullptr) return need->alternatives();
    }
    for (const RecordId user : needs.users(supplier)) {
        const Need* const need = page.graph[user].active() ? needs.need(user, supplier) : nullptr;
        if (need != nullptr) return need->alternatives();
    }
    return needs.alternatives(supplier);
}

TableCell fallback(const Page& page, const RecordView& supplier) {
    const std::span<const Alternative> all = alternatives_to(page, supplier.record());
    TableCell cell = alternatives_cell(page, supplier.record(), all);
    if (std::ranges::any_of(all, &Alternative::usable)) return cell;
    std::string_view instead;
    if (is_known_as_risk(supplier)) {
        instead = "known as a risk";
    } else if (page.facts.recovery().demand(supplier.record()).stands_still.known()) {
        instead = "nothing found";
        cell.tone = Tone::poor;
    }
    if (instead.empty()) return cell;
    Words words(instead);
    if (!cell.words.empty()) words << "; " << cell.words;
    cell.words = std::move(words);
    cell.value = std::string(instead);
    return cell;
}

// Those that a process waits for first, the most urgent before the others.
std::vector<RecordId> by_urgency(const Page& page, KindId kind) {
    const Recovery& recovery = page.facts.recovery();
    std::vector<RecordId> records;
    for (const RecordId id : page.graph.of_kind(kind)) {
        const bool told = recovery.demand(id).within_for.known() || page.graph[id].has(fields_of(kind).recovery);
        if (page.graph[id].active() && told) records.push_back(id);
    }
    std::ranges::stable_sort(records, {}, [&](RecordId id) {
        const auto within = recovery.demand(id).within.duration();
        return std::tuple(!within, within.value_or(Duration{}));
    });
    return records;
}

void add_kind(Page& page, KindId kind, std::string_view title) {
    const Recovery& recovery = page.facts.recovery();
    const bool supplier = kind == kinds::supplier;
    Table table{.key = fmt::format("recovery-of-{}", page.graph.schema()[kind].name),
                .title = fmt::format("Recovery of {}", to_lower(title)),
                .columns = {{"record", capitalised(page.graph.schema()[kind].name), {}, Column::Holds::record},
                            {"within", "Needed within"},
                            {"needed_for", "By", {}, Column::Holds::record},
                            {"agreed", "Agreed"},
                            {"demonstrated", "Demonstrated"},
                            {"back_after", "Back, with its needs"},
                            {"state", "State"}}};
    if (supplier) {
        table.columns.push_back({"fallback", "If it fails"});
        table.columns.push_back({"not_counted", "Not counted", {}, {}, Column::For::programs});
    }
    const RecoveryFields fields = fields_of(kind);
    for (const RecordId id : by_urgency(page, kind)) {
        const RecordView record = page.graph[id];
        const Demand& demand = recovery.demand(id);
        const EffectiveRecovery& effective = recovery.effective(id);
        const FieldView block = record[fields.recovery];
        const OwnRecovery& own = recovery.own(id);
        TableCell agreed = as_written(block[fields.agreed]);
        if (own.time && own.stated_by != id) agreed.words = Words("as ") << page.titled(own.stated_by);
        const auto within = demand.within.duration();
        std::vector<TableCell> row = {
            page.introduced(id),
            as_written(demand.within),
            within ? TableCell(page.titled(demand.within_for)) : TableCell(),
            std::move(agreed),
            as_written(block[fields.demonstrated]),
            back_after(page, effective),
            state_cell(
                within ? capped(page, id, in_time(page, effective.time && *effective.time > *within, effective.unknown))
                       : Standing{Standing::Kind::none, why_none_waits(page, id)})};
        if (supplier) {
            row.push_back(fallback(page, record));
            row.push_back(unfit_cell(page, id, alternatives_to(page, id)));
        }
        table.rows.push_back(std::move(row));
    }
    page.heading(2, title);
    if (table.rows.empty()) return page.say("No process waits for one, and none states its recovery.");
    page.add(std::move(table));
}

// "Till (4 h) → Power (24 h, demonstrated)"; the middle of a long way is counted.
Words way(const Page& page, RecordId from) {
    constexpr std::size_t kMost = 12;
    constexpr std::size_t kFirst = 8;
    const Recovery& recovery = page.facts.recovery();
    const EffectiveRecovery& effective = recovery.effective(from);
    Words words;
    const auto add = [&](RecordId step) {
        const OwnRecovery& own = recovery.own(step);
        words << (words.empty() ? "" : " → ") << page.titled(step) << " (";
        if (!own.time) words << "not known";
        else words << own.written.text() << (own.demonstrated ? ", demonstrated" : "");
        if (own.time && own.stated_by != step) words << ", as its provider " << page.titled(own.stated_by);
        words << ")";
    };
    const bool whole = effective.steps <= kMost;
    for (const RecordId step : recovery.path(from, whole ? kMost : kFirst)) add(step);
    if (!whole) {
        words << fmt::format(" → {}", counted(effective.steps - kFirst - 1, "more step"));
        add(effective.sets);
    }
    return words;
}

void add_circles(Page& page) {
    const std::vector<NeedCircle> circles = find_need_circles(page.facts.needs());
    if (circles.empty()) return;
    page.heading(2, "Circles");
    page.say("These need each other, so that nobody can tell which to bring back first:");
    Bullets list;
    for (const NeedCircle& circle : circles) {
        Words words;
        constexpr std::size_t kMost = 12;
        for (std::size_t index = 0; index < std::min(kMost, circle.way.size()); ++index)
            words << page.titled(circle.way[index]) << " → ";
        if (circle.way.size() > kMost) words << counted(circle.way.size() - kMost, "more step") << " → ";
        words << page.titled(circle.way.front());
        list.items.push_back({std::move(words), {}});
    }
    page.add(std::move(list));
}

}  // namespace

void add_required_recovery(Page& page) {
    add_kind(page, kinds::asset, "Assets");
    add_kind(page, kinds::supplier, "Suppliers");
    add_kind(page, kinds::site, "Sites");
}

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
        table.rows.push_back({page.titled(process), as_written(need.allowed ? need.allowed : need.most),
                              back_after(page, need),
                              state_cell(in_time(page, need.too_slow || need.beyond_mtpd, need.effective.unknown,
                                                 workaround_of(*need.need))),
                              way(page, need.by)});
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
    page.say(
        "What each process waits for longest, with the time of each step; all of them where several are too late. Of "
        "alternatives the quickest that is usable is shown, and what a workaround bridges is left out, unless nobody "
        "knows how soon it is back.");

    if (table.rows.empty()) page.say("No process with an RTO or MTPD waits for anything that is known.");
    page.add_filled(std::move(table));
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
            table.rows.push_back({page.titled(process), page.titled(need.what), workaround_of(need), std::move(named),
                                  unfit_cell(page, need.what, need.alternatives())});
        }
    }
    if (table.rows.empty()) return;
    page.heading(2, "Fallbacks");
    page.say(
        "What is named to stand in for what a process needs, by the process or by a supplier itself. What would fail "
        "together with it, or is not in force, does not count.");
    page.add(std::move(table));
}

}  // namespace ims
