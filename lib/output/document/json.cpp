// The tables of a document for programs: keys that stay, cells that say more than their words where they can. Keys may
// be added, none is taken away while `version` stays.
#include "base/json.h"
#include "base/text.h"
#include "output/document/document_format.h"

namespace ims {
namespace {

Json text_or_null(std::string_view text) {
    if (text.empty()) return nullptr;
    return text;
}

std::vector<std::string> records_of(const Words& words) {
    std::vector<std::string> names;
    for (const Inline& part : words.parts()) {
        if (part.kind == Inline::Kind::record) names.push_back(part.target);
    }
    return names;
}

// Columns of one list have an entry for each of its items, and null where one says nothing.
Json list_of(const std::vector<std::string>& items) {
    Json list = Json::list();
    for (const std::string& item : items) list.add(text_or_null(item));
    return list;
}

Json value_of(const TableCell& cell, const Column& column) {
    if (!std::holds_alternative<std::monostate>(cell.value)) {
        return std::visit(
            [](const auto& value) -> Json {
                using Value = std::decay_t<decltype(value)>;
                if constexpr (std::is_same_v<Value, std::monostate>) return nullptr;
                else if constexpr (std::is_same_v<Value, std::vector<std::string>>) return list_of(value);
                else return value;
            },
            cell.value);
    }
    switch (column.holds) {
        case Column::Holds::text: return text_or_null(trim(cell.words.plain()));
        case Column::Holds::records: return Json::list_of(records_of(cell.words));
        case Column::Holds::record: {
            const std::vector<std::string> names = records_of(cell.words);
            return names.empty() ? Json() : Json(names.front());
        }
    }
    return nullptr;
}

void write_table(const Table& table, const Sink& sink) {
    sink("    {\"key\": " + to_text(table.key) + ", \"title\": " + to_text(table.title) + ",\n     \"columns\": [");
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const Column& column = table.columns[index];
        if (index > 0) sink(", ");
        sink("{\"key\": " + to_text(column.key) + ", \"title\": " + to_text(column.title) + "}");
    }
    sink("],\n     \"rows\": [");
    bool first_row = true;
    for (const std::vector<TableCell>& row : table.rows) {
        sink(first_row ? "\n       {" : ",\n       {");
        first_row = false;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (index > 0) sink(", ");
            const Json value = index < row.size() ? value_of(row[index], table.columns[index]) : Json();
            sink(to_text(table.columns[index].key) + ": " + to_text(value));
            // `state` is null: `state_unknown` says why.
            if (index < row.size() && !row[index].why_null.empty())
                sink(", " + to_text(table.columns[index].key + "_unknown") + ": " + to_text(row[index].why_null));
        }
        sink("}");
    }
    sink(first_row ? "]}" : "\n     ]}");
}

}  // namespace

void document_formats::json(const Document& document, const DocumentStyle&, const Sink& sink) {
    sink("{\"version\": 1,\n \"report\": " + to_text(document.report) +
         ",\n \"subject\": " + to_text(text_or_null(document.subject)) + ",\n \"title\": " + to_text(document.title) +
         ",\n \"organisation\": " + to_text(text_or_null(document.organisation)) +
         ",\n \"scope\": " + to_text(text_or_null(document.scope)) +
         ",\n \"today\": " + to_text(to_string(document.today)) + ",\n \"tables\": [");
    bool first = true;
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        sink(first ? "\n" : ",\n");
        first = false;
        write_table(*table, sink);
    }
    sink(first ? "]}\n" : "\n ]}\n");
}

}  // namespace ims
