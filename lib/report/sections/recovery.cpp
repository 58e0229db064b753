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

Standing in_time(const Page& page, bool too_late, RecordId unknown) {
    if (too_late) return {Standing::Kind::bad, "too late"};
    if (!unknown.known()) return {Standing::Kind::good, "in time"};
    return unjudged(fmt::format("nobody knows how soon {} is back", page.graph[unknown].title()));
}

Standing standing_of(const Page& page, RecordId process, const Readiness& ready) {
    const RecordView record = page.graph[process];
    const FieldView rto = rto_of(record);
    if (rto.invalid() || record[fields::process::continuity].invalid()) return unjudged("its RTO could not be read");
    if (!rto) {
        const auto missing = impact_analysis(record).missing;
        const bool asked = std::ranges::find(missing, "rto") != missing.end();
        return asked ? unjudged("no RTO") : Standing{Standing::Kind::none, "no RTO asked for"};
    }
    if (ready.needs.empty()) return unjudged("no need is stated");
    if (!ready.too_late && ready.unreadable.known())
        return unjudged(fmt::format("something about {} could not be read", page.graph[ready.unreadable].title()));
    return in_time(page, ready.too_late, ready.unknown);
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
        if (unknown && !out.unknown.known()) out.unknown = need.effective.unknown;
        const bool bridged = time && !unknown && need.need->workaround && *time <= *need.need->workaround;
        if (bridged || !time) continue;
        if (out.slowest == nullptr || *time > *out.slowest->effective.time) out.slowest = &need;
    }
    return out;
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

TableCell fallback(const Page& page, const RecordView& supplier) {
    Words others = page.titles(supplier.linked(fields::supplier::alternatives));
    if (!others.empty()) return others;
    if (has_way_out(supplier)) return "known as a risk";
    if (!page.facts.recovery().demand(supplier.record()).stands_still.known()) return "";
    TableCell cell("nothing found");
    cell.tone = Tone::poor;
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
    if (supplier) table.columns.push_back({"fallback", "If it fails"});
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
                       : Standing{Standing::Kind::none, "no process waits for it"})};
        if (supplier) row.push_back(fallback(page, record));
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
                              back_after(page, need.effective),
                              state_cell(in_time(page, need.too_slow || need.beyond_mtpd, need.effective.unknown)),
                              way(page, need.by)});
    };
    for (const RecordId process : processes) {
        const Readiness ready = readiness(page, process);
        if (!ready.too_late && ready.slowest != nullptr) add(process, *ready.slowest);
        for (const Dependency& need : ready.needs) {
            if (need.too_slow || need.beyond_mtpd) add(process, need);
        }
    }
    page.heading(2, "Slowest paths");
    page.say(
        "What each process waits for longest, with the time of each step; all of them where several are too late. Of "
        "alternatives the quickest is shown, and what a workaround bridges is left out.");
    if (table.rows.empty()) page.say("No process with an RTO or MTPD waits for anything that is known.");
    page.add_filled(std::move(table));
    add_circles(page);
}

}  // namespace ims
