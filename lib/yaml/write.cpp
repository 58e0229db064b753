#include "yaml/write.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "base/text.h"
#include "yaml/cursor.h"
#include "yaml/unusual.h"

namespace ims {

namespace {

// What some reader of YAML takes for a line end or does not let pass, between quotes too; tabs apart.
bool must_be_escaped(char32_t value) {
    return value < 0x20 || (value >= 0x7f && value < 0xa0) || value == 0x2028 || value == 0x2029 || value == 0xfeff ||
           value == 0xfffe || value == 0xffff;
}

// Whether no character of the text must be escaped, those of `but` excepted.
bool is_printable(std::string_view text, std::string_view but) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (!point.valid) return false;
        if (must_be_escaped(point.value) && but.find(text[at]) == std::string_view::npos) return false;
        at += point.length;
    }
    return true;
}

// Whether people could take the text for an indented line, an item or a key: the outline refuses such texts.
bool has_misleading_blank(std::string_view text) {
    if (unusual_blank_at(text, text[0] == '-' ? 1 : 0).length > 0) return true;
    for (std::size_t colon = text.find(':'); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
        if (unusual_blank_at(text, colon + 1).length > 0) return true;
    }
    return false;
}

bool begins_as_plain(std::string_view text) {
    constexpr std::string_view kIndicators = "?:,[]{}#&*!|>'\"%@`";
    if (kIndicators.find(text[0]) != std::string_view::npos) return false;
    // Of what begins with a dash, only numbers are as clear to people as they are to readers.
    if (text[0] == '-') return text.size() > 1 && ((text[1] >= '0' && text[1] <= '9') || text[1] == '.');
    // The end of a document, and what a merge leaves behind.
    return !text.starts_with("...") && !text.starts_with("<<<<<<<") && !text.starts_with("=======");
}

std::string escape_of(char32_t value) {
    switch (value) {
        case '\n': return "\\n";
        case '\r': return "\\r";
        case '\t': return "\\t";
        case '\b': return "\\b";
        case '\f': return "\\f";
        default: return fmt::format("\\u{:04X}", static_cast<std::uint32_t>(value));
    }
}

// Where the line of a folded text that begins at `begin` is folded: at the last single blank that leaves `width` bytes,
// else at the first one after; `end` where it need not be or cannot.
std::size_t fold_of(std::string_view text, std::size_t begin, std::size_t end, std::size_t width) {
    std::size_t fold = end;
    if (end - begin <= width) return end;
    for (std::size_t at = begin + 1; at + 1 < end; ++at) {
        if (at > begin + width && fold != end) break;
        if (text[at] == ' ' && !is_blank(text[at - 1]) && !is_blank(text[at + 1])) fold = at;
    }
    return fold;
}

bool is_key_twice(const NewValue& map, std::size_t entry) {
    for (std::size_t earlier = 0; earlier < entry; ++earlier) {
        if (map.entries[earlier].key == map.entries[entry].key) return true;
    }
    return false;
}

Result<std::string> write_entry(const NewValue& map, std::size_t index, bool in_brackets,
                                const Neighbours& neighbours) {
    const std::string& key = map.entries[index].key;
    const NewValue& value = map.entries[index].value;
    if (is_key_twice(map, index)) return Error{"a map cannot hold the key `" + visible(key) + "` twice"};
    IMS_TRY_ASSIGN(std::string written, write_scalar(key, {in_brackets, true}, neighbours.keys(key).habit_of(key)));
    IMS_TRY_ASSIGN(const std::string after, write_in_line(value, in_brackets, neighbours.values(key)));
    return written + ": " + after;
}

// Whether it says more than braces and brackets have room for.
bool needs_lines(const NewValue& value) {
    const auto entry_needs = [](const NewEntry& entry) {
        return !entry.comment.empty() || !entry.above.empty() || entry.value.form == NewValue::Form::nothing ||
               needs_lines(entry.value);
    };
    return std::ranges::any_of(value.entries, entry_needs) || std::ranges::any_of(value.items, needs_lines);
}

Result<std::string> write_comment(std::string_view text) {
    if (!is_printable(text, "")) return Error{"a comment is a text of one line"};
    return text.empty() ? std::string("#") : "# " + std::string(text);
}

Result<std::string> write_lines(const NewValue& map, std::string_view line_end, const Neighbours& neighbours);

// What stands behind the colon of a key, or the dash of an item: on its line, or on lines below it.
Result<std::string> write_below(const NewValue& value, const std::string& line_end, const Neighbours& neighbours) {
    if (value.form == NewValue::Form::map) {
        IMS_TRY_ASSIGN(const std::string lines, write_lines(value, line_end + "  ", neighbours));
        return line_end + "  " + lines;
    }
    std::string written;
    for (const NewValue& item : value.items) {
        const bool is_map = item.form == NewValue::Form::map;
        IMS_TRY_ASSIGN(const std::string lines, is_map&& needs_lines(item)
                                                    ? write_lines(item, line_end + "    ", neighbours.in_lists())
                                                    : write_in_line(item, false, neighbours.in_lists()));
        written += line_end + "  - " + lines;
    }
    return written;
}

Result<std::string> write_lines_of(const NewValue& map, std::size_t index, const std::string& line_end,
                                   const Neighbours& neighbours) {
    const NewEntry& entry = map.entries[index];
    std::string written;
    for (const std::string& line : entry.above) {
        IMS_TRY_ASSIGN(const std::string comment, write_comment(line));
        written += comment + line_end;
    }
    std::string comment;
    if (!entry.comment.empty()) {
        IMS_TRY_ASSIGN(comment, write_comment(entry.comment));
        comment.insert(0, "  ");
    }
    const bool below = needs_lines(entry.value);
    if (!below && entry.value.form != NewValue::Form::nothing) {
        IMS_TRY_ASSIGN(const std::string on_line, write_entry(map, index, false, neighbours));
        return written + on_line + comment;
    }
    if (is_key_twice(map, index)) return Error{"a map cannot hold the key `" + visible(entry.key) + "` twice"};
    IMS_TRY_ASSIGN(const std::string key,
                   write_scalar(entry.key, {false, true}, neighbours.keys(entry.key).habit_of(entry.key)));
    written += key + ":" + comment;
    if (!below) return written;
    IMS_TRY_ASSIGN(const std::string lines, write_below(entry.value, line_end, neighbours.values(entry.key)));
    return written + lines;
}

Result<std::string> write_lines(const NewValue& map, std::string_view line_end, const Neighbours& neighbours) {
    std::string written;
    for (std::size_t index = 0; index < map.entries.size(); ++index) {
        if (index > 0) written += line_end;
        IMS_TRY_ASSIGN(const std::string entry, write_lines_of(map, index, std::string(line_end), neighbours));
        written += entry;
    }
    return written;
}

}  // namespace

bool can_be_plain(std::string_view text, ScalarPlace place, ImpliedType type) {
    const ImpliedType implied = implied_type(text);
    if (implied == ImpliedType::null || implied == ImpliedType::merge) return false;
    if (implied != ImpliedType::text && implied != type) return false;
    if (text.front() == ' ' || text.back() == ' ' || text.back() == ':') return false;
    if (!begins_as_plain(text) || has_misleading_blank(text) || !is_printable(text, "")) return false;
    if (text.find(": ") != std::string_view::npos || text.find(" #") != std::string_view::npos) return false;
    // Within brackets, readers of YAML 1.1 stop at a question mark too.
    return !place.in_brackets || text.find_first_of(",[]{}?") == std::string_view::npos;
}

bool can_be_single_quoted(std::string_view text) { return is_printable(text, ""); }

std::string escaped(std::string_view text, ScalarStyle style) {
    if (style != ScalarStyle::single_quoted && style != ScalarStyle::double_quoted) return std::string(text);
    std::string written;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        if (style == ScalarStyle::single_quoted) {
            if (point.value == '\'') written += '\'';
            written += text.substr(at, point.length);
        } else if (must_be_escaped(point.value)) {
            written += escape_of(point.value);
        } else {
            if (point.value == '"' || point.value == '\\') written += '\\';
            written += text.substr(at, point.length);
        }
        at += point.length;
    }
    return written;
}

Result<std::string> write_scalar(std::string_view text, ScalarPlace place, const ScalarHabit& habit) {
    if (first_invalid_utf8(text) != std::string_view::npos) return Error{"a text that is not UTF-8 cannot be written"};
    ScalarStyle style = habit.style;
    if (style == ScalarStyle::plain && !can_be_plain(text, place, habit.type)) style = habit.quotes;
    if (style == ScalarStyle::single_quoted && !can_be_single_quoted(text)) style = ScalarStyle::double_quoted;
    std::string written = escaped(text, style);
    if (style == ScalarStyle::single_quoted) written = "'" + written + "'";
    if (style == ScalarStyle::double_quoted) written = '"' + written + '"';
    if (place.is_key && written.size() > kLongestKey) {
        return Error{fmt::format("a key of more than {} bytes cannot be written", kLongestKey)};
    }
    return written;
}

bool can_be_block(std::string_view text, ScalarStyle style) {
    if (text.empty() || text.back() == '\n' || !is_printable(text, "\n\t")) return false;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        if (!line.empty()) {
            if (line.find_first_not_of(" \t") == std::string_view::npos) return false;
            if (style == ScalarStyle::folded && (is_blank(line.front()) || is_blank(line.back()))) return false;
        }
        begin = end + 1;
    }
    return true;
}

std::string write_block_lines(std::string_view text, ScalarStyle style, std::size_t indentation,
                              std::string_view line_end, std::size_t width) {
    std::string written;
    bool after_text = false;  // in a folded text a line end between two lines of text is written as two
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (begin == end) written += line_end;
        if (begin < end && after_text) written += line_end;
        for (std::size_t at = begin; at < end;) {
            const std::size_t fold = style == ScalarStyle::folded ? fold_of(text, at, end, width) : end;
            written += line_end;
            written.append(indentation, ' ');
            written += text.substr(at, fold - at);
            at = fold + 1;
        }
        after_text = style == ScalarStyle::folded && (begin < end || after_text);
        begin = end + 1;
    }
    return written;
}

std::uint32_t height_of(const NewValue& value) {
    std::uint32_t height = 0;
    if (value.form == NewValue::Form::text || value.form == NewValue::Form::nothing) return height;
    for (const NewValue& item : value.items) height = std::max(height, height_of(item));
    for (const NewEntry& entry : value.entries) height = std::max(height, height_of(entry.value));
    return height + 1;
}

Result<std::string> write_in_line(const NewValue& value, bool in_brackets, const Neighbours& neighbours) {
    if (value.form == NewValue::Form::nothing) return std::string("null");
    if (value.form == NewValue::Form::text) {
        ScalarHabit habit = neighbours.habit_of(value.text);
        if (value.typed) habit.type = implied_type(value.text);
        return write_scalar(value.text, {in_brackets, false}, habit);
    }
    const bool is_list = value.form == NewValue::Form::list;
    const std::size_t size = is_list ? value.items.size() : value.entries.size();
    const Neighbours inner = is_list ? neighbours.in_lists() : neighbours;
    std::string written = is_list ? "[" : "{";
    for (std::size_t index = 0; index < size; ++index) {
        if (index > 0) written += ", ";
        IMS_TRY_ASSIGN(const std::string part, is_list ? write_in_line(value.items[index], true, inner)
                                                       : write_entry(value, index, true, inner));
        written += part;
    }
    return written + (is_list ? "]" : "}");
}

Result<std::string> write_block_map(const NewValue& map, std::string_view line_end, const Neighbours& neighbours) {
    return write_lines(map, line_end, neighbours);
}

}  // namespace ims
