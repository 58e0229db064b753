// How soon assets, suppliers and sites must be back, and how soon they are.
#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "report/sections/cells.h"
#include "report/sections/continuity.h"
#include "schema/fields.h"

namespace ims {
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
Message why_none_waits(const Page& page, RecordId what) {
    const NeedGraph& needs = page.facts.needs();
    const bool replaced = std::ranges::any_of(needs.users(what), [&](RecordId user) {
        const Need* const need = page.graph[user].active() ? needs.need(user, what) : nullptr;
        return need != nullptr && need->has_fallback();
    });
    return replaced ? Message("something else stands in") : Message("no process waits for it");
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
    Message instead;
    if (is_known_as_risk(supplier)) {
        instead = "known as a risk";
    } else if (page.facts.recovery().demand(supplier.record()).stands_still.known()) {
        instead = "nothing found";
        cell.tone = Tone::poor;
    }
    if (instead.empty()) return cell;
    cell.words = cell.words.empty() ? page.say(instead) : page.say("{}; {}", instead, cell.words);
    cell.value = std::string(instead.text());
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
        TableCell agreed = as_written(page, block[fields.agreed]);
        if (own.time && own.stated_by != id) agreed.words = page.say("as {}", page.titled(own.stated_by));
        const auto within = demand.within.duration();
        std::vector<TableCell> row = {
            page.introduced(id),
            as_written(page, demand.within),
            within ? TableCell(page.titled(demand.within_for)) : TableCell(),
            std::move(agreed),
            as_written(page, block[fields.demonstrated]),
            back_after(page, effective),
            state_cell(
                page,
                within ? capped(page, id, in_time(page, effective.time && *effective.time > *within, effective.unknown))
                       : Standing{Standing::Kind::none, why_none_waits(page, id)})};
        if (supplier) {
            row.push_back(fallback(page, record));
            row.push_back(unfit_cell(page, id, alternatives_to(page, id)));
        }
        table.rows.push_back(std::move(row));
    }
    page.heading(2, raw(title));
    if (table.rows.empty())
        return page.paragraph(
            "No process waits for [[one, and none states its recovery|{}, and nobody stated how soon one is back]].",
            with_article(kind));
    page.add(std::move(table));
}

}  // namespace

void add_required_recovery(Page& page) {
    add_kind(page, kinds::asset, "Assets");
    add_kind(page, kinds::supplier, "Suppliers");
    add_kind(page, kinds::site, "Sites");
}

}  // namespace ims
