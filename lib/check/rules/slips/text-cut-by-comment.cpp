#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "check/written_values.h"
#include "yaml/write.h"

namespace ims::rules::text_cut_by_comment {
namespace {

struct Cut {
    Span comment;
    std::string_view rest;  // from the `#` to the end of its line
};

bool is_small_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// Whether what stands behind `# ` goes on with a sentence: it begins small, and is no remark such as `expect: …`.
bool is_prose(std::string_view words) {
    if (words.empty() || !is_small_letter_or_digit(words[0])) return false;
    const std::string_view first = words.substr(0, words.find(' '));
    return !first.ends_with(':');
}

// The comment behind a plain text on its line, where it is more likely a part of the text: the `#` stands at a word
// (`#42`), or prose goes on behind a single blank, where people who mean a comment mostly leave two.
std::optional<Cut> cut_of(const FieldView& value) {
    const YamlNode& node = value.node();
    const std::string_view bytes = value.bytes();
    if (node.type != NodeType::scalar || node.style != ScalarStyle::plain) return std::nullopt;
    const std::size_t hash = bytes.find_first_not_of(' ', node.end);
    if (hash == std::string_view::npos || bytes[hash] != '#' || hash + 1 >= bytes.size()) return std::nullopt;
    const std::size_t line_end = std::min(bytes.find_first_of("\r\n", hash), bytes.size());
    const std::string_view rest = trim(bytes.substr(hash, line_end - hash));
    const bool at_word = rest.size() > 1 && rest[1] != ' ' && rest[1] != '\t' && rest[1] != '#';
    const bool goes_on = hash == node.end + 1 && rest.starts_with("# ") && is_prose(trim(rest.substr(1)));
    if (!at_word && !goes_on) return std::nullopt;
    const Span span{value.span().file, static_cast<std::uint32_t>(hash),
                    static_cast<std::uint32_t>(hash + rest.size())};
    return Cut{span, rest};
}

// The whole as it has to be written; none where the line may end within brackets, or the text began on an earlier one.
std::optional<std::string> whole_of(const FieldView& value, const Cut& cut) {
    const std::string_view written = value.bytes().substr(value.span().begin, cut.comment.end - value.span().begin);
    if (cut.rest.find_first_of("]},") != std::string_view::npos || written.find('\n') != std::string_view::npos)
        return std::nullopt;
    const Result<std::string> quoted_whole = write_scalar(written, {}, {ScalarStyle::double_quoted});
    return quoted_whole ? std::optional(*quoted_whole) : std::nullopt;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    PlacesTold places;
    for_each_scalar(context.graph, [&](const RecordView& record, const FieldView& value, const KeyPath& path) {
        const auto cut = cut_of(value);
        if (!cut || !takes_prose(record, value) || !places.is_new(value)) return;
        const auto whole = whole_of(value, *cut);
        report
            .at(record, cut->comment,
                "[[a ` #` begins a comment, so {0} of {1} is read as {2} alone|of what was written as {0} of {1}, only "
                "{2} is read]]",
                names_of(record, value, path.text(), report.arena()), told_holder(record, report),
                quoted(value.text(), 60))
            .field(path.text())
            .help(
                whole
                    ? report.say("[[to keep it, write `{}`; a comment goes on a line of its own, or behind two blanks "
                                 "and `# `|have the rest written so that it is read, or taken out]]",
                                 plain(*whole))
                    : Message("[[to keep it, put the whole text between quotes; a comment goes on a line of its own, "
                              "or behind two blanks and `# `|have the rest written so that it is read, or taken "
                              "out]]"));
    });
}

}  // namespace ims::rules::text_cut_by_comment
