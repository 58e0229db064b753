#include "yaml/nasty_texts.h"

#include <array>

namespace ims::test {

namespace {

constexpr std::array<std::string_view, 21> kIndicators = {"-", "?", ":", ",", "[",  "]", "{", "}", "#", "&", "*",
                                                          "!", "|", ">", "'", "\"", "%", "@", "`", "<", "="};

constexpr std::array<std::string_view, 62> kWords = {"null",
                                                     "Null",
                                                     "NULL",
                                                     "nULL",
                                                     "~",
                                                     "y",
                                                     "N",
                                                     "yes",
                                                     "No",
                                                     "ON",
                                                     "off",
                                                     "oFF",
                                                     "true",
                                                     "False",
                                                     "TRUE",
                                                     "0",
                                                     "-1",
                                                     "+12",
                                                     "1_000",
                                                     "1,000",
                                                     "007",
                                                     "0o17",
                                                     "0x1F",
                                                     "-0xff",
                                                     "0b1010",
                                                     "1.",
                                                     ".5",
                                                     ".",
                                                     "-.5",
                                                     "1.10",
                                                     "8.5.1",
                                                     "1e5",
                                                     "1.5E-3",
                                                     "6.02e+23",
                                                     ".inf",
                                                     "-.Inf",
                                                     ".NaN",
                                                     ".nan",
                                                     "12:30",
                                                     "190:20:30",
                                                     "-1:30.5",
                                                     "685.230_15e+03",
                                                     "2026-01-01",
                                                     "2026-1-1",
                                                     "2026-01-01T12:30:00Z",
                                                     "2026-01-01 12:30:00.5 +01:00",
                                                     "2001-12-14t21:59:43.10-05:00",
                                                     "=",
                                                     "<<",
                                                     "<<<<<<< ours",
                                                     "=======",
                                                     "---",
                                                     "...",
                                                     "--- x",
                                                     "...x",
                                                     "-",
                                                     "--",
                                                     "-x",
                                                     "- x",
                                                     "?x",
                                                     ":x",
                                                     "x:"};

}  // namespace

const std::vector<std::string>& layouts() {
    static const std::vector<std::string> all = {
        "a: b\nc: 'd'\ne: \"f\"\ng: # none\nh: ~\n",
        "# a record\nrisk: fire\ntitle: \"A fire: in the shop\" # said\ndisciplines: [health-and-safety, "
        "'continuity']\n"
        "inherent: {likelihood: 3, impact: 4}\ndue: 2026-01-01\ntreatment:\n- option: reduce\n  because: it''s "
        "checked\n"
        "  controls:\n    - alarm\n    -\n- option: share\n",
        "role: cashier\npurpose: >\n  The face of the shop, and the hand at the till, all day long.\n  And a second "
        "line\n\n"
        "  All day.\nnotes: |  # kept\n  one\n    two\n\n  # three\nlast: |-\n  z\n",
        "a: &x\n  b: c\nd: *x\ne: [*x, 'q''r', \"s\\n\\u00e9\"]\nf: &y |-\n  text\ng: &z\nh: *z\n",
        "--- # first\na: plain text\n  over lines\n  and more # comment\n---\nb: \"quoted\n  over lines\"\n...\n%YAML "
        "1.2\n---\n- 1\n- 2\n",
        "? a\n: b\n? 'k'\n? |\n  c\n: - d\n  - {e: f, g: [h, i: j]}\n'k2': [\n  l,\n  m\n]\n",
        "\xEF\xBB\xBF"
        "- a\n- b\n",
        "\xEF\xBB\xBF"
        "a: \xC3\xA9\nb:\n\t# tab\n  - c\n  - |+\n    d\n\n\ne: null\n",
        "- - a\n  - b\n-   - c\n    - - d\n- - - e\n",
        "- a: b\n  c: d\n- a: e # last\n  # about it\n\n# on all\nx",
        "-   a: b\n    c: 2026-01-01\n-   a: 'e'\n",
        "-\n  a: b\n-\n  - c\n-\n",
        "a:\n  - b:\n  - c\n  - *d\n",
        "d: &d x\na:\n- *d\n- &e y\n- !t z\n- &f\n  g: h\n- [i]\nj:\n- {k: l}\n",
        "a: []\nb: [ ]\nc: {}\nd: [ # none\n  ]\ne: [\n]\n",
        "a: [b, c,]\nd: [b, c, ]\ne: [b,\n  c]\nf: [b,\n  c, # comment\n  ]\n",
        "a: [\n  b, # first\n  c # last\n]\nd: [\n  b,\n  c, # last\n  # end\n]\ne: [\n  b,\n  c ]\nf:\n  [\n    b\n   "
        " ,\n    c\n  ]\n",
        "a: [\n  {b: c,\n   d: e},\n  &x\n  f,\n  &y g\n]\n",
        "[a: b, c]\n",
        "[? a : b, ? c, {d}, {e, f: }, [g: ], h: ]\n",
        "{a: {b: , c}, \"d\":e, \"f\":[g], 'h':, i:}\n",
        "{a\n  b: c, d\n  : e, f: [g\n  h, 'i\n  j', \"k\n\n  l\"]}\n",
        "[a\nb, 'c\nd']\n",
        "a\nb\n",
        "'a\n\n b' # c\n",
        "--- |\n a\n  b\n---\n--- >\nx\n--- \"b\"\n---\n&x\n---\n- |2\n   a\n  b\n",
        "a: |2\n    b\n  c\nd:\n  e: |1\n     c\n    d\n  f: >+\n   g\n   h\n\n   i\n\n\n  j: >2-\n     k\n",
        "- |\n  a\n- >-\n  b\n  c\n\n- |+\n  d\n\n- |-\n  e\n",
        "- |+\n  a\n\n# c\n",
        "a:\n  - |+\n    b\n\n  - >+ # x\n    c\n\n\nd: e\n",
        "- |\n",
        "- |\n  a\n   \n  b\n      \nc",
        "a: |\nb: c\nd: |\n\n  e\n",
        "a: http://b.c/d:e?f\nb: iso-9001:8.5\nc: [iso-9001:8.5, x#y]\nd: -5\ne: \" f\"\ng: it's\n",
        "a: 'b\n  c'\nd: \"e \\\n  f\"\ng: \"h\n  i\n\n  j\"\nk: m\n  n\n\n  o\n",
        "null: a\n~: b\n1: c\nyes: d\n'e f': g\n\"h\" : i\n",
        "a:\n  b\nc:\n  'd'\ne:\n  # comment\n  f\ng:\n  [h]\n",
        "a: {b: c}\nd: {e: f,\n  g: h}\ni: {j: [k, {l: m}]}\n",
    };
    return all;
}

const std::vector<std::string>& nasty_texts() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> texts(kWords.begin(), kWords.end());
        for (const std::string_view indicator : kIndicators) {
            const std::string sign(indicator);
            for (const std::string& text : {sign, sign + "a", sign + " a", "a" + sign, "a " + sign, "a" + sign + "b",
                                            "a " + sign + "b", "a" + sign + " b", "a " + sign + " b", sign + sign}) {
                texts.push_back(text);
            }
        }
        for (const std::string_view text : {"",
                                            " ",
                                            "  ",
                                            "a ",
                                            " a",
                                            "\t",
                                            "a\tb",
                                            "\ta",
                                            "a\t",
                                            "\n",
                                            "\n\n",
                                            "a\n",
                                            "a\n\n",
                                            "\na",
                                            "a\nb",
                                            "a\nb\n",
                                            "a\n\nb\n",
                                            "a\n b\n",
                                            " a\nb\n",
                                            "a \nb",
                                            "a\n \nb",
                                            "a\n\tb\n",
                                            "a\n# b\n",
                                            "a\n---\nb\n",
                                            "- a\n- b\n",
                                            "a: b\nc: d\n",
                                            "a\r\nb",
                                            "a\rb",
                                            "a\xC2\x85"
                                            "b",
                                            "a\xE2\x80\xA8"
                                            "b",
                                            "a\xE2\x80\xA9"
                                            "b",
                                            "\xEF\xBB\xBF"
                                            "a",
                                            "a\xEF\xBB\xBF",
                                            "\x01",
                                            "a\x1B[0m",
                                            "\x7F",
                                            "a\xC2\x9B",
                                            "\xEF\xBF\xBE",
                                            "\xC2\xA0",
                                            "\xC2\xA0x",
                                            "-\xC2\xA0x",
                                            "x:\xC2\xA0y",
                                            "\xE2\x80\x93 x",
                                            "caf\xC3\xA9",
                                            "\xE6\x97\xA5\xE6\x9C\xAC",
                                            "\xF0\x9F\x98\x80",
                                            "\\",
                                            "a\\nb",
                                            "\\\"",
                                            "it's",
                                            "''",
                                            "'a'",
                                            "\"a\"",
                                            "he said: \"it's\" # so",
                                            "${{ x }}",
                                            "{{ x }}",
                                            "[a, b]",
                                            "{a: b}",
                                            "a, b",
                                            "*a",
                                            "&a b",
                                            "!!str a",
                                            "a  b",
                                            "cash: daily",
                                            "https://x.y/z?q=1#f",
                                            "iso-9001:8.5.1"}) {
            texts.emplace_back(text);
        }
        texts.emplace_back(1, '\0');
        texts.push_back(std::string(1023, 'k'));
        texts.push_back(std::string(1024, 'k') + ": " + std::string(1500, 'v'));
        std::string words;
        for (int word = 0; word < 60; ++word)
            words += (word == 0 ? "" : " ") + std::string("word") + std::to_string(word);
        texts.push_back(words);
        texts.push_back(words + "\n\n" + words + "\n");
        return texts;
    }();
    return all;
}

std::string NastyTexts::next() {
    constexpr std::array<std::string_view, 14> kPlain = {"a",    "b",  " ", " ", " ", "\n", "\n",
                                                         "word", "no", "1", ".", ":", "#",  "\xC3\xA9"};
    std::string text;
    for (std::size_t left = 1 + below(7); left > 0; --left) {
        switch (below(4)) {
            case 0: text += kIndicators[below(kIndicators.size())]; break;
            case 1: text += below(3) == 0 ? nasty_texts()[below(nasty_texts().size() - 5)] : std::string(); break;
            default: text += kPlain[below(kPlain.size())]; break;
        }
    }
    return text;
}

std::string with_line_ends(std::string_view text, std::string_view line_end) {
    std::string changed;
    for (const char c : text) {
        if (c == '\n') {
            changed += line_end;
        } else {
            changed += c;
        }
    }
    return changed;
}

}  // namespace ims::test
