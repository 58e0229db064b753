// Tables of a page for a browser. How wide one is at least is known before it is drawn: each column says how many
// letters its longest words take, longer words break, and where all columns together do not fit a screen, the rows are
// cards there. So no table is ever wider than its page, whatever the records say.
#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/html_text.h"
#include "output/document/html_words.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

std::string_view class_of(Tone tone) {
    constexpr std::array<std::string_view, 6> kClasses = {"", "good", "fair", "poor", "bad", "muted"};
    return kClasses[static_cast<std::size_t>(tone)];
}

std::string_view class_of(Column::Align align) {
    constexpr std::array<std::string_view, 3> kClasses = {"", "centre", "right"};
    return kClasses[static_cast<std::size_t>(align)];
}

// What a cell is sorted by, where that is not what it shows.
std::string sort_key(const TableCell& cell) {
    std::string key;
    if (const auto* number = std::get_if<std::int64_t>(&cell.value)) key = fmt::to_string(*number);
    else if (const auto* fraction = std::get_if<double>(&cell.value)) key = fmt::format("{}", *fraction);
    else if (const auto* text = std::get_if<std::string>(&cell.value)) key = html_text(*text);
    else if (!std::holds_alternative<std::nullptr_t>(cell.value)) return {};
    if (key == html_text(trim(cell.words.plain()))) return {};
    return fmt::format(" data-sort=\"{}\"", key);
}

// A column is at least so many letters wide: page.css has a class for each.
constexpr std::size_t kLeastLetters = 3;
constexpr std::size_t kMostLetters = 16;

// In letters of a common width: some take one and a half.
std::size_t width_of_word(std::string_view word) {
    const auto wide = std::ranges::count_if(
        word, [](char c) { return std::string_view("mwMW@%").find(c) != std::string_view::npos; });
    return display_width(word) + (static_cast<std::size_t>(wide) + 1) / 2;
}

std::size_t longest_word(std::string_view text) {
    std::size_t longest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t\n"), text.size());
        // Short ones are not looked at closely: an ordinary letter is a byte.
        if (3 * end > 2 * longest) longest = std::max(longest, width_of_word(text.substr(0, end)));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return longest;
}

// Screens by what page.css calls the tables that fit them, in pixels, as are a letter and the edges of a cell there.
struct Screen {
    std::string_view name;
    double width;
};
constexpr Screen kScreens[] = {{"fits-phone", 320}, {"fits-tablet", 690}, {"fits-screen", 1190}};
constexpr std::string_view kFitsNone = "fits-none";
constexpr double kLetter = 9.13;
constexpr double kPadding = 20;
constexpr double kTightPadding = 8;

class HtmlTable {
public:
    HtmlTable(const DocumentStyle& style, const Table& table, std::string_view heading)
        : style_(style),
          table_(table),
          title_(html_text(table.title.empty() ? heading : table.title)),
          rows_(std::min(table.rows.size(), table.most_shown)) {
        for (std::size_t index = 0; index < table.columns.size(); ++index) {
            if (table.columns[index].readers == Column::For::all) shown_.push_back(index);
            if (table.columns[index].is_facet) facets_.push_back(index);
        }
    }

    void write(const Sink& sink) {
        if (shown_.empty()) return;  // a frame round nothing
        if (table_.layout == Table::Layout::card) return write_card(sink);
        if (table_.layout == Table::Layout::line) return write_line(sink);
        write_grid(sink);
    }

private:
    [[nodiscard]] std::string id() const {
        return fmt::format(" id=\"ims:table-{}\"", percent_encoded(table_.key, "-_."));
    }

    [[nodiscard]] const TableCell& cell(std::size_t row, std::size_t column) const {
        static const TableCell kNothing;
        return column < table_.rows[row].size() ? table_.rows[row][column] : kNothing;
    }

    // The heads of a matrix stand upright where they would need more room than what is below them.
    void measure() {
        letters_.assign(table_.columns.size(), kLeastLetters);
        std::size_t centred = 0;
        double lying = 0;
        for (const std::size_t index : shown_) {
            std::size_t below = kLeastLetters;
            for (std::size_t row = 0; row < rows_; ++row)
                below = std::max(below, longest_word(cell(row, index).words.plain()));
            const Column& column = table_.columns[index];
            const bool centre = column.align == Column::Align::centre;
            if (centre) ++centred;
            // Heads are bold, and may have an arrow.
            const std::size_t arrow = table_.sortable && rows_ > 1 ? 3 : 1;
            const std::size_t with_head = std::max(below, longest_word(column.title) + arrow);
            lying += static_cast<double>(std::min(with_head, kMostLetters)) * kLetter + kPadding;
            letters_[index] = std::min(centre ? below : with_head, kMostLetters);
            heads_.push_back(std::min(with_head, kMostLetters));
        }
        upright_ = centred > 3 && lying > kScreens[2].width;
        double width = 0;
        for (std::size_t place = 0; place < shown_.size(); ++place) {
            std::size_t& letters = letters_[shown_[place]];
            if (!upright_) letters = heads_[place];
            const bool tight = upright_ && table_.columns[shown_[place]].align == Column::Align::centre;
            width += static_cast<double>(letters) * kLetter + (tight ? kTightPadding : kPadding);
        }
        const auto* const screen =
            std::ranges::find_if(kScreens, [&](const Screen& each) { return width <= each.width; });
        fits_ = screen == std::end(kScreens) ? kFitsNone : screen->name;
    }

    void write_grid(const Sink& sink) {
        measure();
        const bool form = table_.layout == Table::Layout::form;
        const bool sortable = table_.sortable && rows_ > 1 && !form;
        sink(fmt::format(
            "<div class=\"table\">\n<table role=\"table\"{}{} aria-label=\"{}\"{}>\n"
            "<thead role=\"rowgroup\"><tr role=\"row\">",
            id(), html_classes({sortable ? "sortable" : "", form ? "form" : "", upright_ ? "tight" : "", fits_}),
            title_, facet_titles()));
        for (const std::size_t index : shown_) {
            const Column& column = table_.columns[index];
            const bool upright = upright_ && column.align == Column::Align::centre;
            const std::string letters = fmt::format("m{}", letters_[index]);
            const std::string title = html_text(column.title);
            sink(fmt::format("<th role=\"columnheader\" scope=\"col\"{}>{}</th>",
                             html_classes({class_of(column.align), letters}),
                             upright ? fmt::format("<span class=\"upright\">{}</span>", title) : title));
        }
        sink("</tr></thead>\n<tbody role=\"rowgroup\">\n");
        for (std::size_t row = 0; row < rows_; ++row) write_row(row, sink);
        sink("</tbody>\n</table>\n</div>\n");
        if (rows_ < table_.rows.size())
            sink(fmt::format("<p class=\"more\">… and {} more.</p>\n", table_.rows.size() - rows_));
    }

    void write_row(std::size_t row, const Sink& sink) const {
        std::string text = "<tr role=\"row\"";
        for (std::size_t place = 0; place < facets_.size(); ++place)
            text += fmt::format(" data-f{}=\"{}\"", place, facet_words(cell(row, facets_[place])));
        text += '>';
        for (const std::size_t index : shown_) {
            const TableCell& each = cell(row, index);
            // Where a row goes on with what the one above began, nothing heads it.
            const bool heads = index == shown_.front() && !each.words.empty();
            const std::string label =
                heads ? std::string() : fmt::format(" data-label=\"{}\"", html_text(table_.columns[index].title));
            text += fmt::format("<{0}{1}{2}{3}>{4}</{5}>",
                                heads ? "th role=\"rowheader\" scope=\"row\"" : "td role=\"cell\"",
                                html_classes({class_of(table_.columns[index].align), class_of(each.tone)}), label,
                                sort_key(each), html_line(style_, each.words), heads ? "th" : "td");
        }
        sink(text + "</tr>\n");
    }

    // By what the rows can be filtered: the keys for addresses, the titles for people.
    [[nodiscard]] std::string facet_titles() const {
        if (facets_.empty()) return {};
        std::string keys;
        std::string titles;
        for (const std::size_t index : facets_) {
            if (!keys.empty()) keys += ' ';
            if (!titles.empty()) titles += kBetween;
            keys += percent_encoded(table_.columns[index].key, "-_");
            titles += html_text(table_.columns[index].title);
        }
        return fmt::format(" data-facets=\"{}\" data-titles=\"{}\"", keys, titles);
    }

    // The titles of the records that a cell names, the items of its list, or what it says.
    static std::string facet_words(const TableCell& cell) {
        std::string words;
        const auto add = [&](std::string_view word) {
            if (trim(word).empty()) return;
            if (!words.empty()) words += kBetween;
            words += html_text(trim(word));
        };
        for (const Inline& part : cell.words.parts()) {
            if (part.kind == Inline::Kind::record) add(part.text);
        }
        if (!words.empty()) return words;
        if (const auto* const list = std::get_if<std::vector<std::string>>(&cell.value)) {
            for (std::string item : *list) {
                std::ranges::replace(item, '-', ' ');
                add(item);
            }
            return words;
        }
        add(cell.words.plain());
        return words;
    }

    void write_line(const Sink& sink) const {
        std::string text;
        for (const std::vector<TableCell>& row : table_.rows) {
            for (const std::size_t index : shown_) {
                if (index >= row.size() || row[index].words.empty()) continue;
                text +=
                    fmt::format("{}<span>{}</span>", text.empty() ? "" : " · ", html_line(style_, row[index].words));
            }
        }
        sink(fmt::format("<p class=\"about\"{}>{}</p>\n", id(), text));
    }

    void write_card(const Sink& sink) const {
        bool first = true;
        for (const std::vector<TableCell>& row : table_.rows) {
            sink(fmt::format("<dl class=\"card\"{}>\n", first ? id() : ""));
            first = false;
            for (const std::size_t index : shown_) {
                if (index >= row.size() || row[index].words.empty()) continue;
                sink(fmt::format("<div><dt>{}</dt><dd>{}</dd></div>\n", html_text(table_.columns[index].title),
                                 html_line(style_, row[index].words)));
            }
            sink("</dl>\n");
        }
    }

    // No word of a line holds a line break.
    static constexpr std::string_view kBetween = "&#10;";

    const DocumentStyle& style_;
    const Table& table_;
    std::string title_;
    std::size_t rows_;
    std::vector<std::size_t> shown_;
    std::vector<std::size_t> facets_;
    std::vector<std::size_t> letters_;  // by column
    std::vector<std::size_t> heads_;    // by place among those shown
    bool upright_ = false;
    std::string_view fits_;
};

}  // namespace

void write_html_table(const DocumentStyle& style, const Table& table, std::string_view heading, const Sink& sink) {
    // For programs alone.
    const auto shown = [](const Column& column) { return column.readers == Column::For::all; };
    if (std::ranges::none_of(table.columns, shown)) return;
    HtmlTable(style, table, heading).write(sink);
}

}  // namespace ims
