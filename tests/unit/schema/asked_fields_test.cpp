#include "schema/asked_fields.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "schema/fields.h"
#include "schema/read_schema.h"

using namespace ims;

namespace {

std::vector<std::string> paths(const KindSpec& kind) {
    std::vector<std::string> out;
    for (const AskedField& each : asked_fields(kind)) out.push_back(each.path + (each.today ? " today" : ""));
    return out;
}

std::string trouble(std::string_view keywords) {
    const std::string text =
        R"({"x-ims-kind": "tool", "x-ims-plural": "tools", "type": "object", "required": ["tool", "title"], )" +
        std::string(keywords) + R"(
  "properties": {
    "tool": {"x-ims-type": "id", "type": "string", "description": "The id."},
    "title": {"x-ims-type": "line", "type": "string", "description": "The title."},
    "checked": {"x-ims-type": "date", "type": "string", "description": "When it was checked."}}})";
    const auto schema = extend_schema(Schema::built_in(), {{"tool.schema.json", text}});
    if (!schema) return schema.error().message();
    std::string out;
    for (const std::string& path : paths(schema->kinds().back())) out += (out.empty() ? "" : ", ") + path;
    return out;
}

}  // namespace

TEST_CASE("what is required and what rules ask for, in the order of the schema") {
    const Schema& schema = Schema::built_in();
    using Texts = std::vector<std::string>;
    CHECK(paths(schema[kinds::nonconformity]) == Texts{"title", "description", "grade", "raised_by", "date today",
                                                       "processes", "correction", "cause", "action", "owner",
                                                       "disciplines"});
    const Texts risk = paths(schema[kinds::risk]);
    CHECK(std::ranges::find(risk, "review.last") != risk.end());
    // Only what is needed anyway is filled in: nobody is to hold a review by beginning a record.
    for (const KindSpec& kind : schema.kinds()) {
        if (!kind.of_records()) continue;
        for (const AskedField& each : asked_fields(kind)) CHECK_MESSAGE(each.required >= each.today, kind.name);
    }
    // Of `planned` and `date`, one of which will do, the first.
    const Texts exercise = paths(schema[kinds::exercise]);
    CHECK(std::ranges::count(exercise, "planned") + std::ranges::count(exercise, "date") == 1);
    for (const KindSpec& kind : schema.kinds()) {
        if (kind.of_records()) CHECK_MESSAGE(asked_fields(kind).size() > 1, kind.name);
    }
}

TEST_CASE("a folder's own kind asks for what its schema says, and may add to a built-in one") {
    CHECK(trouble("") == "title");
    CHECK(trouble(R"("x-ims-ask": ["checked"], "x-ims-today": ["checked"],)") == "title, checked today");
    CHECK(trouble(R"("x-ims-ask": ["cheked"],)").find("`x-ims-ask` names no field of this kind: cheked") !=
          std::string::npos);
    CHECK(trouble(R"("x-ims-today": ["title"],)").find("names no date of this kind: title") != std::string::npos);
    CHECK(trouble(R"("x-ims-today": ["checked"],)").find("names what is not asked for: checked") != std::string::npos);
    const auto more = extend_schema(Schema::built_in(), {{"role.schema.json", R"({"x-ims-kind": "role",
 "x-ims-ask": ["badge"], "properties": {"badge": {"x-ims-type": "line", "type": "string", "description": "B."}}})"}});
    REQUIRE(more.has_value());
    const std::vector<std::string> role = paths((*more)[kinds::role]);
    CHECK(role.back() == "badge");
    CHECK(std::ranges::find(role, "deputies") != role.end());
}
