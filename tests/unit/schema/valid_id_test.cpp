#include "schema/valid_id.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("an id begins with a letter or digit of any script") {
    for (const std::string_view id :
         {"a", "driver", "2nd", "007", "v1.0_x-y", "A", "Fahrer-für-花店", "водитель", "é", "null"}) {
        CAPTURE(id);
        CHECK(is_valid_id(id));
    }
}

TEST_CASE("what is no id") {
    for (const std::string_view id : {"",         "-a", ".a",  "_a",      "a b",  "a/b",   "a:b", "a,b", "a#", "a\n",
                                      "a\u00a0b", "a…", "“a”", "a\u200b", "\xff", "a\xc3", "🚚",   "a→b", "*",  "`a`"}) {
        CAPTURE(id);
        CHECK_FALSE(is_valid_id(id));
    }
}
