// Properties that hold whatever a file holds: valid files damaged at random, always in the same way.
#include <doctest/doctest.h>

#include <algorithm>
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

constexpr std::array<std::string_view, 55> kPieces = {" ",
                                                      "  ",
                                                      "\t",
                                                      "\n",
                                                      "\n\n",
                                                      ":",
                                                      ": ",
                                                      "-",
                                                      "- ",
                                                      "\n- ",
                                                      "\n  - ",
                                                      "\"",
                                                      "'",
                                                      "[",
                                                      "]",
                                                      "{",
                                                      "}",
                                                      ",",
                                                      "#",
                                                      " #",
                                                      "|",
                                                      ">",
                                                      "|\n",
                                                      "&x ",
                                                      "*x",
                                                      "!t ",
                                                      "? ",
                                                      "%",
                                                      "@",
                                                      "`",
                                                      "\\",
                                                      "\r\n",
                                                      "\r",
                                                      "---\n",
                                                      "...\n",
                                                      "a",
                                                      "null",
                                                      "~",
                                                      "\xC3\xA9",
                                                      "\n  a: b\n",
                                                      "\n a: b",
                                                      "\x01",
                                                      "\xFF",
                                                      "<<<<<<< a\n",
                                                      "\\_",
                                                      "\\ud83d",
                                                      "\\ude00",
                                                      "\\\n",
                                                      ":: ",
                                                      "|2+\n",
                                                      ">-\n",
                                                      "\xC2\xA0",
                                                      "\xE2\x80\x93 ",
                                                      "{",
                                                      "''"};

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

}  // namespace

TEST_CASE("the samples are valid, but for what they are meant to hold") {
    for (const std::string_view bytes : kValid) {
        const YamlTree tree = parse_yaml(bytes);
        for (const YamlProblem& problem : tree.problems) {
            const bool meant = problem.mistake == Mistake::tag || problem.mistake == Mistake::merge_key;
            CHECK_MESSAGE(meant, test::problem_words(problem, tree, bytes).message);
        }
        CHECK(test::find_unstable_span(tree, bytes) == "");
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
        if (const std::string span = test::find_unstable_span(tree, bytes); !span.empty()) {
            INFO(bytes);
            CHECK(span == "");
        }
    }
    CHECK(readable > 500);  // else the damage is too great to tell anything
}

TEST_CASE("whatever a few signs come to is read, or told with its reason") {
    constexpr std::array<std::string_view, 26> kSigns = {"a", " ",  "\n", "\t", "\n  ", ":", "-",   "?",       "\"",
                                                         "'", "\\", "[",  "]",  "{",    "}", ",",   "#",       "&",
                                                         "*", "!",  "|",  ">",  "%",    "@", "&x ", "\xC2\xA0"};
    std::string bytes;
    std::size_t count = 1;
    for (int length = 1; length <= 3; ++length) {
        count *= kSigns.size();
        for (std::size_t number = 0; number < count; ++number) {
            bytes.clear();
            for (std::size_t left = number, sign = 0; sign < static_cast<std::size_t>(length); ++sign) {
                bytes += kSigns[left % kSigns.size()];
                left /= kSigns.size();
            }
            const YamlTree tree = parse_yaml(bytes);
            const bool broken = std::ranges::any_of(tree.documents, &YamlDocument::broken);
            const std::string flaw = test::find_flaw(tree, bytes);
            if (flaw.empty() && (!broken || !tree.problems.empty())) continue;
            INFO(bytes);
            CHECK(flaw == "");
            CHECK_MESSAGE(!broken, "a document is broken, and nobody says why");
        }
    }
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
