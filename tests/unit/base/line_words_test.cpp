#include "base/line_words.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("a text becomes one word and comes back") {
    for (const char* const text : {"roles/cashier.yaml", "my roles/a\tb\n.yaml", "100%", "%20", "#1", "a#1", "ü", ""}) {
        const std::string word = encode_word(text);
        CAPTURE(word);
        CHECK(word.find_first_of(" \t\n") == std::string::npos);
        CHECK(decode_word(word) == text);
    }
    CHECK(encode_word("a b#%") == "a%20b#%25");
    CHECK(encode_word("#") == "%23");
}

TEST_CASE("a % that begins no byte stays") {
    CHECK(decode_word("100%") == "100%");
    CHECK(decode_word("%4") == "%4");
    CHECK(decode_word("%zz%41") == "%zzA");
}

TEST_CASE("blanks stand between words, however many") {
    CHECK(words_of_line("  a  b\tc ") == std::vector<std::string_view>{"a", "b", "c"});
    CHECK(words_of_line(" ").empty());
}
