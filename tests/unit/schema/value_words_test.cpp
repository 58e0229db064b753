#include "schema/value_words.h"

#include <doctest/doctest.h>

#include "schema/fields.h"

using namespace ims;

namespace {

void check_date(std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(likely_date(text).value_or("none") == expected);
}

void check_duration(std::string_view text, std::string_view expected) {
    CAPTURE(text);
    CHECK(likely_duration(text).value_or("none") == expected);
}

const Shape& shape(KindId kind, std::string_view field) { return *Schema::built_in().find_field(kind, field)->shape; }

}  // namespace

TEST_CASE("what a mistyped date probably means") {
    check_date("31.03.2026", "2026-03-31");
    check_date("1.3.2026", "2026-03-01");
    check_date("1. 3. 2026", "2026-03-01");
    check_date("2026-3-1", "2026-03-01");
    check_date("2026/03/01", "2026-03-01");
    check_date("2026-03-01T10:00:00", "2026-03-01");
    check_date("2026-03-01 10:00", "2026-03-01");
    check_date("31/03/2026", "2026-03-31");
    check_date("03/31/2026", "2026-03-31");
}

TEST_CASE("a date that could be two days, or none, is not guessed") {
    for (const std::string_view text :
         {"03/04/2026", "03-04-2026", "2026-02-29", "31.04.2026", "26-03-01", "1.3.26", "2026-03", "soon", "",
          "2026.03-01", "13/13/2026", "-1.3.2026", "99999999999.1.2026"}) {
        check_date(text, "none");
    }
}

TEST_CASE("what a mistyped duration probably means") {
    check_duration("yearly", "1 y");
    check_duration("Quarterly", "3 months");
    check_duration("4 hrs", "4 h");
    check_duration("2mos", "2 months");
    check_duration("4 m", "none");
    check_duration("4", "none");
    check_duration("hrs", "none");
    check_duration("1 2 hrs", "none");
    check_duration("", "none");
}

TEST_CASE("what a field takes, in words") {
    CHECK(what_it_takes(shape(kinds::role, "deputies")) == "a list");
    CHECK(what_it_takes(*shape(kinds::role, "deputies").item) == "the id of a role or `person/…`");
    CHECK(what_it_takes(shape(kinds::process, "part_of")) == "the id of a process");
    CHECK(what_it_takes(shape(kinds::role, "title")) == "one text");
    CHECK(what_it_takes(shape(kinds::role, "holders")) == "one number");
    CHECK(what_it_takes(shape(kinds::audit, "planned")) == "one date");
    CHECK(what_it_takes(shape(kinds::incident, "date")) == "one day or point in time");
    CHECK(what_it_takes(shape(kinds::supplier, "works_on_site")) == "`yes`, `no` or a list");
    CHECK(what_it_takes(shape(kinds::process, "type")) == "one word");
    CHECK(what_it_takes(shape(kinds::risk, "residual")) == "the fields `likelihood` and `consequence`");
    CHECK(what_it_takes(shape(kinds::process, "not_applicable")) == "a line for each discipline");
    CHECK(way_to_write(shape(kinds::role, "deputies"), "deputies") == "`deputies: […]`");
    CHECK(way_to_write(shape(kinds::process, "type"), "type") == "`type: management`");
    CHECK(way_to_write(*shape(kinds::role, "responsibilities").item, {}) == "`- does: …`");
    CHECK(way_to_write(shape(kinds::process, "not_applicable"), "not_applicable") ==
          "`not_applicable: {discipline: …}`");
}

TEST_CASE("the beginning of a description, within a sentence") {
    CHECK(first_words("What the supplier provides. Example: flowers.") == "what the supplier provides");
    CHECK(first_words("RTO of it.") == "RTO of it");
    CHECK(first_words("").empty());
}
