#include "yaml/messages.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>

#include "built_in.h"
#include "diagnostics/rules.h"
#include "said.h"
#include "yaml/describe.h"

using namespace ims;
using namespace std::string_view_literals;

namespace {

// What is said of the problems in the text, without what to do.
std::string messages(std::string_view bytes, const YamlLimits& limits = {}) {
    const YamlTree tree = parse_yaml(bytes, limits);
    std::string text;
    for (const YamlProblem& problem : tree.problems) text += test::problem_words(problem, tree, bytes).message + "\n";
    return text;
}

std::string message(const YamlProblem& problem) { return test::problem_words(problem, {}, {}).message; }

}  // namespace

TEST_CASE("every mistake is found by a rule on the text of files, has words, and is told apart by them") {
    std::set<std::string> said;
    std::set<RuleId> rules;
    for (std::size_t index = 0; index < kMistakes; ++index) {
        const auto mistake = static_cast<Mistake>(index);
        INFO(index);
        const test::ProblemWords words = test::problem_words({mistake, 0, 0}, {}, {});
        CHECK(words.rule == rule_of(mistake));
        CHECK(built_in_book()[words.rule].family == "yaml");
        CHECK(said.insert(words.message + words.help).second);
        rules.insert(words.rule);
    }
    for (const RuleEntry& rule : built_in_book().entries()) {
        INFO(rule.name);
        const bool of_text = rule.family == "yaml" && rule.id != RuleId::unreadable_file;
        CHECK(of_text == rules.contains(rule.id));
    }
}

TEST_CASE("a message names what is meant as it was read") {
    CHECK(messages("a: *b\n") == "no anchor `&b` stands before this alias\n");
    CHECK(messages("**owner**: b\n") == "stars stand around `owner`, and a `*` begins an alias\n");
    CHECK(messages("**owner:** b\n") == "stars stand around `owner`, and a `*` begins an alias\n");
    CHECK(messages("a: &x [*x]\n") == "alias `*x` stands inside the value that it names\n");
    CHECK(messages("a: !important b\n") == "tag `!important` is used\n");
    CHECK(messages("a: !{0} b\nc: !{{ d\n") == "tag `!{0}` is used\ntag `!{{` is used\n");
    CHECK(messages("a: 1\n'a': 2\n\"\\x61\": 3\n") ==
          "key `a` stands twice in one mapping\nkey `a` stands twice in one mapping\n");
    CHECK(messages("\"b\\nc\": 1\n\"b\\nc\": 2\n") == "key `b\\nc` stands twice in one mapping\n");
    CHECK(messages("a: !caf\xE9 b\n") == "tag `!caf?` is used\nthe file is not UTF-8\n");
    CHECK(messages("a\x01"
                   "b: 1\na\x02"
                   "b: 2\n") ==
          "the file holds a control character (U+0001), and 1 more like it\nkey `a b` stands twice in one mapping\n");
    CHECK(messages("- a\n\xE2\x80\x93 b\n") == "a line begins with `\xE2\x80\x93` where an item of a list is due\n");
    CHECK(messages("- a\n-- b\n") == "a line begins with `--` where an item of a list is due\n");
    const std::string longest(40, 'k');
    CHECK(messages("? " + longest + "k\n: 1\n? " + longest + "k\n: 2\n") ==
          "key `" + longest + "…` stands twice in one mapping\n");
}

TEST_CASE("a message names the limit that was passed, and the character that was found") {
    YamlLimits limits;
    limits.depth = 2;
    CHECK(messages("a: [[b]]", limits) == "values are nested more than 2 levels deep\n");
    limits = {};
    limits.aliases = {{6, 10}, {0, 0}};
    CHECK(messages("a: &a [b, c]\nd: [*a, *a, *a]\n", limits) ==
          "the aliases of this document repeat too much: written out they add 9 values, most of that by `*a`, and at "
          "most "
          "6 values may be added\n");
    CHECK(messages("a: &a abc\nb: &b abcdefgh\nd: [*a, *b]\n", limits) ==
          "the aliases of this document repeat too much: written out they add 11 bytes of text, most of that by `*b`, "
          "and "
          "at most 10 bytes of text may be added\n");
    YamlProblem folder{.mistake = Mistake::folder_aliases_too_large, .number = 1, .most = 65'537, .in_all = 65'538};
    CHECK(message(folder) ==
          "the aliases of this folder repeat too much: written out they add 65538 values, and at most 65537 values may "
          "be "
          "added; this file is not read, which adds 1 value, most of that by `*`");
    folder.of_text = true;
    CHECK(
        message(folder) ==
        "the aliases of this folder repeat too much: written out they add 65 KB of text, and at most 64 KB of text may "
        "be added; this file is not read, which adds 1 byte of text, most of that by `*`");
    folder.number = 10u << 20;
    folder.in_all = (10u << 20) + 1;
    CHECK(message(folder).find("add 11 MB of text") != std::string::npos);
    CHECK(message(folder).find("adds 10 MB of text") != std::string::npos);
    folder.in_all = std::uint64_t{1} << 63;
    CHECK(message(folder).find("add more than 900 GB of text") != std::string::npos);
    folder.of_text = false;
    CHECK(message(folder).find("add more than a billion values") != std::string::npos);
    CHECK(message({Mistake::file_too_large, 0, 0, 16u << 20}) == "the file is larger than 16 MB");
    CHECK(message({Mistake::file_too_large, 0, 0, 1000}) == "the file is larger than 1000 bytes");
    CHECK(message({Mistake::other_encoding, 0, 0, 32}) == "the file is UTF-32, not UTF-8");
    CHECK(messages("a: b\xEF\xBB\xBF\n") == "the file holds a byte order mark (U+FEFF) inside its text\n");
    CHECK(messages("a: b\xC2\x9B\n") == "the file holds a control character (U+009B)\n");
    CHECK(messages("a: b\n\xE2\x80\x83"
                   "c: d\n") == "an em space (U+2003) indents this line\n");
    CHECK(messages("a: b\n\xC2\xAD"
                   "c: d\n") == "a soft hyphen (U+00AD) indents this line\n");
    CHECK(messages("a: b\nc:\xE3\x80\x80"
                   "d\n") == "an ideographic space (U+3000) stands where a plain space is due\n");
    CHECK(messages("a: b\nc:\xE2\x80\x8B"
                   "d\n") == "a zero width space (U+200B) stands where a plain space is due\n");
}

TEST_CASE("a text that goes on below a comment is told where the comment began") {
    const auto words = [](std::string_view bytes) { return test::describe_words(parse_yaml(bytes), bytes); };
    CHECK(
        words("purpose: a # b\n  goes on\n") ==
        "a text goes on here that ended above, where `#` began a comment; put the whole text between quotes, from its "
        "first line to this one; or begin this line with `# ` too (the comment <#>)");
    CHECK(
        words("purpose: |\n    a\n  # b\n    goes on: here\n") ==
        "a line goes on with a block of text that ended above: a comment is indented less; indent the comment like the "
        "text, which it then belongs to; or delete it (the comment <#>)");
    // What looks like a key was hardly meant to go on with the text.
    CHECK(words("a: b # c\n  d: e\n").starts_with("a line is indented deeper"));
}

TEST_CASE("whoever reads of a mistake is told in a sentence what it comes to, and that somebody can mend it") {
    Arena arena;
    for (std::size_t index = 0; index < kMistakes; ++index) {
        INFO(index);
        const YamlWords words = words_of({static_cast<Mistake>(index), 0, 0, 20}, {}, {}, arena);
        const std::string message = test::to_readers(words.message);
        CHECK(message.find(' ') != std::string::npos);
        CHECK(message.find("alias") == std::string::npos);
        CHECK(message.find("key") == std::string::npos);
        CHECK(test::to_readers(words.help) == "have it mended by whoever edits the records");
    }
    YamlProblem problem{Mistake::file_too_large, 0, 0, 16u << 20};
    problem.left_out = 2;
    CHECK(test::to_readers(words_of(problem, {}, {}, arena).message) ==
          "a file of records is larger than 16 MB, which is more than is read, and 2 more problems follow in this "
          "file");
}
