// Lists and mappings between brackets.
#include "yaml/outline.h"

#include <utility>

#include "yaml/unusual.h"

namespace ims {

namespace {

bool key_follows(Cursor cursor) {
    if (!can_begin_plain(cursor, Surroundings::brackets)) return false;
    read_plain_line(cursor, Surroundings::brackets);
    return at_key_end(cursor, Surroundings::brackets);
}

}  // namespace

// YAML wants the lines between brackets indented; one that is not tells of a bracket left open.
bool Outline::fail_at_unindented_line() {
    if (cursor_.tab != kNoPlace) return fail(Mistake::tab_indentation, cursor_.tab, cursor_.tab + 1);
    if (const UnusualBlank blank = unusual_blank_at(cursor_.bytes, cursor_.at); blank.length > 0) {
        return fail({Mistake::unusual_indentation, cursor_.at, cursor_.at + blank.length, blank.value});
    }
    return fail(Mistake::unclosed_bracket, bracket_, bracket_ + 1);
}

bool Outline::skip_flow_space(std::int64_t parent) {
    const std::uint32_t line = cursor_.line;
    cursor_.skip_to_content();
    if (cursor_.line == line || cursor_.done() || cursor_.indentation() > parent) return true;
    // A closing bracket below its key is read by all, if not by the letter of YAML.
    return cursor_.peek() == ']' || cursor_.peek() == '}' || fail_at_unindented_line();
}

bool Outline::flow_collection(std::int64_t parent, const Properties& properties) {
    const std::uint32_t begin = cursor_.at;
    const bool is_list = cursor_.peek() == '[';
    Collection collection;
    if (!open(is_list ? NodeType::list : NodeType::map, begin, properties, collection)) return false;
    const std::uint32_t outer = std::exchange(bracket_, begin);
    ++cursor_.at;
    for (;;) {
        if (!skip_flow_space(parent)) return false;
        const char c = cursor_.peek();
        if (cursor_.done()) return fail(Mistake::bracket_open_at_end, begin, begin + 1);
        if (c == ']' || c == '}') {
            if ((c == ']') != is_list) return fail(Mistake::wrong_bracket, cursor_.at, cursor_.at + 1);
            break;
        }
        if (c == ',') return fail(Mistake::empty_entry, cursor_.at, cursor_.at + 1);
        if (!(is_list ? flow_list_entry(parent) : flow_map_entry(parent))) return false;
        if (!skip_flow_space(parent)) return false;
        if (cursor_.peek() == ',') {
            ++cursor_.at;
        } else if (cursor_.peek() != ']' && cursor_.peek() != '}' && !cursor_.done()) {
            return fail_in_brackets();
        }
    }
    ++cursor_.at;
    close(collection, cursor_.at);
    bracket_ = outer;
    return true;
}

// An entry is done, and neither a comma nor a bracket follows.
bool Outline::fail_in_brackets() {
    const YamlNode& last = tree_.nodes.back();
    const std::uint32_t at = cursor_.at;
    if (cursor_.peek() == ':' && cursor_.bytes[last_end_ - 1] == '}' && last_end_ == at) {
        return fail(Mistake::key_not_text, tree_.nodes.back().begin, last_end_);
    }
    if (cursor_.peek() == ':') return fail(Mistake::second_colon, at, at + 1);
    if (cursor_.peek() == '#') return fail(Mistake::comment_without_blank, at, at + 1);
    if (last.type == NodeType::scalar && last.style != ScalarStyle::plain && last_end_ == last.end) {
        const bool one_line =
            cursor_.bytes.substr(last.begin, last.end - last.begin).find('\n') == std::string_view::npos;
        if (!one_line) return fail(Mistake::unclosed_quote, last.begin, last.begin + 1);
        if (cursor_.peek() != '"' && cursor_.peek() != '\'' && !key_follows(cursor_)) {
            return fail_here(last.style == ScalarStyle::double_quoted ? Mistake::text_after_double_quote
                                                                      : Mistake::text_after_single_quote);
        }
    }
    return fail(Mistake::missing_comma, at, at + 1);
}

bool Outline::flow_properties(std::int64_t parent, Properties& properties) {
    while (cursor_.peek() == '&' || cursor_.peek() == '!') {
        if (!read_property(properties, Surroundings::brackets)) return false;
        if (!skip_flow_space(parent)) return false;
    }
    return true;
}

bool Outline::flow_text(std::int64_t parent, Scalar& scalar) {
    if (cursor_.peek() == '"' || cursor_.peek() == '\'') {
        if (Trouble trouble = read_quoted(cursor_, scalar, parent)) return fail(*trouble);
        return true;
    }
    if (!can_begin_plain(cursor_, Surroundings::brackets)) return fail_at_indicator();
    scalar = read_plain_line(cursor_, Surroundings::brackets);
    if (extend_plain_in_brackets(cursor_, scalar, parent) != PlainEnd::reached) return fail_at_unindented_line();
    return true;
}

// Whether the `:` of a key follows; after a quote it may stand close to its value.
bool Outline::at_flow_key_end(const Scalar& scalar) const {
    if (scalar.style == ScalarStyle::plain) return at_key_end(cursor_, Surroundings::brackets);
    return cursor_.peek() == ':';
}

bool Outline::flow_value(std::int64_t parent) {
    const std::uint32_t empty_place = cursor_.at;
    if (!skip_flow_space(parent)) return false;
    Properties properties;
    if (!flow_properties(parent, properties)) return false;
    const char c = cursor_.peek();
    if (c == ',' || c == ']' || c == '}' || cursor_.done()) {
        add_empty(properties.any() ? properties.end : empty_place, properties);
        return true;
    }
    if (c == '[' || c == '{') return flow_collection(parent, properties);
    if (c == '*') return read_alias(properties);
    Scalar scalar;
    if (!flow_text(parent, scalar)) return false;
    add_scalar(scalar, properties);
    return true;
}

// A value, or one `key: value` without braces.
bool Outline::flow_list_entry(std::int64_t parent) {
    if (at_explicit_key()) {
        Collection map;
        if (!open(NodeType::map, cursor_.at, {}, map)) return false;
        if (!flow_map_entry(parent)) return false;
        close_block(map);
        return true;
    }
    Properties properties;
    if (!flow_properties(parent, properties)) return false;
    const char c = cursor_.peek();
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    if (c == ',' || c == ']' || c == '}' || cursor_.done()) {
        add_empty(properties.end, properties);
        return true;
    }
    if (c == '[' || c == '{' || c == '*') {
        if (!(c == '*' ? read_alias(properties) : flow_collection(parent, properties))) return false;
        cursor_.skip_blanks();
        if (cursor_.peek() != ':') return true;
        return fail(Mistake::key_not_text, tree_.nodes[node].begin, tree_.nodes[node].end);
    }
    Scalar scalar;
    if (!flow_text(parent, scalar)) return false;
    if (!skip_flow_space(parent)) return false;
    if (!at_flow_key_end(scalar)) {
        add_scalar(scalar, properties);
        return true;
    }
    // Unlike in a mapping, the key and its `:` must be on one line.
    if (cursor_.bytes.substr(scalar.begin, cursor_.at - scalar.begin).find('\n') != std::string_view::npos) {
        return fail(Mistake::key_on_several_lines, scalar.begin, scalar.end);
    }
    if (!check_key(scalar)) return false;
    Collection map;
    if (!open(NodeType::map, scalar.begin, {}, map)) return false;
    add_scalar(scalar, properties);
    ++cursor_.at;
    if (!flow_value(parent)) return false;
    close_block(map);
    return true;
}

bool Outline::flow_map_entry(std::int64_t parent) {
    const std::uint32_t begin = cursor_.at;
    if (at_explicit_key()) {
        ++cursor_.at;
        if (!skip_flow_space(parent)) return false;
    }
    Properties properties;
    if (!flow_properties(parent, properties)) return false;
    const char c = cursor_.peek();
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    if (c == '[' || c == '{' || c == '*') {
        const bool template_braces = c == '{' && begin == cursor_.at && begin == bracket_ + 1;
        if (template_braces) return fail(Mistake::template_braces, bracket_, begin + 1);
        if (!(c == '*' ? read_alias(properties) : flow_collection(parent, properties))) return false;
        return fail(Mistake::key_not_text, tree_.nodes[node].begin, tree_.nodes[node].end);
    }
    if (c == ',' || c == ']' || c == '}') return fail(Mistake::key_missing, begin, begin + 1);
    Scalar scalar;
    if (!flow_text(parent, scalar)) return false;
    if (!check_blanks(scalar)) return false;
    add_scalar(scalar, properties);
    const std::uint32_t empty_place = scalar.end;
    if (!skip_flow_space(parent)) return false;
    if (at_flow_key_end(scalar)) {
        ++cursor_.at;
        return flow_value(parent);
    }
    if (!check_colons(scalar)) return false;
    add_empty(empty_place, {});
    return true;
}

}  // namespace ims
