#include <doctest/doctest.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

Json lenses_of(Editor& editor, const std::string& name) {
    return editor.ask("textDocument/codeLens", Json::object({{"textDocument", Editor::document(name)}}));
}

// "1 named by 2 records", lines from 1.
std::string shown(const Json& lenses) {
    std::vector<std::string> all;
    for (const Json& each : *lenses.as_list()) {
        all.push_back(
            fmt::format("{} {}", read_range(at(each, {"range"})).begin.line + 1, text_at(each, {"command", "title"})));
    }
    return fmt::format("{}", fmt::join(all, ", "));
}

FilesOfFolder jobs() {
    return {{"roles.yaml", "role: owner\ntitle: Owner\n---\nrole: driver\ntitle: Driver\nreports_to: owner\n"},
            {"ann.yaml", "person: ann\ntitle: Ann\nroles: [owner, owner]\n"}};
}

TEST_CASE("a record tells how many name it, and of its gaps only where it has some") {
    Editor editor(jobs());
    CHECK(shown(lenses_of(editor, "roles.yaml")) == "1 named by 2 records, 4 named by no record");
    CHECK(at(lenses_of(editor, "roles.yaml").as_list()->front(), {"command", "command"}) == Json(""));
    editor.save("ims.yaml", "organisation: P\ndisciplines: {quality: {}}\n");
    CHECK(shown(lenses_of(editor, "roles.yaml")).find(" gap") != std::string::npos);
    CHECK(shown(lenses_of(editor, "roles.yaml")).find(" 0 gap") == std::string::npos);
    CHECK(shown(lenses_of(editor, "ims.yaml")) == "");
}

TEST_CASE("a client that can show places is handed them, as they stand now") {
    Editor editor(jobs(), {.options = R"({"showReferences": "ims.show"})"});
    editor.open("roles.yaml",
                "# more\nrole: owner\ntitle: Owner\n---\nrole: driver\ntitle: Driver\nreports_to: owner\n");
    const Json lenses = lenses_of(editor, "roles.yaml");
    CHECK(shown(lenses) == "2 named by 2 records, 5 named by no record");
    const Json& command = at(lenses.as_list()->front(), {"command"});
    CHECK(text_at(command, {"command"}) == "ims.show");
    const Json::List& arguments = *at(command, {"arguments"}).as_list();
    REQUIRE(arguments.size() == 3);
    CHECK(arguments[0] == Json(Editor::uri("roles.yaml")));
    CHECK(read_position(arguments[1]) == TextPosition{1, 6});
    REQUIRE(arguments[2].as_list()->size() == 3);
    CHECK(read_range(at(arguments[2].as_list()->back(), {"range"})).begin == TextPosition{6, 12});
}

}  // namespace
}  // namespace ims
