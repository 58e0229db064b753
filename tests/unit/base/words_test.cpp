#include "base/words.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("names of ours as words of a sentence") {
    CHECK(in_words("interested_party") == "interested party");
    CHECK(with_article("interested_party") == "an interested party");
    CHECK(with_article("asset") == "an asset");
    CHECK(with_article("role") == "a role");
    CHECK(with_article("") == "a ");
}
