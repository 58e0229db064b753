#include "schema/value_words.h"

#include <doctest/doctest.h>

#include "said.h"
#include "schema/fields.h"

using namespace ims;

namespace {

const Shape& shape(KindId kind, std::string_view field) { return *Schema::built_in().find_field(kind, field)->shape; }

std::string taken(const Shape& of) {
    Arena arena;
    return test::to_editors(what_it_takes(of, arena));
}

std::string taken_for_readers(const Shape& of) {
    Arena arena;
    return test::to_readers(what_it_takes(of, arena));
}

std::string way(const Shape& of, std::string_view key) {
    Arena arena;
    const Message message = way_to_write(of, key, arena);
    CHECK(test::to_readers(message).empty());
    return test::to_editors(message);
}

}  // namespace

TEST_CASE("what a field takes, in words") {
    CHECK(taken(shape(kinds::role, "deputies")) == "a list");
    CHECK(taken(*shape(kinds::role, "deputies").item) == "the id of a role or `person/…`");
    CHECK(taken(shape(kinds::process, "part_of")) == "the id of a process");
    CHECK(taken(shape(kinds::role, "title")) == "one text");
    CHECK(taken(shape(kinds::role, "holders")) == "one number");
    CHECK(taken(shape(kinds::audit, "planned")) == "one date");
    CHECK(taken(shape(kinds::incident, "date")) == "one day or point in time");
    CHECK(taken(shape(kinds::supplier, "works_on_site")) == "`yes`, `no` or a list");
    CHECK(taken(shape(kinds::process, "type")) == "one word");
    CHECK(taken(shape(kinds::risk, "residual")) == "the fields `likelihood` and `consequence`");
    CHECK(taken(shape(kinds::process, "not_applicable")) == "a line for each discipline");
    CHECK(way(shape(kinds::role, "deputies"), "deputies") == "`deputies: […]`");
    CHECK(way(shape(kinds::process, "type"), "type") == "`type: management`");
    CHECK(way(*shape(kinds::role, "responsibilities").item, {}) == "`- does: …`");
    CHECK(way(shape(kinds::process, "not_applicable"), "not_applicable") == "`not_applicable: {discipline: …}`");
}

TEST_CASE("what a field takes, for whoever writes no records") {
    CHECK(taken_for_readers(*shape(kinds::role, "deputies").item) == "a role or a person");
    CHECK(taken_for_readers(shape(kinds::process, "part_of")) == "a process");
    CHECK(taken_for_readers(shape(kinds::supplier, "works_on_site")) == "yes, no or a list");
    CHECK(taken_for_readers(shape(kinds::risk, "residual")) ==
          "a value for each of “Residual likelihood” and “Residual consequence”");
}

TEST_CASE("the beginning of a description, within a sentence") {
    CHECK(first_words("What the supplier provides. Example: flowers.") == "what the supplier provides");
    CHECK(first_words("RTO of it.") == "RTO of it");
    CHECK(first_words("").empty());
}
