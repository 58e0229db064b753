// Where a record leads that a document names: to its page, to a git host, to its file, or nowhere.
#include <doctest/doctest.h>

#include "output/document/document_format.h"

using namespace ims;

namespace {

Inline record() {
    Inline part;
    part.kind = Inline::Kind::record;
    part.text = "Cashier";
    part.target = "role/cashier";
    part.path = "roles/all of them.yaml";
    part.line = 7;
    return part;
}

}  // namespace

TEST_CASE("a record leads to its page where one is written beside it, else to its file, where that can be reached") {
    const ReportPlaces places = {{"record role/cashier", "record/role/cashier"}};
    DocumentStyle style;
    style.to_records = "../";
    SUBCASE("to its page, wherever the file is") {
        style.reports = &places;
        style.to_reports = "../../";
        style.source_url = "https://git.example.org/blob/1a2b";
        const auto to = link_target(style, record(), "html");
        REQUIRE(to);
        CHECK(to->path == "../../record/role/cashier.html");
        CHECK(to->fragment.empty());
        CHECK(!to->is_address);
    }
    SUBCASE("to the host") {
        style.source_url = "https://git.example.org/blob/1a2b";
        const auto to = link_target(style, record(), "md");
        REQUIRE(to);
        CHECK(to->path == "https://git.example.org/blob/1a2b/roles/all%20of%20them.yaml");
        CHECK(to->fragment == "L7");
        CHECK(to->is_address);
    }
    SUBCASE("to the file") {
        const auto to = link_target(style, record(), "md");
        REQUIRE(to);
        CHECK(to->path == "../roles/all of them.yaml");
        CHECK(to->fragment == "L7");
        CHECK(!to->is_address);
    }
    SUBCASE("nowhere") {
        style.to_records.reset();
        CHECK(!link_target(style, record(), "md"));
        Inline built_in = record();
        built_in.path.clear();
        style.to_records = "";
        CHECK(!link_target(style, built_in, "md"));
    }
}

TEST_CASE("a page stands where its record is named, apart for each kind") {
    CHECK(document_place("gaps", "") == "gaps");
    CHECK(document_place("role", "role/cashier") == "role/cashier");
    CHECK(document_place("record", "role/cashier") == "record/role/cashier");
    CHECK(document_place("record", "risk/../x") == "record/risk/_.._x");
}
