// Ways in which the text of a file is wrong. No rule and no sentence stands here: what is said of each is up to
// messages.h, so that a tree may be kept and shared whatever the rules are called.
#pragma once

#include <cstddef>
#include <cstdint>

namespace ims {

enum class Mistake : std::uint8_t {
    // The text is not YAML.
    // lines and their indentation
    tab_indentation,
    unusual_indentation,
    unusual_blank,
    deeper_line,
    unfitting_indentation,
    less_than_first_line,
    text_after_comment,
    block_after_comment,
    key_after_list,
    item_among_keys,
    item_beside_key,
    beside_document_mark,
    question_mark,
    missing_blank_after_dash,
    foreign_item_sign,
    text_among_items,
    no_key,
    missing_blank_after_colon,
    equals_sign,
    second_colon,
    after_the_value,
    // keys
    key_missing,
    key_not_text,
    key_too_long,
    key_on_several_lines,
    // quotes
    unclosed_quote,
    text_after_double_quote,
    text_after_single_quote,
    unknown_escape,
    too_few_digits,
    unknown_code_point,
    half_character,
    // brackets
    unclosed_bracket,
    bracket_open_at_end,
    wrong_bracket,
    unopened_bracket,
    text_after_bracket,
    empty_entry,
    missing_comma,
    item_in_brackets,
    template_braces,
    // blocks of text
    text_beside_block,
    wrong_block_number,
    block_without_key,
    block_not_indented,
    long_blank_line,
    // anchors and aliases
    unknown_alias,
    alias_without_name,
    anchor_without_name,
    sign_after_anchor,
    text_after_alias,
    two_anchors,
    anchored_alias,
    property_before_item,
    property_without_key,
    // the rest
    comment_without_blank,
    reserved_character,
    reserved_percent,
    leading_comma,
    block_in_brackets,
    wrong_directive,
    directive_without_document,
    text_after_document_end,

    // The text is YAML, or would be but for these.
    recursive_alias,
    duplicate_key,
    merge_key,
    tag,
    conflict_marker,
    // too much of it
    too_deep,
    file_too_large,
    aliases_too_large,
    folder_aliases_too_large,  // what no file can know of itself: only unread_tree gets it
    // its bytes
    not_utf_8,
    other_encoding,
    control_character,
};
constexpr std::size_t kMistakes = static_cast<std::size_t>(Mistake::control_character) + 1;

constexpr bool is_not_yaml(Mistake mistake) { return mistake <= Mistake::text_after_document_end; }

}  // namespace ims
