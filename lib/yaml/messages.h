// What is said about each mistake in the text of a file: the one place for the words of this stage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// Ways in which a text is not YAML.
enum class Mistake : std::uint8_t {
    // lines and their indentation
    tab_indentation,
    deeper_line,
    unfitting_indentation,
    less_than_first_line,
    key_after_list,
    item_among_keys,
    item_beside_key,
    question_mark,
    missing_blank_after_dash,
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
    unknown_code_point,
    // brackets
    unclosed_bracket,
    wrong_bracket,
    unopened_bracket,
    text_after_bracket,
    empty_entry,
    missing_comma,
    item_in_brackets,
    template_braces,
    // blocks of text
    text_beside_block,
    long_blank_line,
    // anchors and aliases
    alias_without_name,
    anchor_without_name,
    text_after_alias,
    two_anchors,
    anchored_alias,
    property_before_item,
    // the rest
    comment_without_blank,
    reserved_character,
    reserved_percent,
    leading_comma,
    block_in_brackets,
    wrong_directive,
    directive_without_document,
    text_after_document_end,
    not_understood,
};

YamlProblem invalid_yaml(Mistake mistake, std::uint32_t begin, std::uint32_t end);

YamlProblem unknown_alias(std::string_view name, std::uint32_t begin, std::uint32_t end);
YamlProblem recursive_alias(std::string_view name, std::uint32_t begin, std::uint32_t end);
YamlProblem deep_nesting(std::uint32_t limit, std::uint32_t begin, std::uint32_t end);
YamlProblem large_file(std::uint32_t limit);
YamlProblem large_through_aliases(std::string_view name, std::uint32_t limit, std::uint32_t begin, std::uint32_t end);
YamlProblem duplicate_key(std::string_view key, std::uint32_t begin, std::uint32_t end);
YamlProblem merge_key(std::uint32_t begin, std::uint32_t end);
YamlProblem tag(std::string_view written, std::uint32_t begin, std::uint32_t end);
YamlProblem conflict_marker(std::uint32_t begin, std::uint32_t end);
YamlProblem not_utf_8(std::uint32_t begin, std::uint32_t end);
YamlProblem other_encoding(std::string_view name, std::uint32_t length);
YamlProblem control_character(char32_t value, std::size_t more, std::uint32_t begin, std::uint32_t end);

}  // namespace ims
