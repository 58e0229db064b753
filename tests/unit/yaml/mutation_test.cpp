// Properties that hold whatever a file holds: valid files damaged at random, always in the same way.
#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>

#include "yaml/describe.h"
#include "yaml/tree.h"

using namespace ims;

namespace {

constexpr std::array<std::string_view, 6> kValid = {
    "# a record\nrisk: fire-in-the-shop\ntitle: \"A fire: in the shop\"\ndisciplines: [health-and-safety, "
    "'continuity']\n"
    "inherent: {likelihood: 3, impact: 4}\nresidual:\n  likelihood: 2\n  because: it''s checked\n"
    "treatment:\n- option: reduce\n  due: 2026-05-01\n  controls:\n    - alarm\n    -\n",
    "role: cashier\npurpose: >\n  The face of the shop,\n  and the hand at the till.\n\n  All day.\nnotes: |\n  one\n  "
    "  two\n\nlast: ~\n",
    "a: &x\n  b: c\nd: *x\ne: [*x, 'q''r', \"s\\n\\u00e9\"]\nf: &y |-\n  text\ng: !tag h\n<<: i\n",
    "--- # first\na: plain text\n  over lines\n  and more # comment\n---\nb: \"quoted\n  over lines\"\n...\n%YAML "
    "1.2\n---\n- 1\n- 2\n",
    "? a\n: b\n? |\n  c\n: - d\n  - {e: f, g: [h, i: j]}\n'k': [\n  l,\n  m?\n]\n",
    "\xEF\xBB\xBF"
    "a: \xC3\xA9\r\nb:\r\n\t# tab\r\n  - c\r\n  - |+\r\n    d\r\n\r\ne: null\r\n",
};

constexpr std::array<std::string_view, 44> kPieces = {
    " ",     "  ",    "\t", "\n",   "\n\n", ":",        ": ",         "-",       "- ",   "\n- ", "\n  - ",
    "\"",    "'",     "[",  "]",    "{",    "}",        ",",          "#",       " #",   "|",    ">",
    "|\n",   "&x ",   "*x", "!t ",  "? ",   "%",        "@",          "`",       "\\",   "\r\n", "\r",
    "---\n", "...\n", "a",  "null", "~",    "\xC3\xA9", "\n  a: b\n", "\n a: b", "\x01", "\xFF", "<<<<<<< a\n"};

class Mutator {
public:
    explicit Mutator(std::uint32_t seed) : random_(seed) {}

    std::string next() {
        std::string text(kValid[below(kValid.size())]);
        for (std::size_t left = 1 + below(4); left > 0; --left) mutate(text);
        return text;
    }

private:
    // Not a distribution of the standard library: those differ between libraries.
    std::size_t below(std::size_t limit) { return random_() % limit; }

    void mutate(std::string& text) {
        const std::size_t at = below(text.size() + 1);
        switch (below(5)) {
            case 0: text.erase(at, 1 + below(3)); break;
            case 1: text.erase(at, below(40)); break;
            case 2: text.insert(below(text.size() + 1), text.substr(at, below(40))); break;
            default: text.insert(at, kPieces[below(kPieces.size())]); break;
        }
    }

    std::mt19937 random_;
};

bool has_line_at_margin(std::string_view text) {
    for (std::size_t at = 1; at < text.size(); ++at) {
        const bool begins_line = text[at - 1] == '\n' || text[at - 1] == '\r';
        if (begins_line && text[at] != ' ' && text[at] != '\n' && text[at] != '\r') return true;
    }
    return false;
}

std::string_view without_blank_end(std::string_view text) {
    const std::size_t last = text.find_last_not_of(" \t\n");
    return text.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

// The text at a scalar's span, read by itself, is the scalar's text again.
std::string find_unstable_span(const YamlTree& tree, std::string_view bytes) {
    for (std::uint32_t index = 0; index < tree.nodes.size(); ++index) {
        const YamlNode& node = tree.nodes[index];
        if (node.type != NodeType::scalar && (node.type != NodeType::null || node.begin == node.end)) continue;
        const std::string span(bytes.substr(node.begin, node.end - node.begin));
        const bool block = node.style == ScalarStyle::literal || node.style == ScalarStyle::folded;
        // A number in the first line counts from the indentation around; a line at the margin is no part of a list
        // item.
        // A key such as `notes:` in `notes:: x` is one only before its own colon.
        if (node.style == ScalarStyle::plain && span.ends_with(':')) continue;
        if (has_line_at_margin(span) || (block && span.find_first_of("123456789") < span.find('\n'))) continue;
        const std::string alone = "- " + span;
        const YamlTree again = parse_yaml(alone);
        if (!again.problems.empty() || again.nodes.size() != 2) return span;
        if (again.nodes[1].type != node.type || again.nodes[1].style != node.style) return span;
        if (again.nodes[1].begin != 2 || again.nodes[1].end != alone.size()) return span;
        std::string_view text = tree.text(NodeId(index), bytes);
        std::string_view read = again.text(NodeId(1), alone);
        if (block) {  // the blank lines after it are outside the span
            text = without_blank_end(text);
            read = without_blank_end(read);
        }
        if (read != text) return span;
    }
    return {};
}

}  // namespace

TEST_CASE("the samples are valid, but for what they are meant to hold") {
    for (const std::string_view bytes : kValid) {
        const YamlTree tree = parse_yaml(bytes);
        for (const YamlProblem& problem : tree.problems) {
            const bool meant = problem.mistake == Mistake::tag || problem.mistake == Mistake::merge_key;
            CHECK_MESSAGE(meant, test::problem_words(problem, tree, bytes).message);
        }
        CHECK(find_unstable_span(tree, bytes) == "");
    }
}

TEST_CASE("a damaged file neither crashes nor gives a flawed tree") {
    Mutator mutator(20260101);
    std::size_t readable = 0;
    for (int round = 0; round < 5000; ++round) {
        const std::string bytes = mutator.next();
        const YamlTree tree = parse_yaml(bytes);
        if (const std::string flaw = test::find_flaw(tree, bytes); !flaw.empty()) {
            INFO(bytes);
            CHECK(flaw == "");
        }
        bool broken = false;
        for (const YamlDocument& document : tree.documents) broken = broken || document.broken;
        const bool reported = !tree.problems.empty();
        if (broken && !reported) {
            INFO(bytes);
            CHECK_MESSAGE(reported, "a document is broken, and nobody says why");
        }
        if (broken || reported) continue;
        ++readable;
        if (const std::string span = find_unstable_span(tree, bytes); !span.empty()) {
            INFO(bytes);
            CHECK(span == "");
        }
    }
    CHECK(readable > 500);  // else the damage is too great to tell anything
}

TEST_CASE("a file cut off anywhere") {
    for (const std::string_view bytes : kValid) {
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            const std::string_view begin = bytes.substr(0, size);
            INFO(begin);
            CHECK(test::find_flaw(parse_yaml(begin), begin) == "");
        }
    }
}

TEST_CASE("the same bytes give the same tree") {
    Mutator mutator(7);
    for (int round = 0; round < 200; ++round) {
        const std::string bytes = mutator.next();
        const std::string copy = bytes;
        const YamlTree first = parse_yaml(bytes);
        const YamlTree second = parse_yaml(copy);
        INFO(bytes);
        CHECK(first == second);
        CHECK(test::describe_words(first, copy) == test::describe_words(second, bytes));
    }
}
