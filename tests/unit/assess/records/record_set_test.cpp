#include "assess/records/record_set.h"

#include <doctest/doctest.h>

using namespace ims;

TEST_CASE("a set of records tells what is new to it, however many there are") {
    RecordSet set;
    for (std::uint32_t number = 0; number < 5000; ++number) CHECK(set.insert(RecordId(number * 64)));
    for (std::uint32_t number = 0; number < 5000; ++number) CHECK_FALSE(set.insert(RecordId(number * 64)));
    CHECK(set.insert(RecordId(1)));
    CHECK_FALSE(set.insert(RecordId(0)));
}
