// The tables of a document for spreadsheets, after RFC 4180. What stands in a cell is shown and never run: a text that
// a spreadsheet would take for a formula gets a `'` before it. Numbers and days stay what they are. The items of a list
// are lines of their cell, and each of them is one line, so that no title can be taken for two; the ids of those that
// are records stand in the column behind it, in the same lines.
#include <algorithm>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "output/document/document_format.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) return false;
    text.remove_prefix(digits);
    if (text.empty()) return true;
    if (text.front() != '.') return false;
    text.remove_prefix(1);
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// Also the wide forms that some spreadsheets read alike.
bool begins_formula(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos) return true;
    const char32_t first = decode_utf8(text, 0).value;
    return first == 0xff1d || first == 0xff0b || first == 0xff0d || first == 0xff20;
}

// Where the spreadsheet of a country divides cells at `;` or at a tab, a cell of its own begins within ours.
std::string guarded(std::string_view text) {
    std::string out;
    bool begins = true;
    for (std::size_t index = 0; index < text.size(); ++index) {
        const char c = text[index];
        if (begins && begins_formula(text.substr(index)) && !(index == 0 && is_number(text))) out += '\'';
        out += c;
        begins = c == ';' || (begins && (c == ' ' || c == '"'));
    }
    return out;
}

std::string in_quotes(std::string_view text) {
    const bool plain = text.find_first_of("\",;\r\n\t") == std::string_view::npos && trim(text).size() == text.size();
    if (plain) return std::string(text);
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

std::string field(std::string_view raw) {
    const std::string text = one_line(raw);
    return in_quotes(guarded(trim(text)));
}

// Each line is read by itself: a spreadsheet that splits them has cells of them.
std::string field_of(const std::vector<std::string>& lines) {
    std::string text;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        if (index > 0) text += '\n';
        const std::string line = one_line(lines[index]);
        text += guarded(trim(line));
    }
    return in_quotes(text);
}

// The id behind a title repeats what the column beside it says.
std::string shown(const Words& words) {
    const std::vector<Inline>& parts = words.parts();
    const bool introduced = parts.size() == 3 && parts[0].kind == Inline::Kind::record && parts[1].text == " " &&
                            parts[2].kind == Inline::Kind::code && parts[0].target.ends_with("/" + parts[2].text);
    return introduced ? parts[0].text : words.plain();
}

std::vector<std::string> lines_of(const Words& words) {
    std::vector<std::string> lines;
    for (const Words& item : items_of(words)) lines.push_back(shown(item));
    return lines;
}

// Of each item the records that it names; ids have no blanks.
std::vector<std::string> names_of(const Words& words) {
    std::vector<std::string> lines;
    bool any = false;
    for (const Words& item : items_of(words)) {
        std::string& names = lines.emplace_back();
        for (const Inline& part : item.parts()) {
            if (part.kind != Inline::Kind::record) continue;
            names += (names.empty() ? "" : " ") + part.target;
            any = true;
        }
    }
    return any ? lines : std::vector<std::string>();
}

std::string with_decimal(std::string number, char decimal) {
    std::ranges::replace(number, '.', decimal);
    return number;
}

// A number, a day, yes or no as a spreadsheet sorts it; else what people read, and what programs read where people read
// nothing.
std::string cell_text(const TableCell& cell, char decimal) {
    if (const auto* number = std::get_if<std::int64_t>(&cell.value)) return field(fmt::to_string(*number));
    if (const auto* number = std::get_if<double>(&cell.value))
        return field(with_decimal(fmt::format("{}", *number), decimal));
    if (const auto* yes = std::get_if<bool>(&cell.value)) return *yes ? "yes" : "no";
    const auto* text = std::get_if<std::string>(&cell.value);
    if (text != nullptr && (cell.words.empty() || parse_date(*text))) return field(*text);
    if (const auto* items = std::get_if<std::vector<std::string>>(&cell.value); items != nullptr && cell.words.empty())
        return field_of(*items);
    return field_of(lines_of(cell.words));
}

// Behind the titles of records stand their names; behind an id it would say that id again.
bool needs_name(const Column& column) { return column.holds != Column::Holds::text && column.title != "Id"; }

class CsvWriter {
public:
    CsvWriter(const Sink& sink, char separator) : sink_(sink), separator_(separator) {}

    void write(const Table& table) {
        std::map<std::string, int, std::less<>> seen;
        begin_row();
        for (const Column& column : table.columns) {
            const std::string title = column.title.empty() ? column.key : column.title;
            const std::string head = seen[title]++ == 0 ? title : fmt::format("{} ({})", title, column.key);
            add(field(head));
            if (needs_name(column)) add(field(head + " (id)"));
        }
        end_row();
        for (const std::vector<TableCell>& row : table.rows) {
            begin_row();
            for (std::size_t index = 0; index < table.columns.size(); ++index) {
                const TableCell* const cell = index < row.size() ? &row[index] : nullptr;
                add(cell == nullptr ? "" : cell_text(*cell, separator_ == ';' ? ',' : '.'));
                if (!needs_name(table.columns[index])) continue;
                add(cell == nullptr ? "" : field_of(names_of(cell->words)));
            }
            end_row();
        }
    }

    void write_line(std::string_view text) { sink_(field(text) + "\r\n"); }

private:
    void begin_row() { row_.clear(), first_ = true; }
    void add(std::string_view text) {
        if (!first_) row_ += separator_;
        first_ = false;
        row_ += text;
    }
    void end_row() { sink_(row_ + "\r\n"); }

    const Sink& sink_;
    char separator_;
    std::string row_;
    bool first_ = true;
};

}  // namespace

void document_formats::csv(const Document& document, const DocumentStyle& style, const Sink& sink) {
    std::vector<const Table*> tables;
    for (const Block& block : document.blocks) {
        if (const Table* const table = std::get_if<Table>(&block)) tables.push_back(table);
    }
    // Without it a spreadsheet takes the bytes for those of its country; a program has no use for it.
    if (style.into_file) sink("\xef\xbb\xbf");
    CsvWriter writer(sink, style.separator);
    if (tables.size() == 1) return writer.write(*tables.front());
    if (!document.title.empty()) {
        writer.write_line(document.organisation.empty() ? document.title
                                                        : document.title + ": " + document.organisation);
    }
    for (const Table* const table : tables) {
        sink("\r\n");
        writer.write_line(table->title.empty() ? table->key : table->title);
        writer.write(*table);
    }
}

}  // namespace ims
