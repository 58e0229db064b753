#include "base/record_name.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("the name of a record is its kind and id, with the folder where it is another one") {
    CHECK(RecordName{{}, "role", "cashier"}.text() == "role/cashier");
    CHECK(RecordName{"site-b", "role", "cashier"}.text() == "site-b:role/cashier");
    CHECK(RecordName().text().empty());
    CHECK_FALSE(RecordName().known());
    CHECK(RecordName{{}, "role", "cashier"} != RecordName{"site-b", "role", "cashier"});
}

TEST_CASE("a name is read as it is written, and nothing else is one") {
    for (const std::string_view name : {"role/cashier", "site-b:role/cashier", "document/a/b"}) {
        CAPTURE(name);
        const auto read = parse_record_name(name);
        REQUIRE(read.has_value());
        CHECK(read->text() == name);
    }
    for (const std::string_view other : {"", "cashier", "/cashier", "role/", ":role/cashier", "site-b:cashier"}) {
        CAPTURE(other);
        CHECK_FALSE(parse_record_name(other).has_value());
    }
}
