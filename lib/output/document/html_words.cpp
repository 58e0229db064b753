#include "output/document/html_words.h"

#include <fmt/format.h>

#include "base/text.h"
#include "output/document/html_text.h"
#include "output/document/raw_text.h"

namespace ims {
namespace {

bool is_figure(char c) { return c >= '0' && c <= '9'; }

// "2026-09-30", as in the pattern, where `0` stands for a digit.
bool is_day_at(std::string_view text, std::size_t at) {
    constexpr std::string_view kDay = "0000-00-00";
    const std::string_view day = text.substr(at, kDay.size());
    if (day.size() < kDay.size() || (at > 0 && is_figure(text[at - 1]))) return false;
    for (std::size_t place = 0; place < kDay.size(); ++place) {
        if (kDay[place] == '0' ? !is_figure(day[place]) : day[place] != kDay[place]) return false;
    }
    return at + kDay.size() == text.size() || !is_figure(text[at + kDay.size()]);
}

// A browser would break a day behind a hyphen.
std::string with_whole_days(const std::string& text) {
    constexpr std::size_t kLength = 10;
    std::string out;
    // A day alone stands in a column that is wide enough for it.
    if (text.size() <= kLength || text.find('-') == std::string::npos) return text;
    for (std::size_t at = 0; at < text.size();) {
        if (is_day_at(text, at)) {
            out += fmt::format("<span class=\"day\">{}</span>", text.substr(at, kLength));
            at += kLength;
        } else {
            out += text[at++];
        }
    }
    return out;
}

std::string html_link(const Inline& part, const std::string& destination, const std::string& more = {}) {
    const std::string_view text = trim(part.text);
    const std::string_view shown = text.empty() ? std::string_view(part.target) : text;
    return fmt::format("<a href=\"{}\"{}>{}</a>", destination, more, html_text(shown));
}

constexpr std::string_view kElsewhere = " rel=\"noopener noreferrer\"";

std::string piece(const DocumentStyle& style, const Inline& part) {
    const std::string text = html_text(part.text);
    switch (part.kind) {
        case Inline::Kind::text: return with_whole_days(text);
        case Inline::Kind::strong: return "<strong>" + with_whole_days(text) + "</strong>";
        case Inline::Kind::emphasis: return "<em>" + with_whole_days(text) + "</em>";
        case Inline::Kind::code: return trim(text).empty() ? "" : "<code>" + text + "</code>";
        case Inline::Kind::record:
        case Inline::Kind::place: {
            const auto to = link_target(style, part, "html");
            if (!to) return text;
            if (to->is_address) {
                return html_link(part, html_text(encoded_address(to->path)) + '#' + to->fragment,
                                 std::string(kElsewhere));
            }
            return html_link(part, encoded_path(to->path) + (to->fragment.empty() ? "" : '#' + to->fragment));
        }
        case Inline::Kind::section: return html_link(part, "#" + html_text(part.target));
        case Inline::Kind::report: {
            const std::string file = place_of_report(style, part.target, "html");
            return file.empty() ? text : html_link(part, encoded_path(file));
        }
        case Inline::Kind::url:
            if (!is_web_address(part.target)) return text;
            return html_link(part, html_text(encoded_address(part.target)), std::string(kElsewhere));
    }
    return {};
}

}  // namespace

std::string html_classes(std::initializer_list<std::string_view> names) {
    std::string all;
    for (const std::string_view name : names) {
        if (!name.empty()) all += (all.empty() ? "" : " ") + std::string(name);
    }
    return all.empty() ? all : fmt::format(" class=\"{}\"", all);
}

std::string html_line(const DocumentStyle& style, const Words& words) {
    std::string out;
    for (const Inline& part : words.parts()) out += piece(style, part);
    return std::string(trim(out));
}

}  // namespace ims
