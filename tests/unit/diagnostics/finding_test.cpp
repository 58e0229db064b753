#include "diagnostics/finding.h"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>

#include "diagnostics/voice.h"

using namespace ims;

TEST_CASE("a fix of a part changes just that part where it can be told by its words, else the whole") {
    const Span place{FileId(0), 3, 9};
    const std::string_view whole = "role/cashir";
    Arena arena;
    const Fix part = fix_of_part(place, whole, whole.substr(5), "cashier", arena);
    CHECK(for_editors(part.title) == "write `role/cashier`");
    CHECK(part.safety == Fix::Safety::unsafe);
    const auto* const text = std::get_if<ReplaceText>(&part.operations.at(0));
    REQUIRE(text != nullptr);
    CHECK(text->span == place);
    CHECK(text->was == "cashir");
    CHECK(text->text == "cashier");

    const std::string_view twice = "proces/proces-a";
    const Fix all = fix_of_part(place, twice, twice.substr(0, 6), "process", arena);
    const auto* const value = std::get_if<ReplaceValue>(&all.operations.at(0));
    REQUIRE(value != nullptr);
    CHECK(value->span == place);
    CHECK(value->value == "process/proces-a");
}

TEST_CASE("a suggestion is about the finding's place or another") {
    Finding finding;
    finding.span = {FileId(1), 2, 5};
    Arena arena;
    suggest(finding, "near", arena);
    CHECK(for_editors(finding.help) == "did you mean `near`?");
    CHECK(place_of(std::as_const(finding.fix->operations.at(0))) == finding.span);
    suggest(finding, "near", {FileId(1), 7, 8}, arena);
    CHECK(place_of(std::as_const(finding.fix->operations.at(0))) == Span{FileId(1), 7, 8});
    place_of(finding.fix->operations.at(0)).file = FileId(2);
    CHECK(place_of(std::as_const(finding.fix->operations.at(0))) == Span{FileId(2), 7, 8});
}
