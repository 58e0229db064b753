#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/text.h"
#include "check/written_values.h"

namespace ims::rules::typographic_quotes {
namespace {

struct Pair {
    std::string_view open;
    std::string_view close;
};
// As the word processors of different languages set them.
constexpr std::array<Pair, 12> kPairs = {{{"“", "”"},
                                          {"„", "“"},
                                          {"„", "”"},
                                          {"”", "”"},
                                          {"«", "»"},
                                          {"»", "«"},
                                          {"‘", "’"},
                                          {"‚", "‘"},
                                          {"‚", "’"},
                                          {"’", "’"},
                                          {"‹", "›"},
                                          {"›", "‹"}}};

// The marks around the whole text; none where they close before its end, as in `“A” and “B”`.
std::optional<Pair> marks_around(std::string_view text) {
    if (text.empty() || static_cast<unsigned char>(text.front()) < 0x80) return std::nullopt;
    for (const Pair& pair : kPairs) {
        const std::size_t marks = pair.open.size() + pair.close.size();
        if (text.size() <= marks || !text.starts_with(pair.open) || !text.ends_with(pair.close)) continue;
        const std::string_view inner = text.substr(pair.open.size(), text.size() - marks);
        if (inner.find(pair.open) == std::string_view::npos && inner.find(pair.close) == std::string_view::npos)
            return pair;
    }
    return std::nullopt;
}

// “ (U+201C)
std::string told(std::string_view mark) {
    return fmt::format("{} (U+{:04X})", mark, static_cast<std::uint32_t>(decode_utf8(mark, 0).value));
}

}  // namespace

// Of plain texts: whoever writes the marks between quotes means them.
void check(const CheckContext& context, Reporter& report) {
    PlacesTold places;
    for_each_scalar(context.graph, [&](const RecordView& record, const FieldView& value, const KeyPath& path) {
        if (value.node().style != ScalarStyle::plain) return;
        const std::string_view text = value.text();
        const auto marks = marks_around(text);
        if (!marks || !takes_prose(record, value) || !places.is_new(value)) return;
        const std::string_view inner =
            trim(text.substr(marks->open.size(), text.size() - marks->open.size() - marks->close.size()));
        report
            .at(record, value, "{0} of {1} is read with the quotation marks around it: {2} and {3}",
                names_of(record, value, path.text(), report.arena()), told_holder(record, report),
                plain(told(marks->open)), plain(told(marks->close)))
            .field(path.text())
            .note(
                "[[they are letters to YAML, which knows only `\"` and `'`|such marks come from a word processor, "
                "and become a part of the text]]")
            .help("[[write `{0}`; marks that belong to the text go between quotes with it|have them taken out]]",
                  TextArgument{inner, Written::plain, 60})
            .fix(fix_that_writes(value.span(), inner, report.arena()));
    });
}

}  // namespace ims::rules::typographic_quotes
