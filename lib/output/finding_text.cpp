#include "output/finding_text.h"

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

}  // namespace

std::string finding_text(const Finding& finding, const Style& style, const Positions& positions) {
    const Paint paint(style.color);
    const Span span = finding.span;
    const std::uint32_t number = positions.position(span.file, span.begin).line;
    const std::string digits = std::to_string(number);
    const std::string margin(digits.size() + 2, ' ');
    const std::string near(digits.size() + 1, ' ');

    std::string text = fmt::format(
        "{}: {}\n",
        paint.grade(finding.grade, fmt::format("{}[{}]", to_string(finding.grade), entry(finding.rule).name)),
        paint.strong(visible(finding.message)));
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
    for (const std::string& note : finding.notes)
        text += fmt::format("{}{} {}\n", margin, paint.frame("="), visible(note));
    if (!finding.help.empty())
        text += fmt::format("{}{} {}\n", margin, paint.frame("="), paint.strong("help:") + " " + visible(finding.help));
    for (const Label& label : finding.labels) {
        text += fmt::format("{}{} {}{}{}\n", near, paint.frame(":::"), place(label.span, style, positions),
                            label.text.empty() ? "" : " ", visible(label.text));
    }
    return text;
}

}  // namespace ims
