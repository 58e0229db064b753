#include "report/sections/paper.h"

#include <algorithm>
#include <utility>

#include "report/sections/cells.h"
#include "schema/fields.h"

namespace ims {

CardTable::CardTable(std::string key, std::string title)
    : table_{.key = std::move(key), .title = std::move(title), .layout = Table::Layout::card} {
    table_.rows.emplace_back();
}

void CardTable::add(std::string key, std::string title, TableCell cell, Column::Holds holds) {
    table_.columns.push_back({std::move(key), std::move(title), {}, holds});
    table_.rows.front().push_back(std::move(cell));
}

Table without_empty_columns(Table table) {
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const auto says = [index](const auto& row) { return !row[index].words.empty(); };
        if (std::ranges::none_of(table.rows, says)) table.columns[index].readers = Column::For::programs;
    }
    return table;
}

TableCell who_cell(const Page& page, const FieldView& written) {
    if (!written) return {};
    if (const auto target = target_of(page.graph, written)) return target_cell(page, written);
    const RecordId named = written.target();
    if (!named.known()) {
        // An id of a person can be a name.
        const std::string_view text = written.text();
        return text.empty() || text.starts_with("person/") ? not_stated(page, "not known")
                                                           : page.say("{} (not known)", raw(text));
    }
    const RecordView record = page.graph[named];
    if (!record.retired()) return page.say("{} (could not be read)", page.called(named));
    // Whoever took over may have been retired too.
    std::vector<RecordId> before = {named};
    RecordId next = record[fields::replaced_by].target();
    while (next.known() && page.graph[next].retired() && std::ranges::find(before, next) == before.end()) {
        before.push_back(next);
        next = page.graph[next][fields::replaced_by].target();
    }
    const bool taken_over = next.known() && page.graph[next].active();
    return taken_over ? page.say("{} (retired: {} takes its place)", page.called(named), page.called(next))
                      : page.say("{} (retired)", page.called(named));
}

TableCell whos_cell(const Page& page, const RecordView& record, Field field, Message none) {
    std::vector<Words> who;
    std::vector<RecordId> told;
    const auto add = [&](const FieldView& item) {
        const auto target = target_of(page.graph, item);
        if (target) told.push_back(target->record());
        who.push_back(target ? page.called(target->record()) : who_cell(page, item).words);
    };
    const FieldView written = record[field];
    if (written.is(ValueType::list)) {
        for (const FieldView item : written.children()) add(item);
    } else if (written) {
        add(written);
    }
    for (const RecordView each : record.linked(field)) {
        if (std::ranges::find(told, each.record()) == told.end()) who.push_back(page.called(each.record()));
    }
    return who.empty() ? page.say(none) : page.in_a_list(who);
}

Words titles_with_status(const Page& page, const LinkedRecords& records) {
    std::vector<Words> titles;
    for (const RecordView each : records) {
        const Words title = page.called(each.record());
        titles.push_back(each.active() ? title : page.say("{} (draft)", title));
    }
    return page.in_a_list(titles);
}

TableCell not_recorded(const Page& page) { return not_stated(page, "not recorded"); }

void add_signatures(Page& page, const std::vector<Words>& who) {
    Table table{.key = "signatures",
                .title = "Signatures",
                .columns = {{"who", "Who"}, {"name", "Name"}, {"date", "Date"}, {"signature", "Signature"}},
                .layout = Table::Layout::form,
                .sortable = false};
    for (const Words& each : who) table.rows.push_back({TableCell(each), {}, {}, {}});
    page.add_titled(2, std::move(table));
}

void add_status(Page& page) {
    const RecordView record = page.graph[page.subject];
    if (record.retired()) page.note("This {} is no longer in force.", in_words(record.kind()));
    else if (!record.active()) page.note("This {} is a draft, and not in force yet.", in_words(record.kind()));
}

}  // namespace ims
