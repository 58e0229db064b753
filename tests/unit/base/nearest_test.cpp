#include "base/nearest.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

using namespace ims;

namespace {

// Optimal string alignment as in the textbook, over bytes.
std::size_t textbook_distance(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> cell(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                cell[i][j] = i + j;
                continue;
            }
            cell[i][j] = std::min(
                {cell[i - 1][j] + 1, cell[i][j - 1] + 1, cell[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0U : 1U)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cell[i][j] = std::min(cell[i][j], cell[i - 2][j - 2] + 1);
            }
        }
    }
    return cell[a.size()][b.size()];
}

class RandomNames {
public:
    std::string name(std::size_t longest, std::string_view alphabet) {
        std::string text(number(longest + 1), ' ');
        for (char& c : text) c = alphabet[number(alphabet.size())];
        return text;
    }
    std::string mistyped(std::string text, std::string_view alphabet) {
        for (std::size_t edits = number(4); edits > 0 && !text.empty(); --edits) {
            const std::size_t at = number(text.size());
            switch (number(4)) {
                case 0: text.erase(at, 1); break;
                case 1: text.insert(at, 1, alphabet[number(alphabet.size())]); break;
                case 2: text[at] = alphabet[number(alphabet.size())]; break;
                default:
                    if (at > 0) std::swap(text[at - 1], text[at]);
            }
        }
        return text;
    }

private:
    std::size_t number(std::size_t end) { return static_cast<std::size_t>(engine_() % end); }
    std::mt19937 engine_{42};
};

}  // namespace

TEST_CASE("edits are counted in code points, letter case aside") {
    CHECK(edit_distance("", "", 2) == 0);
    CHECK(edit_distance("risk", "risk", 0) == 0);
    CHECK(edit_distance("Risk", "rISK", 0) == 0);
    CHECK(edit_distance("risk", "rsik", 2) == 1);
    CHECK(edit_distance("risk", "disk", 2) == 1);
    CHECK(edit_distance("risk", "risks", 2) == 1);
    CHECK(edit_distance("risk", "rik", 2) == 1);
    CHECK(edit_distance("prüfung", "prufung", 2) == 1);
    CHECK(edit_distance("ca", "abc", 9) == 3);
    CHECK(edit_distance("process", "supplier", 2) == 3);
    CHECK(edit_distance("process", "supplier", 0) == 1);
    CHECK(edit_distance("", "abc", 2) == 3);
    CHECK(edit_distance("", "ab", 2) == 2);
}

TEST_CASE("the distance is that of the textbook, at any limit") {
    RandomNames random;
    for (int round = 0; round < 10'000; ++round) {
        const std::string a = random.name(9, "abc");
        const std::string b = round % 2 == 0 ? random.name(9, "abc") : random.mistyped(a, "abc");
        const std::size_t limit = static_cast<std::size_t>(round % 11);
        CAPTURE(a);
        CAPTURE(b);
        CAPTURE(limit);
        REQUIRE(edit_distance(a, b, limit) == std::min(textbook_distance(a, b), limit + 1));
    }
}

TEST_CASE("a suggestion lies two edits away, or a third of the length") {
    CHECK(suggestion_limit("") == 0);
    CHECK(suggestion_limit("it") == 0);
    CHECK(suggestion_limit("hse") == 1);
    CHECK(suggestion_limit("role-") == 1);
    CHECK(suggestion_limit("cashier") == 2);
    CHECK(suggestion_limit(std::string(100, 'x')) == 2);
    CHECK(suggestion_limit("éé") == 0);
}

TEST_CASE("the nearest name is found, ties go to the first in byte order") {
    CHECK(nearest("cashire", {"baker", "cashier"}) == "cashier");
    CHECK(nearest("rolx", {"roly", "role"}) == "role");
    CHECK(nearest("xyz", {"baker", "cashier"}) == std::nullopt);
    CHECK(nearest("IT", {"it"}) == "it");
    CHECK(nearest("ab", {"ac"}) == std::nullopt);
    CHECK(nearest("role", {}) == std::nullopt);
    CHECK(NearestNames({}).find("role") == std::nullopt);
    CHECK(NearestNames({"roly", "role"}).find("rolx") == "role");
    CHECK(NearestNames({"rolexy", "rolex"}).find("rolexx") == "rolex");
}

TEST_CASE("the index agrees with asking every name") {
    RandomNames random;
    for (const std::string_view alphabet :
         {std::string_view("ab"), std::string_view("abAB"), std::string_view("abcdefgh-12"), std::string_view("01")}) {
        std::vector<std::string> words;
        for (int count = 0; count < 300; ++count) words.push_back(random.name(10, alphabet));
        const std::vector<std::string_view> names(words.begin(), words.end());
        const NearestNames index(names);
        for (std::size_t round = 0; round < 800; ++round) {
            const std::string asked =
                round % 3 == 0 ? random.name(10, alphabet) : random.mistyped(words[round % words.size()], alphabet);
            CAPTURE(asked);
            REQUIRE(index.find(asked) == nearest(asked, names));
        }
    }
}

TEST_CASE("the index agrees among names that begin alike") {
    RandomNames random;
    std::vector<std::string> words;
    for (int count = 0; count < 3'000; ++count) words.push_back("Risk-" + std::to_string(count * 7) + "-é");
    const std::vector<std::string_view> names(words.begin(), words.end());
    const NearestNames index(names);
    for (std::size_t round = 0; round < 200; ++round) {
        const std::string asked = random.mistyped("risk-" + std::to_string(round * 103) + "-é", "0123456789-rRé");
        CAPTURE(asked);
        REQUIRE(index.find(asked) == nearest(asked, names));
    }
}

TEST_CASE("long names neither take long nor fill the memory") {
    const std::string long_name(1'000'000, 'x');
    const std::string other = long_name + "y";
    const NearestNames index({long_name, "role"});
    CHECK(index.find(other) == long_name);
    CHECK(index.find("rloe") == "role");
    CHECK(nearest(other, {long_name}) == long_name);
}

TEST_CASE("misses among tens of thousands of names are answered at once") {
    std::vector<std::string> words;
    for (int count = 0; count < 35'000; ++count)
        words.push_back("risk-of-" + std::to_string(count * 7919 % 100'000) + "-kind");
    const NearestNames index(std::vector<std::string_view>(words.begin(), words.end()));
    std::size_t found = 0;
    for (int count = 0; count < 50; ++count)
        found += index.find("risk-of-x" + std::to_string(count * 31) + "-kind").has_value() ? 1U : 0U;
    CHECK(found > 0);
}

TEST_CASE("so are thousands of them, two edits away from names that are alike") {
    std::vector<std::string> words;
    for (int count = 100'000; count < 200'000; ++count) words.push_back("risk-" + std::to_string(count));
    const NearestNames index(std::vector<std::string_view>(words.begin(), words.end()));
    std::size_t found = 0;
    for (int count = 0; count < 1'000; ++count)
        found += index.find("rxsk-" + std::to_string(100'000 + count * 10) + "x").has_value() ? 1U : 0U;
    CHECK(found == 1'000);
}
