// Lists and mappings that are told by their indentation.
#include "yaml/outline.h"

#include <algorithm>

#include "yaml/decode.h"
#include "yaml/read_block.h"
#include "yaml/unusual.h"

namespace ims {

namespace {

// Whether a key and its `:` begin at the cursor.
bool looks_like_key(Cursor cursor) {
    if (cursor.peek() == '"' || cursor.peek() == '\'') {
        Scalar scalar;
        if (read_quoted(cursor, scalar, -1) || !scalar.one_line) return false;
        cursor.skip_blanks();
    } else {
        if (!can_begin_plain(cursor, Surroundings::block)) return false;
        read_plain_line(cursor, Surroundings::block);
    }
    return at_key_end(cursor, Surroundings::block);
}

// The `:` of `key:value`, but not of `http://…` or `12:30`.
std::uint32_t colon_of_word(Cursor cursor) {
    const std::uint32_t begin = cursor.at;
    const char first = cursor.peek();
    if (first == '"' || first == '\'' || (first >= '0' && first <= '9')) return kNoPlace;
    while (!cursor.separates(0) && cursor.peek() != ':') ++cursor.at;
    const bool found = cursor.at > begin && cursor.peek() == ':' && !(cursor.peek(1) == '/' && cursor.peek(2) == '/');
    return found ? cursor.at : kNoPlace;
}

// `|` or `>` and no line of text below.
bool is_empty_block(std::string_view bytes, const YamlNode& node) {
    const bool block = node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
    return block && bytes.substr(node.begin, node.end - node.begin).find('\n') == std::string_view::npos;
}

}  // namespace

// Says why the line at `begin`, where a key is due, holds none.
bool Outline::fail_at_line_without_key(const Cursor& begin) {
    cursor_ = begin;
    // An item may be due where nothing stands after the key before; a key is still to be added there, or was.
    const bool nothing_yet = tree_.nodes.empty() || tree_.nodes.back().begin == tree_.nodes.back().end;
    if (!check_item_sign(nothing_yet)) return false;
    Cursor text = begin;
    if (!check_colons(read_plain_line(text, Surroundings::block))) return false;
    if (!tree_.nodes.empty() && is_empty_block(cursor_.bytes, tree_.nodes.back())) {
        return fail_here(Mistake::block_not_indented);
    }
    const std::uint32_t colon = colon_of_word(begin);
    if (colon != kNoPlace) return fail(Mistake::missing_blank_after_colon, colon, colon + 1);
    Cursor word = begin;
    while (!word.separates(0) && word.peek() != '=') ++word.at;
    word.skip_blanks();
    if (word.at > begin.at && word.peek() == '=') return fail(Mistake::equals_sign, word.at, word.at + 1);
    return fail_here(Mistake::no_key);
}

// What begins the items of a list elsewhere, or only seems to here, is told where an item is due. What people take for
// a blank after `-` is always.
bool Outline::check_item_sign(bool item_is_due) {
    const std::uint32_t at = cursor_.at;
    if (const UnusualBlank blank = unusual_blank_after_dash(cursor_); blank.length > 0) {
        return fail({Mistake::unusual_blank, at + 1, at + 1 + blank.length, blank.value});
    }
    const std::uint32_t length = item_is_due ? foreign_item_sign(cursor_) : 0;
    if (length == 0) return true;
    return fail({.mistake = Mistake::foreign_item_sign,
                 .begin = at,
                 .end = at + length,
                 .word_begin = at,
                 .word_end = at + length});
}

// A text that begins on a line of its own and can only be meant for a list.
bool Outline::check_own_line(std::uint32_t text) {
    Cursor cursor = cursor_;
    cursor.at = text;
    if (const UnusualBlank blank = unusual_blank_after_dash(cursor); blank.length > 0) {
        return fail({Mistake::unusual_blank, text + 1, text + 1 + blank.length, blank.value});
    }
    const UnusualBlank first = unusual_blank_at(cursor.bytes, text);
    for (UnusualBlank blank = first; blank.length > 0 || is_blank(cursor.peek());) {
        cursor.at += std::max<std::uint32_t>(blank.length, 1);
        blank = unusual_blank_at(cursor.bytes, cursor.at);
    }
    const bool item = cursor.peek() == '-' && (cursor.separates(1) || unusual_blank_after_dash(cursor).length > 0);
    if (first.length == 0 || !item) return true;
    return fail({Mistake::unusual_indentation, text, text + first.length, first.value});
}

// A tab cannot indent a list or mapping: editors show it in different widths.
bool Outline::check_indentation(const Cursor& line_start) {
    for (std::uint32_t at = line_start.at; at > line_start.line && is_blank(line_start.bytes[at - 1]); --at) {
        if (line_start.bytes[at - 1] == '\t') return fail(Mistake::tab_indentation, at - 1, at);
    }
    return true;
}

bool Outline::block_value(std::int64_t parent, After after, std::uint32_t empty_place) {
    Properties outer;  // on lines before that of the value: they are the value's, not its first key's
    for (;;) {
        const bool first = cursor_.skip_to_content();
        if (cursor_.done()) break;
        if (first) {
            if (cursor_.tab != kNoPlace && cursor_.indentation() <= parent) return check_indentation(cursor_);
            const std::int64_t column = cursor_.column();
            if (column < parent || (column == parent && !(after == After::key && at_item()))) break;
        }
        const Cursor line_start = cursor_;
        Properties inner;
        while (cursor_.peek() == '&' || cursor_.peek() == '!') {
            if (!read_property(inner, Surroundings::block)) return false;
            cursor_.skip_blanks();
        }
        if (inner.any() && (cursor_.at_line_end() || cursor_.at_comment())) {
            if (!join(outer, inner)) return false;
            continue;
        }
        const bool may_open = first || (after == After::dash && !outer.any());
        return block_content(parent, after, may_open, line_start, outer, inner);
    }
    add_empty(outer.any() ? outer.end : empty_place, outer);
    return true;
}

bool Outline::block_content(std::int64_t parent, After after, bool may_open, const Cursor& line_start,
                            Properties& outer, const Properties& inner) {
    const char c = cursor_.peek();
    const bool beside_document_mark = parent < 0 && after == After::key;
    if (at_item() || at_explicit_key()) {
        if (inner.any()) return fail_here(Mistake::property_before_item);
        if (!may_open && beside_document_mark) return fail_here(Mistake::beside_document_mark);
        if (!may_open) return fail_here(c == '-' ? Mistake::item_beside_key : Mistake::question_mark);
        if (!check_indentation(line_start)) return false;
        const std::uint32_t column = cursor_.column();
        if (c == '?') return block_map(outer, column, nullptr);
        return block_list(outer, column, after == After::key && column == parent);
    }
    if (c != '*' && c != '[' && c != '{' && c != '|' && c != '>')
        return block_text(parent, may_open, line_start, outer, inner);

    if (!join(outer, inner)) return false;
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    if (c == '*') {
        if (!read_alias(outer)) return false;
    } else if (c == '[' || c == '{') {
        if (!flow_collection(parent, outer)) return false;
    } else {
        Scalar scalar;
        const std::size_t text = tree_.arena.size();
        if (Trouble trouble = read_block(cursor_, scalar, parent, tree_.arena)) return fail(*trouble);
        add_scalar(scalar, outer);
        take_text(cursor_.bytes, text, tree_, tree_.nodes[node]);
        return true;
    }
    return after_value(node);
}

bool Outline::block_text(std::int64_t parent, bool may_open, const Cursor& line_start, Properties& outer,
                         const Properties& inner) {
    Scalar scalar;
    const bool plain = cursor_.peek() != '"' && cursor_.peek() != '\'';
    if (!plain) {
        if (Trouble trouble = read_quoted(cursor_, scalar, parent)) return fail(*trouble);
        cursor_.skip_blanks();
    } else {
        if (!can_begin_plain(cursor_, Surroundings::block)) return fail_at_indicator();
        scalar = read_plain_line(cursor_, Surroundings::block);
    }
    if (at_key_end(cursor_, Surroundings::block)) {
        if (!may_open && parent < 0) return fail(Mistake::beside_document_mark, scalar.begin, cursor_.at + 1);
        if (!may_open) return fail(Mistake::second_colon, cursor_.at, cursor_.at + 1);
        if (!check_indentation(line_start)) return false;
        const FirstKey first{inner, scalar};
        return block_map(outer, line_start.column(), &first);
    }
    if (plain) {
        switch (extend_plain_in_block(cursor_, scalar, parent)) {
            case PlainEnd::unindented:
            case PlainEnd::reached: break;
            case PlainEnd::tab: return fail(Mistake::tab_indentation, cursor_.tab, cursor_.tab + 1);
            case PlainEnd::key:
                if (may_open && (line_start.first_on_line() || colon_of_word(line_start) != kNoPlace)) {
                    return fail_at_line_without_key(line_start);
                }
                return fail(Mistake::deeper_line, cursor_.line + cursor_.indentation(), cursor_.at + 1);
        }
    }
    if (plain && line_start.first_on_line() && !check_own_line(scalar.begin)) return false;
    if (!join(outer, inner)) return false;
    const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
    add_scalar(scalar, outer);
    return after_value(node);
}

// A value is done: nothing but a comment may follow on its line.
bool Outline::after_value(std::uint32_t index) {
    cursor_.skip_blanks();
    if (cursor_.at_line_end() || cursor_.at_comment()) return true;
    const YamlNode& node = tree_.nodes[index];
    const std::uint32_t at = cursor_.at;
    const bool key_end = at_key_end(cursor_, Surroundings::block);
    if (key_end && node.type != NodeType::scalar) return fail(Mistake::key_not_text, node.begin, node.end);
    if (node.type == NodeType::scalar &&
        cursor_.bytes.substr(node.begin, node.end - node.begin).find('\n') != std::string_view::npos) {
        // A quote that some later line closes by chance.
        const std::size_t line_end = cursor_.bytes.find_first_of("\r\n", node.begin);
        return fail(Mistake::unclosed_quote, node.begin, static_cast<std::uint32_t>(line_end));
    }
    if (cursor_.peek() == '#') return fail(Mistake::comment_without_blank, at, at + 1);
    if (node.is_collection() && (cursor_.peek() == ']' || cursor_.peek() == '}')) {
        return fail(Mistake::unopened_bracket, at, at + 1);
    }
    if (node.type == NodeType::scalar) {
        if (cursor_.peek() == ':') return fail(Mistake::missing_blank_after_colon, at, at + 1);
        return fail_here(node.style == ScalarStyle::double_quoted ? Mistake::text_after_double_quote
                                                                  : Mistake::text_after_single_quote);
    }
    if (node.type == NodeType::alias) return fail_here(Mistake::text_after_alias);
    return fail_here(Mistake::text_after_bracket);
}

// What kept a line that lies deeper than the entries around it from being one of them.
bool Outline::fail_at_deeper_line(std::uint32_t last_value) {
    // Between brackets, the first child begins after its parent.
    const YamlNode& node = tree_.nodes[last_value];
    const bool block =
        tree_.after(NodeId(last_value)) > last_value + 1 && tree_.nodes[last_value + 1].begin == node.begin;
    if (!block && !check_comment_above(last_value)) return false;
    return fail_here(block ? Mistake::unfitting_indentation : Mistake::deeper_line);
}

// Whether the line at the cursor does not go on with a text above that a comment ended.
bool Outline::check_comment_above(std::uint32_t last_value) {
    const YamlNode& node = tree_.nodes[last_value];
    const bool plain = node.style == ScalarStyle::plain && !at_item() && !looks_like_key(cursor_);
    const bool block = node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
    std::uint32_t comment = node.end;
    while (comment < cursor_.at && (is_blank(cursor_.bytes[comment]) || is_break(cursor_.bytes[comment]))) ++comment;
    if ((!plain && !block) || cursor_.bytes[comment] != '#') return true;
    YamlProblem problem = problem_here(block ? Mistake::block_after_comment : Mistake::text_after_comment);
    problem.related_begin = comment;
    problem.related_end = comment + 1;
    return fail(problem);
}

bool Outline::block_list(const Properties& properties, std::uint32_t column, bool column_of_map) {
    Collection list;
    if (!open(NodeType::list, cursor_.at, properties, list)) return false;
    for (;;) {
        ++cursor_.at;
        const auto item = static_cast<std::uint32_t>(tree_.nodes.size());
        if (!block_value(column, After::dash, cursor_.at)) return false;
        cursor_.skip_to_content();
        if (cursor_.done() || (cursor_.column() < column && cursor_.tab == kNoPlace)) break;
        if (!check_indentation(cursor_)) return false;
        if (cursor_.column() > column) return fail_at_deeper_line(item);
        if (at_item()) continue;
        if (!check_item_sign(!column_of_map || !looks_like_key(cursor_))) return false;
        if (column_of_map) break;
        if (looks_like_key(cursor_)) return fail_here(Mistake::key_after_list);
        if (cursor_.peek() == '-') return fail_here(Mistake::missing_blank_after_dash);
        return fail_here(Mistake::text_among_items);
    }
    close_block(list);
    return true;
}

bool Outline::block_map(const Properties& properties, std::uint32_t column, const FirstKey* first) {
    Collection map;
    if (!open(NodeType::map, first != nullptr ? first->scalar.begin : cursor_.at, properties, map)) return false;
    if (first != nullptr) {
        if (!check_key(first->scalar)) return false;
        add_scalar(first->scalar, first->properties);
    }
    for (bool key_read = first != nullptr;; key_read = false) {
        std::uint32_t value = 0;
        if (!key_read && at_explicit_key()) {
            if (!explicit_entry(column)) return false;
            value = static_cast<std::uint32_t>(tree_.nodes.size()) - 1;
        } else {
            if (!key_read && !block_key()) return false;
            ++cursor_.at;
            value = static_cast<std::uint32_t>(tree_.nodes.size());
            if (!block_value(column, After::key, cursor_.at)) return false;
        }
        cursor_.skip_to_content();
        if (cursor_.done() || (cursor_.column() < column && cursor_.tab == kNoPlace)) break;
        if (!check_indentation(cursor_)) return false;
        if (cursor_.column() > column) return fail_at_deeper_line(value);
    }
    close_block(map);
    return true;
}

// Leaves the cursor at the `:`.
bool Outline::block_key() {
    const Cursor line_start = cursor_;
    if (at_item()) return fail_here(Mistake::item_among_keys);
    Properties properties;
    while (cursor_.peek() == '&' || cursor_.peek() == '!') {
        if (!read_property(properties, Surroundings::block)) return false;
        cursor_.skip_blanks();
    }
    if (properties.any() && (cursor_.at_line_end() || cursor_.at_comment())) {
        return fail(Mistake::property_without_key, properties.begin, properties.end);
    }
    if (properties.any() && at_item()) return fail_here(Mistake::property_before_item);
    const char c = cursor_.peek();
    Scalar scalar;
    if (c == '*' || c == '[' || c == '{') {
        const auto node = static_cast<std::uint32_t>(tree_.nodes.size());
        if (!(c == '*' ? read_alias(properties) : flow_collection(-1, properties))) return false;
        cursor_.skip_blanks();
        if (!at_key_end(cursor_, Surroundings::block)) return fail_at_line_without_key(line_start);
        return fail(Mistake::key_not_text, tree_.nodes[node].begin, tree_.nodes[node].end);
    }
    if (c == '"' || c == '\'') {
        if (Trouble trouble = read_quoted(cursor_, scalar, -1)) return fail(*trouble);
        cursor_.skip_blanks();
        if (!at_key_end(cursor_, Surroundings::block)) {
            if (!scalar.one_line) return fail(Mistake::unclosed_quote, scalar.begin, scalar.begin + 1);
            if (cursor_.peek() == ':') return fail(Mistake::missing_blank_after_colon, cursor_.at, cursor_.at + 1);
            return fail_at_line_without_key(line_start);
        }
    } else {
        if (c == '|' || c == '>') return fail(Mistake::block_without_key, cursor_.at, cursor_.at + 1);
        if (!can_begin_plain(cursor_, Surroundings::block)) return fail_at_indicator();
        scalar = read_plain_line(cursor_, Surroundings::block);
        if (!at_key_end(cursor_, Surroundings::block)) return fail_at_line_without_key(line_start);
    }
    if (!check_key(scalar)) return false;
    add_scalar(scalar, properties);
    return true;
}

// `? key` and its `: value`, each with a line of its own.
bool Outline::explicit_entry(std::uint32_t column) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    const std::uint32_t mark = cursor_.at++;
    if (!block_value(column, After::dash, cursor_.at)) return false;
    const YamlNode& key = tree_.nodes[index];
    if (key.type == NodeType::null && key.begin == key.end) return fail(Mistake::key_missing, mark, mark + 1);
    if (key.type != NodeType::scalar && key.type != NodeType::null)
        return fail(Mistake::key_not_text, key.begin, key.end);
    const bool first = cursor_.skip_to_content();
    if (!cursor_.done() && first && cursor_.column() == column && at_key_end(cursor_, Surroundings::block)) {
        ++cursor_.at;
        return block_value(column, After::dash, cursor_.at);
    }
    add_empty(last_end_, {});
    return true;
}

}  // namespace ims
