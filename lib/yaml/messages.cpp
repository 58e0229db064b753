#include "yaml/messages.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "diagnostics/rules.h"
#include "yaml/unusual.h"

namespace ims {

namespace {

// Templates: in a message `{0}` stands for the word of the problem, `{1}` for its number in words, `{2}` and `{3}` for
// what aliases may add and what those of all files add. Readers are told what it comes to; how it is mended is for
// whoever edits the records.
struct Said {
    std::string_view message;
    std::string_view help;
    RuleId rule = RuleId::invalid_yaml;
    std::string_view readers = "a part of the records cannot be read: their text is not written as it has to be";
    Message related = {};
};

constexpr std::string_view kFewerAliases =
    "write it in fewer places, or let it stand for a shorter list or text; what many places share may be a record of "
    "its "
    "own, which they name by its id";

constexpr Said said_where_not_yaml(Mistake mistake) {
    switch (mistake) {
        case Mistake::tab_indentation: return {"a tab indents a line", "use spaces: a tab has no fixed width"};
        case Mistake::unusual_indentation:
            return {"{1} indents this line", "use plain spaces: to YAML this is a letter like any other"};
        case Mistake::unusual_blank: return {"{1} stands where a plain space is due", "replace it by a plain space"};
        case Mistake::deeper_line:
            return {"a line is indented deeper than the one above it, which already has its value",
                    "indent it like the line above; or, if it goes on with the text above, put the whole text between "
                    "quotes"};
        case Mistake::unfitting_indentation:
            return {"a line is indented like none of the lines above it",
                    "give it as many spaces as the lines that it belongs to"};
        case Mistake::less_than_first_line:
            return {"a line of text is indented less than the first line of its text",
                    "give every line of the text at least as many spaces as its first line"};
        case Mistake::text_after_comment:
            return {.message = "a text goes on here that ended above, where `#` began a comment",
                    .help =
                        "put the whole text between quotes, from its first line to this one; or begin this line "
                        "with `# ` too",
                    .related = "the comment"};
        case Mistake::block_after_comment:
            return {.message = "a line goes on with a block of text that ended above: a comment is indented less",
                    .help = "indent the comment like the text, which it then belongs to; or delete it",
                    .related = "the comment"};
        case Mistake::key_after_list:
            return {"a key stands where the next item of a list is due",
                    "indent the list or the key, so that one lies below the other; or begin the line with `- `"};
        case Mistake::item_among_keys:
            return {"a list item stands where the next key is due",
                    "put the items right below the key that they belong to"};
        case Mistake::item_beside_key:
            return {"a list begins on the line of its key", "begin every item on a line of its own, below the key"};
        case Mistake::beside_document_mark:
            return {"a list or a mapping begins on the line of `---`", "begin it on the next line"};
        case Mistake::question_mark: return {"a value begins with `? `", "put the value between quotes"};
        case Mistake::missing_blank_after_dash: return {"a blank is missing after `-`", "write `- item`"};
        case Mistake::foreign_item_sign:
            return {"a line begins with `{0}` where an item of a list is due",
                    "begin every item with one `-` and a blank: `- item`"};
        case Mistake::text_among_items:
            return {"a line stands among the items of a list and is none",
                    "begin the line with `- `; or, if it goes on with the item above, indent it"};
        case Mistake::no_key:
            return {"a line has no `: ` after a key",
                    "write `key: value`; or, if the line goes on with the text above, indent it"};
        case Mistake::missing_blank_after_colon: return {"a blank is missing after `:`", "write `key: value`"};
        case Mistake::equals_sign: return {"a key is followed by `=`", "write `key: value`"};
        case Mistake::second_colon:
            return {"a value holds a `:` followed by a blank, as only a key may",
                    "put the whole value between quotes: `\"…\"`"};
        case Mistake::after_the_value:
            return {"text follows where the document is complete",
                    "put it below a key, or make it a comment with `# `"};
        case Mistake::key_missing:
            return {"a key is missing before `:`",
                    "write `key: value`; a text that begins with `:` goes between quotes"};
        case Mistake::key_not_text:
            return {"a key is no plain text",
                    "use a word as key; a text that begins with `[`, `{{` or `*` goes between quotes"};
        case Mistake::key_too_long:
            return {"a key is longer than 1024 bytes",
                    "if it is a text with a `: ` inside, put the text between quotes"};
        case Mistake::key_on_several_lines:
            return {"a key runs over several lines", "write the key and its `:` on one line"};
        case Mistake::unclosed_quote:
            return {"a quote opens here and is not closed",
                    "close it at the end of the value; a text of several lines goes on indented"};
        case Mistake::text_after_double_quote:
            return {"text follows the closing quote of a value",
                    "put the whole value between quotes, and write a quote inside it as `\\\"`"};
        case Mistake::text_after_single_quote:
            return {"text follows the closing quote of a value",
                    "put the whole value between quotes, and write an apostrophe inside it as `''`"};
        case Mistake::unknown_escape:
            return {"a backslash between double quotes is followed by a character that means nothing there",
                    "write the backslash as `\\\\`, or use single quotes, in which it is a character like others"};
        case Mistake::too_few_digits:
            return {"a backslash with `x`, `u` or `U` between double quotes is followed by too few digits",
                    "write two digits after `x`, four after `u`, eight after `U`; or write the backslash as `\\\\`, or "
                    "use single quotes"};
        case Mistake::unknown_code_point:
            return {"a backslash between double quotes gives the number of no character", "write the character itself"};
        case Mistake::half_character:
            return {"a backslash between double quotes gives half of a character that is written in two halves",
                    "write both halves, as in `\\ud83d\\ude00`, or the character itself"};
        case Mistake::unclosed_bracket:
            return {"a bracket opens here and is not closed before the next line that is not indented",
                    "close it, or indent the lines up to where it closes; a text that begins with a bracket goes "
                    "between quotes"};
        case Mistake::bracket_open_at_end:
            return {"a bracket opens here and is not closed up to the end",
                    "close it; a text that begins with a bracket goes between quotes"};
        case Mistake::wrong_bracket:
            return {"a closing bracket is not of the kind that was opened", "close `[` with `]` and `{{` with `}}`"};
        case Mistake::unopened_bracket:
            return {"a closing bracket was never opened", "delete it; a text that begins with it goes between quotes"};
        case Mistake::text_after_bracket:
            return {"text follows the closing bracket of a value",
                    "put the whole text between quotes, or the rest of it on a line of its own"};
        case Mistake::empty_entry:
            return {"nothing stands before a comma between brackets", "delete the comma, or write what is missing"};
        case Mistake::missing_comma:
            return {"a comma is missing between brackets", "put a comma between any two values"};
        case Mistake::item_in_brackets:
            return {"a `- ` stands between brackets",
                    "separate the values by commas; a text that begins with `- ` goes between quotes"};
        case Mistake::template_braces:
            return {"a value begins with `{{{{`", "fill in the template, or put the value between quotes"};
        case Mistake::text_beside_block:
            return {
                "text stands beside the `|` or `>` that begins a block of text",
                "begin the text on the next line, indented; a text that begins with `|` or `>` goes between quotes"};
        case Mistake::wrong_block_number:
            return {"the number after `|` or `>` is none from 1 to 9",
                    "delete it: the first line of a text tells how deep its lines are indented"};
        case Mistake::block_without_key:
            return {"a line begins with `|` or `>` where a key is due",
                    "write `key: |` and the text below, indented; a key that begins with such a sign goes between "
                    "quotes"};
        case Mistake::block_not_indented:
            return {"the text after `|` or `>` is not indented",
                    "indent all of its lines more than the line with the `|` or `>`"};
        case Mistake::long_blank_line:
            return {"a blank line before a block of text has more spaces than its first line",
                    "delete the spaces of the blank line"};
        case Mistake::unknown_alias:
            return {"no anchor `&{0}` stands before this alias",
                    "a text that begins with `*` goes between quotes; a list item begins with `- `"};
        case Mistake::alias_without_name:
            return {"a `*` names nothing",
                    "begin a list item with `- `; a text that begins with `*` goes between quotes"};
        case Mistake::anchor_without_name: return {"a `&` names nothing", "put the value between quotes"};
        case Mistake::sign_after_anchor:
            return {"a comma or a bracket stands close to an anchor",
                    "a text that begins with `&` goes between quotes"};
        case Mistake::text_after_alias:
            return {"text follows an alias", "a text that begins with `*` goes between quotes"};
        case Mistake::two_anchors: return {"a value has two anchors", "delete one `&…`"};
        case Mistake::anchored_alias:
            return {"an alias has an anchor or tag of its own", "delete what stands before the `*…`"};
        case Mistake::property_before_item:
            return {"an anchor or tag stands before a list item on its line",
                    "put it on the line above, after the key"};
        case Mistake::property_without_key:
            return {"an anchor or tag stands on a line of its own where a key is due",
                    "put it after the key whose value it belongs to; a text that begins with `&` or `!` goes between "
                    "quotes"};
        case Mistake::comment_without_blank:
            return {"a blank is missing before `#`",
                    "write ` # comment`; a text with a `#` goes between quotes as a whole"};
        case Mistake::reserved_character:
            return {"a text begins with a character that YAML keeps for itself", "put the text between quotes"};
        case Mistake::reserved_percent:
            return {"a text begins with `%`", "put the text between quotes, or begin a comment with `# `"};
        case Mistake::leading_comma: return {"a text begins with a comma", "put the text between quotes"};
        case Mistake::block_in_brackets:
            return {"a text between brackets begins with `|` or `>`", "put the text between quotes"};
        case Mistake::wrong_directive:
            return {"a `%YAML` line names a version that is not known", "write `%YAML 1.2`, or delete the line"};
        case Mistake::directive_without_document:
            return {"a line begins with `%`, and no `---` follows", "delete the line, or begin a comment with `# `"};
        case Mistake::text_after_document_end:
            return {"text follows `...`, which ends a document", "delete the text or the `...`"};
        default: return {};
    }
}

constexpr Said said_of(Mistake mistake) {
    switch (mistake) {
        case Mistake::recursive_alias:
            return {"alias `*{0}` stands inside the value that it names",
                    "write out what is meant, or name another value", RuleId::recursive_alias,
                    "a value is said to hold itself, so that nobody can tell what it says",
                    "[[the anchor|the value]] that holds it"};
        case Mistake::duplicate_key:
            return {"key `{0}` stands twice in one mapping", "delete one of the two, or put both values below one key",
                    RuleId::duplicate_key, "the same is said twice in one place, where it can be said once",
                    "the first one"};
        case Mistake::merge_key:
            return {"a merge key (`<<`) is used",
                    "write out the fields: YAML 1.2 has no merge keys, and tools read them differently",
                    RuleId::merge_key, "a part of a record is written in a way that programs read differently"};
        case Mistake::tag:
            return {"tag `{0}` is used", "delete the tag; a text that begins with `!` goes between quotes", RuleId::tag,
                    "a value has a mark that programs read differently"};
        case Mistake::conflict_marker:
            return {"a merge conflict was left in the file",
                    "decide for one side, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
                    RuleId::conflict_marker,
                    "two versions of a file were put together, and nobody has decided yet which of them holds"};
        case Mistake::too_deep:
            return {"values are nested more than {1} levels deep",
                    "a record needs a few levels; look for brackets or dashes that are not meant", RuleId::too_deep,
                    "values stand inside each other, more than {1} levels deep"};
        case Mistake::file_too_large:
            return {"the file is larger than {1}",
                    "split it into several files, or exclude it with `ignore` in `ims.yaml`", RuleId::too_large,
                    "a file of records is larger than {1}, which is more than is read"};
        case Mistake::aliases_too_large:
            return {
                "the aliases of this document repeat too much: written out they add {1}, most of that by `*{0}`, and "
                "at "
                "most {2} may be added",
                kFewerAliases, RuleId::too_large,
                "a record repeats too much: written out that adds {1}, and at most {2} may be added"};
        case Mistake::folder_aliases_too_large:
            return {
                "the aliases of this folder repeat too much: written out they add {3}, and at most {2} may be added; "
                "this file is not read, which adds {1}, most of that by `*{0}`",
                kFewerAliases, RuleId::too_large,
                "the records of a folder repeat too much: written out that adds {3}, and at most {2} may be added; "
                "a file that adds {1} is not read"};
        case Mistake::not_utf_8:
            return {"the file is not UTF-8", "save the file with the encoding UTF-8", RuleId::not_utf_8,
                    "the letters of a file cannot all be read: it was not saved as UTF-8"};
        case Mistake::other_encoding:
            return {"the file is UTF-{1}, not UTF-8", "save the file with the encoding UTF-8", RuleId::not_utf_8,
                    "a file of records was saved as UTF-{1}, not as UTF-8"};
        case Mistake::control_character:
            return {"the file holds {1}", "delete the character: it cannot be seen in most editors",
                    RuleId::control_character, "a file of records holds {1}"};
        default: return said_where_not_yaml(mistake);
    }
}

// Throws TemplateMistake where it is none.
constexpr bool is_template(std::string_view text, std::size_t arguments, bool for_editors) {
    const std::array<Holds, 4> taken = {Holds::one, Holds::one, Holds::one, Holds::one};
    std::array<bool, 4> used{};
    templates::Check check({taken.data(), arguments}, used, for_editors);
    templates::walk(text, for_editors, check);
    check.finish();
    return !text.empty();
}

// Each mistake is said to both, and found by a rule of its own unless the text is not YAML at all.
constexpr bool every_mistake_is_said() {
    for (std::size_t index = 0; index < kMistakes; ++index) {
        const auto mistake = static_cast<Mistake>(index);
        const Said said = said_of(mistake);
        if (!is_template(said.message, 4, true) || !is_template(said.readers, 4, false)) return false;
        if (!is_template(said.help, 0, true)) return false;
        if (is_not_yaml(mistake) != (said.rule == RuleId::invalid_yaml)) return false;
    }
    return true;
}
static_assert(every_mistake_is_said());

// What aliases add, in values or in bytes of text; of a limit no more than it is, of what passes it no less.
Argument added_in_words(std::uint64_t number, bool of_text, bool is_limit, Arena& arena) {
    constexpr std::uint64_t kKilo = 1u << 10;
    constexpr std::uint64_t kBillion = 1'000'000'000;
    const auto rounded = [&](std::uint64_t unit) { return number / unit + (!is_limit && number % unit != 0 ? 1 : 0); };
    if (number >= kBillion * (of_text ? kKilo : 1))
        return argument(arena, of_text ? Message("more than 900 GB of text") : Message("more than a billion values"));
    if (!of_text) return argument(arena, make_message(arena, "{0} {0:value|values}", number));
    if (number < kKilo) return argument(arena, make_message(arena, "{0} {0:byte|bytes} of text", number));
    if (number < 10 * kKilo * kKilo) return argument(arena, make_message(arena, "{} KB of text", rounded(kKilo)));
    return argument(arena, make_message(arena, "{} MB of text", rounded(kKilo * kKilo)));
}

Argument number_in_words(const YamlProblem& problem, Arena& arena) {
    constexpr std::uint64_t kMega = 1u << 20;
    constexpr std::uint64_t kByteOrderMark = 0xfeff;
    switch (problem.mistake) {
        case Mistake::file_too_large:
            return argument(arena, problem.number % kMega == 0 ? make_message(arena, "{} MB", problem.number / kMega)
                                                               : make_message(arena, "{} bytes", problem.number));
        case Mistake::control_character:
            if (problem.number == kByteOrderMark)
                return argument(arena, Message("[[a byte order mark (U+FEFF) inside its text|a mark inside its text "
                                               "that belongs at the beginning of a file]]"));
            return argument(arena, make_message(arena, "a [[control character (U+{})|character that cannot be seen]]",
                                                plain(fmt::format("{:04X}", problem.number))));
        case Mistake::unusual_indentation:
        case Mistake::unusual_blank:
            return argument(arena, make_message(arena, "{} (U+{})",
                                                plain(name_of_unusual_blank(static_cast<char32_t>(problem.number))),
                                                plain(fmt::format("{:04X}", problem.number))));
        case Mistake::aliases_too_large:
        case Mistake::folder_aliases_too_large: return added_in_words(problem.number, problem.of_text, false, arena);
        default: return argument(arena, problem.number);
    }
}

// The word between the stars with which word processors write bold, `**owner**: …`; empty where it is no such word.
std::string_view bold_word(const YamlProblem& problem, std::string_view bytes) {
    if (problem.mistake != Mistake::unknown_alias || problem.word_in_arena) return {};
    const std::string_view alias = bytes.substr(problem.word_begin, problem.word_end - problem.word_begin);
    if (!alias.starts_with('*')) return {};
    const std::size_t begin = alias.find_first_not_of('*');
    const std::size_t end = alias.find_last_not_of("*:");
    return begin == std::string_view::npos || end < begin ? std::string_view() : alias.substr(begin, end - begin + 1);
}

Argument word_of(const YamlProblem& problem, const YamlTree& tree, std::string_view bytes, Arena& arena) {
    const std::string_view source = problem.word_in_arena ? std::string_view(tree.arena) : bytes;
    std::string word(source.substr(problem.word_begin, problem.word_end - problem.word_begin));
    // What is not UTF-8 was read as `?`: see prescan.h.
    for (std::size_t at = 0; at < word.size();) {
        const CodePoint point = decode_utf8(word, at);
        if (!point.valid) word[at] = '?';
        at += point.length;
    }
    constexpr std::uint32_t kLongestWord = 40;
    return argument(arena, TextArgument{word, Written::plain, kLongestWord});
}

}  // namespace

RuleId rule_of(Mistake mistake) { return said_of(mistake).rule; }

YamlWords words_of(const YamlProblem& problem, const YamlTree& tree, std::string_view bytes, Arena& arena) {
    const Said said = said_of(problem.mistake);
    const std::span<Argument> arguments = arena.make<Argument>(4);
    arguments[0] = word_of(problem, tree, bytes, arena);
    arguments[1] = number_in_words(problem, arena);
    arguments[2] = added_in_words(problem.most, problem.of_text, true, arena);
    arguments[3] = added_in_words(problem.in_all, problem.of_text, false, arena);
    Message message =
        make_message(arena, "[[{0}|{1}]]", Message(said.message, arguments), Message(said.readers, arguments));
    if (problem.more > 0) message = make_message(arena, "{}, and {} more like it", message, problem.more);
    if (problem.left_out > 0)
        message = make_message(arena,
                               "{0}, and [[{1} more problems follow|{1} more {1:problem follows|problems follow}]] in "
                               "this file",
                               message, problem.left_out);
    Message help = make_message(arena, "[[{}|have it mended by whoever edits the records]]",
                                Message(said.help, std::span<const Argument>()));
    if (const std::string_view bold = bold_word(problem, bytes); !bold.empty()) {
        message = make_message(arena, "[[stars stand around `{0}`, and a `*` begins an alias|{1}]]", plain(bold),
                               Message(said.readers, arguments));
        help = make_message(arena,
                            "[[write `{}` without the stars of a word processor|have it mended by whoever edits "
                            "the records]]",
                            plain(bold));
    }
    return {said.rule, message, help, said.related};
}

}  // namespace ims
