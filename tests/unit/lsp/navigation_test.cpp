#include <doctest/doctest.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

FilesOfFolder shop() {
    return {{"roles.yaml", "role: owner\ntitle: Owner\n---\nrole: driver\ntitle: Driver\nreports_to: owner\n"},
            {"processes/deliver.yaml", "process: deliver\ntitle: Deliver\nowner: driver\n"},
            {"persons/ann.yaml", "person: ann\ntitle: Ann\nroles: [owner, driver]\n"}};
}

// "roles.yaml 4:7", from 1.
std::string place_of(const Json& location) {
    if (location.as_object() == nullptr) return "";
    const TextPosition begin = read_range(at(location, {"range"})).begin;
    return fmt::format("{} {}:{}", text_at(location, {"uri"}).substr(Editor::uri("").size()), begin.line + 1,
                       begin.character + 1);
}

std::string places_of(const Json& locations) {
    std::vector<std::string> all;
    if (const Json::List* const list = locations.as_list()) {
        for (const Json& each : *list) all.push_back(place_of(each));
    }
    std::ranges::sort(all);
    return fmt::format("{}", fmt::join(all, ", "));
}

std::string defined(Editor& editor, const std::string& name, std::string_view text) {
    return place_of(editor.ask("textDocument/definition", editor.at_mark(name, text)));
}

std::string named(Editor& editor, const std::string& name, std::string_view text, bool itself = false) {
    Json params = editor.at_mark(name, text);
    params["context"] = Json::object({{"includeDeclaration", itself}});
    return places_of(editor.ask("textDocument/references", params));
}

TEST_CASE("a reference leads to its record, from anywhere within it") {
    Editor editor(shop());
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: |driver\n") == "roles.yaml 4:7");
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: driver|\n") == "roles.yaml 4:7");
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: \"dri|ver\"\n") == "roles.yaml 4:7");
    CHECK(defined(editor, "processes/deliver.yaml", "process: de|liver\n") == "processes/deliver.yaml 1:10");
    CHECK(defined(editor, "persons/ann.yaml", "person: ann\nroles: [owner, |driver]\n") == "roles.yaml 4:7");
    CHECK(defined(editor, "persons/ann.yaml", "person: ann\nroles:\n  - own|er\n  - driver\n") == "roles.yaml 1:7");
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nti|tle: driver\n").empty());
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\ntitle: dri|ver\n").empty());
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: nob|ody\n").empty());
}

TEST_CASE("a reference with its kind, and one to a standard that comes with the program") {
    Editor editor(shop());
    CHECK(defined(editor, "changes/late.yaml", "change: late\naffects: [process/del|iver]\n") ==
          "processes/deliver.yaml 1:10");
    CHECK(defined(editor, "ims.yaml",
                  "organisation: Petal\ndisciplines: {quality: {standards: [iso-9|001-2026], lead: owner}}\n")
              .empty());
    CHECK(defined(editor, "ims.yaml", "organisation: Petal\ndisciplines: {quality: {lead: own|er}}\n") ==
          "roles.yaml 1:7");
    CHECK(defined(editor, "ims.yaml", "organisation: Petal\ndefaults: {process: {owner: own|er}}\n") ==
          "roles.yaml 1:7");
}

TEST_CASE("places in another document that changed are where they stand now, also beyond letters of two units") {
    Editor editor(shop());
    editor.open("roles.yaml");
    editor.wait();
    editor.type("roles.yaml", "# 🌷\nrole: owner\ntitle: Owner\n---\nrole: driver\ntitle: Driver\nreports_to: owner\n");
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: driv|er\n") == "roles.yaml 5:7");
    CHECK(defined(editor, "persons/ann.yaml", "person: ann\n# 🌷\nroles: [\"owner\", driv|er] # 🌷\n") ==
          "roles.yaml 5:7");
    CHECK(defined(editor, "persons/ann.yaml", "{person: ann, title: \"🌷🌷\", roles: [driv|er]}\n") == "roles.yaml 5:7");
}

TEST_CASE("where a document cannot be read the word counts") {
    Editor editor(shop());
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: dri|ver\nbad: [\n") == "roles.yaml 4:7");
    CHECK(defined(editor, "processes/deliver.yaml", "process: deliver\nowner: role/ow|ner\nbad: [\n") ==
          "roles.yaml 1:7");
    CHECK(defined(editor, "processes/deliver.yaml", "bad: [\nowner: nob|ody\n").empty());
    CHECK(defined(editor, "processes/deliver.yaml", "|").empty());
}

TEST_CASE("all places that name a record are found, those in ims.yaml too") {
    Editor editor(shop());
    editor.save("ims.yaml", "organisation: P\ndisciplines: {quality: {lead: owner}}\ncheck: {profile: records}\n");
    editor.wait();
    const std::string all = "ims.yaml 2:31, persons/ann.yaml 3:9, roles.yaml 6:13";
    const std::string text = "person: ann\ntitle: Ann\nroles: [own|er, driver]\n";
    CHECK(named(editor, "persons/ann.yaml", text) == all);
    CHECK(named(editor, "persons/ann.yaml", text, true) ==
          "ims.yaml 2:31, persons/ann.yaml 3:9, roles.yaml 1:7, roles.yaml 6:13");
    CHECK(named(editor, "roles.yaml", "role: own|er\ntitle: Owner\n---\nrole: driver\nreports_to: owner\n") ==
          "ims.yaml 2:31, persons/ann.yaml 3:9, roles.yaml 5:13");
    CHECK(named(editor, "persons/ann.yaml", "person: ann\nti|tle: Ann\n").empty());
}

TEST_CASE("within a document the same record is marked, and no other one of that id") {
    Editor editor(shop());
    const Json found = editor.ask("textDocument/documentHighlight",
                                  editor.at_mark("roles.yaml",
                                                 "role: owner\ntitle: owner\n---\nrole: driver\n"
                                                 "reports_to: own|er\n---\nprocess: owner\nowner: owner\n"));
    REQUIRE(found.as_list() != nullptr);
    std::vector<std::string> lines;
    for (const Json& each : *found.as_list())
        lines.push_back(
            fmt::format("{}/{}", read_range(at(each, {"range"})).begin.line + 1, *at(each, {"kind"}).as_integer()));
    CHECK(fmt::format("{}", fmt::join(lines, " ")) == "1/3 5/2 8/2");
}

}  // namespace
}  // namespace ims
