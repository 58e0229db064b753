#include "report/sections/paper.h"

#include <algorithm>
#include <utility>

#include "report/sections/cells.h"

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
