#include "differences.h"

#include <array>
#include <cstddef>
#include <vector>

#include "without.h"

namespace ims::test {

namespace {

// Whether a key is none of the texts that keys of records are: empty, a list, a map or an alias.
bool has_other_key(const Reading& reading) {
    std::vector<std::size_t> children;  // of each list and map that is open; 0 for a list
    for (const Event& event : reading.events) {
        if (event.shape == Shape::list_end || event.shape == Shape::map_end) {
            children.pop_back();
            continue;
        }
        if (event.shape == Shape::document_end) continue;
        if (!children.empty() && children.back() > 0 && children.back()++ % 2 == 1 &&
            (!is_scalar(event) || event.shape == Shape::null))
            return true;
        if (event.shape == Shape::list) children.push_back(0);
        if (event.shape == Shape::map) children.push_back(1);
    }
    return false;
}

// Whether a text holds a blank that is none to YAML: U+00A0, or one of U+2000 to U+203F.
bool has_other_blank(const Reading& reading) {
    for (const Event& event : reading.events) {
        if (event.text.find("\xC2\xA0") != std::string::npos || event.text.find("\xE2\x80") != std::string::npos)
            return true;
    }
    return false;
}

}  // namespace

std::span<const KnownDifference> known_differences() {
    using enum Reader;
    using enum Mistake;
    // A file may hold several: they are taken out in this order.
    static constexpr std::array kKnown = {
        // --- yaml-cpp 0.7
        KnownDifference{"repeated %YAML", yaml_cpp, "It refuses the second one, as 6.8.1 has it; we read over it.",
                        "%YAML 1.2\n%YAML 1.2\n--- a\n", without::repeated_versions},
        KnownDifference{"carriage return alone", yaml_cpp,
                        "5.4 makes it a line end; to yaml-cpp it is a character of the text.", "- a\r  b\n",
                        without::lone_carriage_returns},
        KnownDifference{
            "text at the margin", yaml_cpp,
            "The text of a block may stand at the margin where nothing is around it (8.1.1.1: n is -1 there); "
            "yaml-cpp ends the block before it.",
            "--- |\na\n", without::text_at_margin},
        KnownDifference{"key on several lines", yaml_cpp,
                        "Between brackets a key may run over lines (7.4.2); yaml-cpp wants its `:` on its first line.",
                        "{a\n b: c}\n", without::keys_on_several_lines},
        KnownDifference{
            "anchor before several lines", yaml_cpp,
            "It takes the column of the anchor for that of the value, so that lines that are less deep are no "
            "longer part of it.",
            "- &a b\n  c\n", without::anchors},
        KnownDifference{"tag before several lines", yaml_cpp, "As with an anchor.", "- !a b\n  c\n", without::tags},
        KnownDifference{
            "tab", yaml_cpp,
            "A line of blanks may hold tabs (6.1), and a text may begin with one; yaml-cpp refuses both in a block.",
            "- |\n  a\n\t\n", without::tabs},
        KnownDifference{
            "question mark in a text", yaml_cpp,
            "Between brackets it takes any `?` for the mark of a key; 7.3.3 allows it within a text, and at its "
            "beginning before a letter.",
            "[a?, b]\n", without::question_marks},
        KnownDifference{"no blank behind a colon", yaml_cpp,
                        "Between brackets a `:` before a bracket ends the key (7.4.2); yaml-cpp wants a blank.",
                        "{a:[]}\n", without::close_colons},
        KnownDifference{
            "rare escapes", yaml_cpp,
            "`\\N`, `\\_`, `\\L` and `\\P` stand for one character each (5.7); yaml-cpp writes bytes that are "
            "no UTF-8, or another character.",
            "- \"\\_\"\n", without::rare_escapes},
        KnownDifference{
            "surrogate pair", yaml_cpp,
            "JSON writes a character beyond U+FFFF as two escapes, and YAML is to read all JSON (1.3); yaml-cpp "
            "refuses them.",
            "- \"\\ud83d\\ude00\"\n", without::surrogate_pairs},
        KnownDifference{"blank lines before a closing quote", yaml_cpp,
                        "Each empty line is a line end (6.5); yaml-cpp leaves out the last one.", "- \"a\n\n\n  \"\n",
                        without::blank_lines_before_quote},
        KnownDifference{"blank lines kept", yaml_cpp,
                        "`+` keeps all line ends (8.1.1.2); in a folded text yaml-cpp leaves out one.",
                        "- >+\n  a\n\n\n- b\n", without::kept_line_ends},

        // --- libyaml 0.2.5, which reads YAML 1.1
        KnownDifference{"repeated %YAML", libyaml, "It refuses the second one, as 6.8.1 has it; we read over it.",
                        "%YAML 1.2\n%YAML 1.2\n--- a\n", without::repeated_versions},
        KnownDifference{"unknown directive", libyaml,
                        "Those that a reader does not know it should read over (6.8.1); libyaml refuses them.",
                        "%OTHER x\n--- a\n", without::other_directives},
        KnownDifference{
            "document without ---", libyaml,
            "After `...` the next document may do without `---` (9.1.3), and a `...` may end nothing (9.2); "
            "neither was so in YAML 1.1.",
            "--- a\n...\nb\n", without::bare_documents},
        KnownDifference{
            "text at the margin", libyaml,
            "The text of a block may stand at the margin where nothing is around it (8.1.1.1: n is -1 there); "
            "libyaml wants a blank before it.",
            "--- |\na\n", without::text_at_margin},
        KnownDifference{"key on several lines", libyaml,
                        "Between brackets a key may run over lines (7.4.2); libyaml wants its `:` on its first line.",
                        "{a\n b: c}\n", without::keys_on_several_lines},
        KnownDifference{"name of an anchor", libyaml,
                        "A name is made of any characters but blanks and brackets (6.9.2); in YAML 1.1, of letters of "
                        "ASCII, digits, `-` and `_`.",
                        "- &a.b c\n", without::unusual_anchors},
        KnownDifference{"tag", libyaml,
                        "We read a tag up to the next blank, whatever it is made of, and say that it is one.",
                        "- !a\" b\n", without::tags},
        KnownDifference{
            "tab", libyaml,
            "A tab may stand where blanks only keep things apart (6.1); libyaml knows it there in some places "
            "alone.",
            "-\ta\n", without::tabs},
        KnownDifference{"line ends of YAML 1.1", libyaml, "U+0085, U+2028 and U+2029 end no line any more (5.4).",
                        "- a\xE2\x80\xA8#b\n", without::old_line_ends},
        KnownDifference{
            "question mark in a text", libyaml,
            "Between brackets it takes a `?` at the beginning of a text for the mark of a key; 7.3.3 allows it "
            "before a letter.",
            "[?a, b]\n", without::question_marks},
        KnownDifference{"no blank behind a colon", libyaml,
                        "Between brackets a `:` before a bracket or comma ends the key (7.4.2); libyaml wants a blank.",
                        "{a:, b: c}\n", without::close_colons},
        KnownDifference{
            "colon before a text", libyaml,
            "Between brackets a text may begin with a `:` before a letter (7.3.3); libyaml takes it for the mark "
            "of a value.",
            "[:a]\n", without::leading_colons},
        KnownDifference{
            "surrogate pair", libyaml,
            "JSON writes a character beyond U+FFFF as two escapes, and YAML is to read all JSON (1.3); libyaml "
            "refuses them.",
            "- \"\\ud83d\\ude00\"\n", without::surrogate_pairs},
        KnownDifference{
            "directive after a text", libyaml,
            "A document needs its `...` before a line that begins with `%` (9.2); libyaml takes such a line for "
            "the end.",
            "\"a\"\n%YAML 1.2\n--- b\n", without::directives_after_text},
        // What it reads, and we refuse.
        KnownDifference{"empty key", libyaml, "YAML has them; no key of a record is empty.", "? \n: a\n", nullptr,
                        key_missing, has_other_key},
        KnownDifference{"key that is no text", libyaml, "YAML has them; all keys of records are words.", "[a]: b\n",
                        nullptr, key_not_text, has_other_key},
        KnownDifference{"byte order mark within", libyaml,
                        "5.1 forbids it in a text; nobody sees it, so that two ids would look the same.",
                        "a: b\xEF\xBB\xBF\n", nullptr, control_character},
        KnownDifference{"other blank after a dash", libyaml,
                        "To YAML a no-break space is a letter, so that this is a text; nobody means that.",
                        "-\xC2\xA0\x61\n", nullptr, unusual_blank, has_other_blank},
        KnownDifference{"other blank before a text", libyaml, "As after a dash.", "\xC2\xA0\x61: b\n", nullptr,
                        unusual_indentation, has_other_blank},
        KnownDifference{"brackets at the margin", libyaml,
                        "Lines between brackets must be indented (7.4); libyaml does not look.", "a: [\nb]\n", nullptr,
                        unclosed_bracket},
        KnownDifference{"quotes at the margin", libyaml,
                        "Lines between quotes must be indented (7.3); libyaml does not look.", "a: 'b\nc'\n", nullptr,
                        unclosed_quote},
        KnownDifference{"tab that indents", libyaml, "Only spaces indent (6.1); between quotes libyaml does not look.",
                        "a: 'b\n\tc'\n", nullptr, tab_indentation},
        KnownDifference{"comment without a blank", libyaml, "6.6 asks for one; libyaml does not.", "a: 'b'# c\n",
                        nullptr, comment_without_blank},

        KnownDifference{"comment beside %YAML", libyaml, "6.6 asks for a blank; libyaml does not.",
                        "%YAML 1.1# c\n--- a\n", nullptr, wrong_directive},

        // --- yaml 2
        KnownDifference{"carriage return alone", yaml,
                        "5.4 makes it a line end; to `yaml` it is a character of the text.", "- a\r  b\n",
                        without::lone_carriage_returns},
        KnownDifference{
            "byte order mark", yaml,
            "It counts the mark as a column, so that the second line of a list or map does not fit the first.",
            "\xEF\xBB\xBF- a\n- b\n", without::byte_order_marks},
        KnownDifference{
            "comment between key and value", yaml,
            "A comment may stand at any column (6.6); where it stands at that of the key, `yaml` takes a value "
            "below it for one more key.",
            "a:\n\n#\n b\nc:\n", without::comment_lines},
        KnownDifference{
            "tab", yaml,
            "A tab may keep a `-`, `?` or `:` apart from a value (6.1); `yaml` refuses it before an anchor or "
            "bracket.",
            "-\t&a b\n", without::tabs},
        KnownDifference{"tag", yaml,
                        "We read a tag up to the next blank, whatever it is made of, and say that it is one.",
                        "- !a\" b\n", without::tags},
        KnownDifference{"quote or bracket at the margin", yaml,
                        "By the letter of 7.3 and 7.4 the line must be indented; we read it as it is meant.",
                        "a: 'b\n'\n", without::closers_at_line},
        KnownDifference{"blank lines after an escaped line end", yaml,
                        "Each of them is a line end (7.3.1); `yaml` reads one blank.", "- \"a\\\n\n  b\"\n",
                        without::blank_lines_after_escaped_end},
        KnownDifference{"block of blanks alone", yaml,
                        "Blanks beyond the indentation are text (8.1.2); `yaml` reads none where no line holds more.",
                        "- |2\n   \n", without::blanks_in_blank_lines},
        KnownDifference{"no line end at the end", yaml,
                        "At the end of a file the last line of a block has no line end (8.1.1.2); `yaml` adds one.",
                        "- |\n  a", without::missing_last_line_end},
        // What it reads, and we refuse.
        KnownDifference{"empty key", yaml, "YAML has them; no key of a record is empty.", "? \n: a\n", nullptr,
                        key_missing, has_other_key},
        KnownDifference{"key that is no text", yaml, "YAML has them; all keys of records are words.", "[a]: b\n",
                        nullptr, key_not_text, has_other_key},
        KnownDifference{"control character", yaml, "5.1 forbids it; `yaml` does not look.", "a: b\x01\n", nullptr,
                        control_character},
        KnownDifference{"other blank after a dash", yaml,
                        "To YAML a no-break space is a letter, so that this is a text; nobody means that.",
                        "-\xC2\xA0\x61\n", nullptr, unusual_blank, has_other_blank},
        KnownDifference{"other blank before a text", yaml, "As after a dash.", "\xC2\xA0\x61: b\n", nullptr,
                        unusual_indentation, has_other_blank},
        KnownDifference{"half of a surrogate pair", yaml, "It is no character (5.7); `yaml` reads U+FFFD.",
                        "- \"\\ude00\"\n", nullptr, half_character},
        KnownDifference{
            "colon less deep than its key", yaml,
            "The `:` of an explicit key stands below its `?` (8.2.2); at another column `yaml` passes over it, or "
            "makes an empty key of it.",
            "a:\n  ? b\n :\n", nullptr, unfitting_indentation},
        KnownDifference{"colon deeper than keys", yaml, "As where it is less deep.", "a: b\n :\n", nullptr,
                        deeper_line},
        KnownDifference{"colon below its key", yaml, "A key and its `:` are on one line (7.4.2); `yaml` does not look.",
                        "a:\nb\n :\n", nullptr, no_key},
        KnownDifference{"text less deep than its block", yaml,
                        "A line that is less deep than the first one and deeper than what is around belongs to neither "
                        "(8.1.1.1); after a key that is a block `yaml` passes over it.",
                        "? |\n   a\n b\n", nullptr, less_than_first_line},
        KnownDifference{"item below an explicit key", yaml,
                        "The item belongs to nothing (8.2.2); `yaml` passes over it.", "? a\n- \n", nullptr,
                        item_among_keys},
        KnownDifference{
            "text after an explicit key", yaml,
            "Nothing may follow the quote on its line (7.3.1); after an explicit key `yaml` passes over it.",
            "? \"a\" b\n: c\n", nullptr, text_after_double_quote},
        KnownDifference{"text after an explicit key between apostrophes", yaml, "As after the other quotes.",
                        "? 'a' b\n: c\n", nullptr, text_after_single_quote},
        KnownDifference{"text after an explicit key of several lines", yaml, "As after one line.", "? 'a\n  b'c\n: d\n",
                        nullptr, unclosed_quote},
        KnownDifference{"anchor beside a block that is a key", yaml,
                        "Nothing but a comment may stand beside `|` (8.1.1); in an explicit key `yaml` passes over it.",
                        "? | &x\n: a\n", nullptr, text_beside_block},
        KnownDifference{"wrong %YAML without document", yaml,
                        "6.8.1 forbids it; `yaml` looks at it only before a document.", "%YAML 1.2---\n", nullptr,
                        wrong_directive},
        KnownDifference{"directive without document", yaml, "9.2 asks for a `---` below it; `yaml` only warns.", "%A\n",
                        nullptr, directive_without_document},
    };
    return kKnown;
}

}  // namespace ims::test
