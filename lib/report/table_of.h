// A table whose rows are all of one kind: each column stands with what it says of a row, so that neither can be moved
// or left out without the other.
#pragma once

#include <algorithm>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

#include "report/document.h"

namespace ims {

template <class Row>
struct ColumnOf {
    Column column;
    std::function<TableCell(const Row&)> cell;
};

// A row that takes a while to know is a struct of its own, found once and read by every column.
template <class Row>
class TableOf {
public:
    // `table`: all but its columns and rows.
    // `cells`: whether those are made too that readers see nowhere.
    TableOf(Table table, std::vector<ColumnOf<Row>> columns, MadeCells cells = MadeCells::all)
        : table_(std::move(table)), made_(cells) {
        for (ColumnOf<Row>& each : columns) add_column(std::move(each));
    }

    // Before the first row.
    void add_column(ColumnOf<Row> column) {
        const bool seen = column.column.readers == Column::For::all || column.column.is_facet;
        table_.columns.push_back(std::move(column.column));
        cells_.push_back(seen || made_ == MadeCells::all ? std::move(column.cell) : nullptr);
    }

    [[nodiscard]] bool has(std::string_view key) const {
        return std::ranges::find(table_.columns, key, &Column::key) != table_.columns.end();
    }

    void add(const Row& row) {
        std::vector<TableCell>& cells = table_.rows.emplace_back();
        for (const auto& cell : cells_) cells.push_back(cell ? cell(row) : TableCell());
    }
    template <class Rows>
    void add_all(const Rows& rows) {
        for (const auto& row : rows) add(row);
    }

    [[nodiscard]] Table take() { return std::move(table_); }

private:
    Table table_;
    MadeCells made_;
    std::vector<std::function<TableCell(const Row&)>> cells_;
};

}  // namespace ims
