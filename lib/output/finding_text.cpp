#include "output/finding_text.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "output/excerpt.h"
#include "output/paint.h"

namespace ims {
namespace {

constexpr std::size_t kColumns = 120;  // where no screen says otherwise
constexpr std::size_t kFewestColumns = 40;

std::string place(Span span, const Style& style, const Positions& positions) {
    const Position at = positions.position(span.file, span.begin);
    return fmt::format("{}:{}:{}", shown_path(style, positions.sources()[span.file].path), at.line, at.column);
}

// "   = text", wrapped below itself where a screen says how wide it is. `opening` begins the text and is made strong.
std::string remark(std::string_view opening, std::string_view words, const std::string& margin, const Style& style) {
    const Paint paint(style.color);
    const std::size_t used = margin.size() + 2;
    const std::string whole = std::string(opening) + visible(words);
    const std::size_t room = style.columns >= used + kFewestColumns ? style.columns - used : whole.size();
    std::string text;
    for (const std::string& line : wrap_words(whole, room)) {
        if (!text.empty()) {
            text += std::string(used, ' ') + line + '\n';
            continue;
        }
        text = fmt::format("{}{} {}{}\n", margin, paint.frame("="),
                           opening.empty() ? "" : paint.strong(trim(opening)) + " ",
                           line.substr(std::min(line.size(), opening.size())));
    }
    return text;
}

}  // namespace

std::string finding_text(const Finding& finding, std::string_view rule, const Style& style, const Positions& positions,
                         const Names& names, std::string_view news) {
    const Paint paint(style.color);
    const Span span = finding.span;
    const std::uint32_t number = positions.position(span.file, span.begin).line;
    const std::string digits = std::to_string(number);
    const std::string margin(digits.size() + 2, ' ');
    const std::string near(digits.size() + 1, ' ');

    std::string text =
        fmt::format("{}: {}\n", paint.grade(finding.grade, fmt::format("{}[{}]", to_string(finding.grade), rule)),
                    paint.strong(visible(for_editors(finding.message, names))));
    text += fmt::format("{}{} {}\n", near, paint.frame("-->"), place(span, style, positions));
    if (!positions.sources()[span.file].bytes.empty()) {
        const std::string_view line = positions.line(span.file, number);
        const std::uint32_t line_begin = positions.line_begin(span.file, number);
        const std::size_t columns =
            style.columns == 0 ? kColumns
                               : std::max(kFewestColumns, style.columns - std::min(style.columns, margin.size() + 2));
        const Excerpt shown = excerpt(line, span.begin - std::min(span.begin, line_begin),
                                      span.end - std::min(span.end, line_begin), columns);
        text += fmt::format("{}{}\n", margin, paint.frame("|"));
        text += fmt::format(" {} {} {}\n", paint.frame(digits), paint.frame("|"), shown.line);
        text += fmt::format("{}{} {}{}\n", margin, paint.frame("|"), std::string(shown.marks.find('^'), ' '),
                            paint.grade(finding.grade, std::string_view(shown.marks).substr(shown.marks.find('^'))));
    }
    if (!news.empty()) text += remark("", news, margin, style);
    for (const Message& note : finding.notes) text += remark("", for_editors(note, names), margin, style);
    if (!finding.help.empty()) text += remark("help: ", for_editors(finding.help, names), margin, style);
    for (const Label& label : finding.labels) {
        text += fmt::format("{}{} {}{}{}\n", near, paint.frame(":::"), place(label.span, style, positions),
                            label.says.empty() ? "" : " ", visible(for_editors(label.says, names)));
    }
    return text;
}

}  // namespace ims
