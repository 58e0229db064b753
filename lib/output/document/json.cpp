// The tables of a document for programs: keys that stay, cells that say more than their words where they can. Keys may
// be added, none is taken away while `version` stays.
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "output/document/document_format.h"

namespace ims {
namespace {

using nlohmann::json;

std::string dump(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

json text_or_null(std::string_view text) {
    if (text.empty()) return nullptr;
    return std::string(text);
}

json records_of(const Words& words) {
    json names = json::array();
    for (const Inline& part : words.parts()) {
        if (part.kind == Inline::Kind::record) names.push_back(part.target);
    }
    return names;
}

json value_of(const TableCell& cell, const Column& column) {
    if (!std::holds_alternative<std::monostate>(cell.value)) {
        return std::visit(
            [](const auto& value) -> json {
                if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::monostate>) return nullptr;
                else return value;
            },
            cell.value);
    }
    switch (column.holds) {
        case Column::Holds::text: return text_or_null(trim(cell.words.plain()));
        case Column::Holds::records: return records_of(cell.words);
        case Column::Holds::record: {
            const json names = records_of(cell.words);
            return names.empty() ? json(nullptr) : names.front();
        }
    }
    return nullptr;
}

void write_table(const Table& table, const Sink& sink) {
    sink("    {\"key\": " + dump(table.key) + ", \"title\": " + dump(table.title) + ",\n     \"columns\": [");
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const Column& column = table.columns[index];
        if (index > 0) sink(", ");
        sink("{\"key\": " + dump(column.key) + ", \"title\": " + dump(column.title) + "}");
    }
    sink("],\n     \"rows\": [");
    bool first_row = true;
    for (const std::vector<TableCell>& row : table.rows) {
        sink(first_row ? "\n       {" : ",\n       {");
        first_row = false;
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (index > 0) sink(", ");
            const json value = index < row.size() ? value_of(row[index], table.columns[index]) : json(nullptr);
            sink(dump(table.columns[index].key) + ": " + dump(value));
        }
        sink("}");
    }
    sink(first_row ? "]}" : "\n     ]}");
}

}  // namespace

void document_formats::json(const Document& document, const DocumentStyle&, const Sink& sink) {
    sink("{\"version\": 1,\n \"report\": " + dump(document.report) +
         ",\n \"subject\": " + dump(text_or_null(document.subject)) + ",\n \"title\": " + dump(document.title) +
         ",\n \"organisation\": " + dump(text_or_null(document.organisation)) +
         ",\n \"scope\": " + dump(text_or_null(document.scope)) + ",\n \"today\": " + dump(to_string(document.today)) +
         ",\n \"tables\": [");
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
