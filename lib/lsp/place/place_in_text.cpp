#include "lsp/place/place_in_text.h"

#include <algorithm>

#include "lsp/place/text_outline.h"

namespace ims {
namespace {

bool is_line_between_documents(std::string_view line) {
    const bool marks = line.starts_with("---") || line.starts_with("...");
    return marks && (line.size() == 3 || line[3] == ' ' || line[3] == '\t');
}

// None on a line between two.
std::optional<ByteRange> document_around(const TextLines& lines, std::uint32_t offset) {
    const std::size_t here = lines.line_at(offset);
    if (is_line_between_documents(lines.line(here))) return std::nullopt;
    std::size_t first = here;
    while (first > 0 && !is_line_between_documents(lines.line(first - 1))) --first;
    std::size_t after = here + 1;
    while (after < lines.line_count() && !is_line_between_documents(lines.line(after))) ++after;
    const bool last = after == lines.line_count();
    const auto end = last ? static_cast<std::uint32_t>(lines.text().size()) : lines.line_begin(after);
    return ByteRange{lines.line_begin(first), end};
}

class PlaceFinder {
public:
    PlaceFinder(const TextLines& lines, std::uint32_t offset, ByteRange document)
        : lines_(lines), text_(lines.text()), offset_(offset), outline_(outline_of(text_, document, offset)) {}

    PlaceInText find() {
        for (const ByteRange& comment : outline_.comments) {
            if (comment.begin < offset_ && offset_ <= comment.end) return std::move(out_);
        }
        find_top();
        // Inner parts follow those that hold them.
        for (std::size_t place = outline_.parts.size(); place-- > 0;) {
            const OutlinePart& part = outline_.parts[place];
            if (part.is == Is::entry && part.key.contains(offset_)) return is_in_key(place), std::move(out_);
            if (!part.slot.contains(offset_) || (part.holds != Holds::nothing && part.holds != Holds::text)) continue;
            return is_in_slot(place), std::move(out_);
        }
        return std::move(out_);
    }

private:
    using Is = OutlinePart::Is;
    using Holds = OutlinePart::Holds;
    using Becomes = OutlinePart::Becomes;
    using Due = PlaceInText::Due;

    [[nodiscard]] std::string_view text(ByteRange range) const {
        return text_.substr(range.begin, range.end - range.begin);
    }

    void find_top() {
        for (const OutlinePart& part : outline_.parts) {
            if (part.is != Is::entry || !stands_at_top(part)) continue;
            out_.top.emplace_back(text(part.key), part.holds == Holds::text ? text(part.text) : std::string_view());
        }
    }

    // Also where the whole document is one map in brackets.
    [[nodiscard]] bool stands_at_top(const OutlinePart& part) const {
        if (part.holder == OutlinePart::kTop) return true;
        const OutlinePart& holder = outline_.parts[part.holder];
        return holder.is == Is::word && holder.holder == OutlinePart::kTop;
    }

    void is_in_key(std::size_t place) {
        const OutlinePart& part = outline_.parts[place];
        out_.has_colon = true;
        out_.in_quotes = part.key_quoted;
        takes_word(part, part.key, Due::key);
        find_way(part.holder);
        find_beside(place, Is::entry);
    }

    void is_in_slot(std::size_t place) {
        const OutlinePart& part = outline_.parts[place];
        const bool empty = part.holds == Holds::nothing || part.text.begin == part.text.end;
        ByteRange word = empty && !part.quoted ? ByteRange{offset_, offset_} : part.text;
        if (part.quoted && !word.contains(offset_)) return;
        word = {std::min(word.begin, offset_), std::max(word.end, offset_)};
        if (part.is == Is::word) return is_in_word(place, word);
        out_.in_quotes = part.quoted;
        // What stands behind a dash may turn out to be a key.
        const bool may_be_key = part.is == Is::item && !part.in_brackets;
        takes_word(part, word, may_be_key ? Due::value_or_key : Due::value);
        if (out_.due == Due::nothing) return;
        find_way(static_cast<std::uint32_t>(place));
        if (part.is == Is::item) find_beside(place, Is::item);
        if (out_.needs_blank && part.is == Is::entry && !part.key_quoted && empty) out_.key_before = part.key;
    }

    void is_in_word(std::size_t place, ByteRange word) {
        const OutlinePart& part = outline_.parts[place];
        if (part.becomes == Becomes::nothing) return;
        const bool key_alone = part.in_brackets || part.becomes == Becomes::key;
        out_.in_quotes = part.quoted;
        takes_word(part, word, key_alone ? Due::key : Due::value_or_key);
        find_way(part.holder);
        if (part.becomes == Becomes::item && !part.in_brackets) {
            out_.needs_dash = true;
            out_.way.push_back({true, {}});
            find_beside(place, Is::item);
        } else {
            find_beside(place, Is::entry);
        }
    }

    void takes_word(const OutlinePart& part, ByteRange word, Due due) {
        const std::size_t line = lines_.line_at(word.begin);
        if (lines_.line_at(word.end) != line) return;  // a text of several lines
        const std::string_view whole = lines_.line(line);
        const auto begin = lines_.line_begin(line);
        out_.due = due;
        out_.word = word;
        out_.text = text(word);
        out_.typed = text({word.begin, offset_});
        out_.in_brackets = part.in_brackets;
        out_.column = word.begin - begin;
        out_.indentation = static_cast<std::uint32_t>(std::min(whole.find_first_not_of(" \t"), whole.size()));
        out_.on_own_line = out_.indentation >= out_.column;
        if (!out_.in_quotes && out_.column > 0) {
            const char before = whole[out_.column - 1];
            const bool of_item = part.is == Is::item && before == '-' && !part.in_brackets;
            out_.needs_blank = due != Due::key || part.in_brackets
                                   ? before == ',' || of_item || (before == ':' && part.is == Is::entry)
                                   : false;
        }
    }

    // To what this part holds.
    void find_way(std::uint32_t place) {
        for (; place != OutlinePart::kTop; place = outline_.parts[place].holder) {
            const OutlinePart& part = outline_.parts[place];
            if (part.is == Is::word) continue;
            out_.way.push_back({part.is == Is::item, part.is == Is::entry ? text(part.key) : std::string_view()});
        }
        std::ranges::reverse(out_.way);
    }

    void find_beside(std::size_t place, Is what) {
        const std::uint32_t holder = outline_.parts[place].holder;
        for (std::size_t other = 0; other < outline_.parts.size(); ++other) {
            const OutlinePart& part = outline_.parts[other];
            if (other == place || part.holder != holder || part.is != what) continue;
            const std::string_view said = what == Is::entry ? text(part.key) : text(part.text);
            if (!said.empty()) out_.beside.push_back(said);
        }
    }

    const TextLines& lines_;
    std::string_view text_;
    std::uint32_t offset_;
    TextOutline outline_;
    PlaceInText out_;
};

}  // namespace

PlaceInText place_in_text(const TextLines& lines, std::uint32_t offset) {
    const std::uint32_t first = lines.line_begin(0);  // behind a byte order mark
    offset = std::clamp(offset, first, std::max(first, static_cast<std::uint32_t>(lines.text().size())));
    const auto document = document_around(lines, offset);
    if (!document) return {};
    return PlaceFinder(lines, offset, *document).find();
}

}  // namespace ims
