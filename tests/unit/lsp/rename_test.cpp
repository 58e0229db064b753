#include <doctest/doctest.h>

#include "engine/analyze_folder.h"
#include "judge/baseline.h"
#include "judge/fingerprint.h"
#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

const char* const kDeliver = "process: deliver\ntitle: Deliver\nowner: driver\n";

FilesOfFolder van() {
    return {{"roles.yaml", "role: owner\ntitle: Owner\n---\nrole: driver # drives\ntitle: Driver\nreports_to: owner\n"},
            {"processes/deliver.yaml", kDeliver},
            {"persons/ann.yaml", "person: ann\ntitle: Ann\nroles: [owner, \"driver\"]\n"},
            {"changes/late.yaml", "change: late\ntitle: Late\naffects: [process/deliver]\n"},
            {"ims.yaml",
             "organisation: P\ndisciplines: {quality: {lead: driver}}\ndefaults: {process: {owner: driver}}\n"
             "check: {profile: records}\n"}};
}

Json renaming_of(Editor& editor, const std::string& name, std::string_view text, std::string_view id) {
    Json params = editor.at_mark(name, text);
    params["newName"] = id;
    return editor.ask_whole("textDocument/rename", params);
}

std::string refusal_of(Editor& editor, const std::string& name, std::string_view text, std::string_view id) {
    const Json answer = renaming_of(editor, name, text, id);
    CHECK(at(answer, {"error", "code"}) == Json(static_cast<int>(ErrorCode::request_failed)));
    return std::string(text_at(answer, {"error", "message"}));
}

void take_over(Editor& editor, const FilesOfFolder& files) {
    for (const auto& [name, text] : files) editor.type(name, text);
}

TEST_CASE("a record and all that names it get the new id, and the folder says what it said") {
    Editor editor(van());
    const std::string before = editor.all_told();
    const Json answer =
        renaming_of(editor, "processes/deliver.yaml", "process: deliver\ntitle: Deliver\nowner: dri|ver\n", "courier");
    const FilesOfFolder files = editor.after(at(answer, {"result"}));
    CHECK(files.size() == 4);
    CHECK(files.at("roles.yaml") ==
          "role: owner\ntitle: Owner\n---\nrole: courier # drives\ntitle: Driver\nreports_to: owner\n");
    CHECK(files.at("processes/deliver.yaml") == "process: deliver\ntitle: Deliver\nowner: courier\n");
    CHECK(files.at("persons/ann.yaml") == "person: ann\ntitle: Ann\nroles: [owner, \"courier\"]\n");
    CHECK(files.at("ims.yaml").find("lead: courier}}\ndefaults: {process: {owner: courier}}") != std::string::npos);
    take_over(editor, files);
    CHECK(editor.all_told() == before);
    const Json again =
        renaming_of(editor, "roles.yaml",
                    "role: ow|ner\ntitle: Owner\n---\nrole: courier\ntitle: Driver\nreports_to: owner\n", "boss");
    take_over(editor, editor.after(at(again, {"result"})));
    CHECK(editor.all_told() == before);
}

TEST_CASE("a standard of the folder is renamed at a clause of it, and every clause follows") {
    Editor editor(
        FilesOfFolder{{"standards/house.yaml",
                       "standard: house\ntitle: House\nclauses: {\"4.1\": {title: A}, \"4.2\": {title: B}}\n"},
                      {"controls/lock.yaml", "control: lock\ntitle: Lock\nclauses: [house:4.1, \"house:4.2\"]\n"}});
    const Json answer = renaming_of(editor, "controls/lock.yaml",
                                    "control: lock\ntitle: Lock\nclauses: [hou|se:4.1, \"house:4.2\"]\n", "home");
    const FilesOfFolder files = editor.after(at(answer, {"result"}));
    CHECK(files.at("controls/lock.yaml") == "control: lock\ntitle: Lock\nclauses: [home:4.1, \"home:4.2\"]\n");
    CHECK(files.at("standards/house.yaml").starts_with("standard: home\n"));
    const Json prepared =
        editor.ask("textDocument/prepareRename",
                   editor.at_mark("controls/lock.yaml", "control: lock\nclauses: [\"house:4|.2\"]\n"));
    CHECK(read_range(at(prepared, {"range"})) == TextRange{{1, 11}, {1, 16}});
}

TEST_CASE("what an alias says elsewhere keeps a record from being renamed") {
    Editor editor(van());
    const std::string text = "process: sell\ntitle: &d driver\nowner: *d\n";
    editor.type("sell.yaml", text);
    CHECK(refusal_of(editor, "processes/deliver.yaml", "process: deliver\ntitle: Deliver\nowner: dri|ver\n", "courier")
              .find("sell.yaml:2: an alias says here") != std::string::npos);
}

TEST_CASE("edits say of which version of a document they are") {
    Editor editor(van());
    const Json answer =
        renaming_of(editor, "changes/late.yaml", "change: late\ntitle: Late\naffects: [process/del|iver]\n", "bring");
    const FilesOfFolder files = editor.after(at(answer, {"result"}));
    CHECK(files.at("changes/late.yaml") == "change: late\ntitle: Late\naffects: [process/bring]\n");
    CHECK(files.at("processes/deliver.yaml") == "process: bring\ntitle: Deliver\nowner: driver\n");
    REQUIRE(at(answer, {"result", "documentChanges"}).as_list() != nullptr);
    for (const Json& each : *at(answer, {"result", "documentChanges"}).as_list()) {
        const bool open = text_at(each, {"textDocument", "uri"}) == Editor::uri("changes/late.yaml");
        CHECK(at(each, {"textDocument", "version"}).as_integer().has_value() == open);
    }
    Editor plain(van(), {.capabilities = "{}"});
    const Json other = renaming_of(plain, "processes/deliver.yaml", "process: del|iver\n", "bring");
    CHECK(at(other, {"result", "changes"}).as_object() != nullptr);
    CHECK(plain.after(at(other, {"result"})).at("changes/late.yaml") ==
          "change: late\ntitle: Late\naffects: [process/bring]\n");
}

TEST_CASE("what cannot be renamed is told in words, and nothing changes") {
    Editor editor(van());
    const std::string text = "process: deliver\ntitle: Deliver\nowner: dri|ver\n";
    const std::string name = "processes/deliver.yaml";
    CHECK(refusal_of(editor, name, text, "the driver").find("cannot be an id") != std::string::npos);
    CHECK(refusal_of(editor, name, text, "null").find("cannot be an id") != std::string::npos);
    CHECK(refusal_of(editor, name, text, "owner").find("`role/owner` is there already") != std::string::npos);
    CHECK(refusal_of(editor, name, text, "process/courier").find("a record keeps its kind") != std::string::npos);
    CHECK(at(renaming_of(editor, name, text, "role/courier"), {"result"}).as_object() != nullptr);
    CHECK(at(renaming_of(editor, name, text, "driver"), {"result"}) == Json());
    CHECK(refusal_of(editor, name, "process: deliver\nti|tle: Deliver\n", "courier").find("nothing stands here") !=
          std::string::npos);
    CHECK(refusal_of(editor, name, "process: deliver\nowner: nob|ody\n", "courier").find("there is no role `nobody`") !=
          std::string::npos);
}

TEST_CASE("several records of one id, and a file that cannot be read, keep a record from being renamed") {
    Editor editor(van());
    const std::string text = "process: deliver\ntitle: Deliver\nowner: dri|ver\n";
    editor.save("more.yaml", "role: driver\ntitle: Another\n");
    CHECK(refusal_of(editor, "processes/deliver.yaml", text, "courier").find("several records are `role/driver`") !=
          std::string::npos);
    editor.save("more.yaml", "process: sell\nowner: driver\nbad: [\n");
    CHECK(refusal_of(editor, "processes/deliver.yaml", text, "courier").find("may name `driver`: more.yaml:2") !=
          std::string::npos);
    editor.save("more.yaml", "role: sleeper\nbad: [\n");
    CHECK(refusal_of(editor, "processes/deliver.yaml", "process: deliver\nowner: sleep|er\n", "courier")
              .find("stands in a document that cannot be read") != std::string::npos);
    editor.save("more.yaml", std::nullopt);
    CHECK(at(renaming_of(editor, "processes/deliver.yaml", text, "courier"), {"result"}).as_object() != nullptr);
}

TEST_CASE("an editor is told before it asks what can be renamed, and of which letters the id is made") {
    Editor editor(van());
    const auto prepared = [&](const std::string& name, std::string_view text) {
        return editor.ask_whole("textDocument/prepareRename", editor.at_mark(name, text));
    };
    const Json with_kind = prepared("changes/late.yaml", "change: late\naffects: [\"process/del|iver\"]\n");
    CHECK(text_at(with_kind, {"result", "placeholder"}) == "deliver");
    CHECK(read_range(at(with_kind, {"result", "range"})) == TextRange{{1, 19}, {1, 26}});
    const Json own = prepared("changes/late.yaml", "{title: 🌷, change: \"la|te\"}\n");
    CHECK(read_range(at(own, {"result", "range"})) == TextRange{{0, 21}, {0, 25}});
    CHECK(at(prepared("changes/late.yaml", "change: late\nti|tle: x\n"), {"result"}) == Json());
    CHECK(at(prepared("changes/late.yaml", "change: late\naffects: [process/no|ne]\n"), {"result"}) == Json());
    editor.type("ims.yaml", "organisation: P\ndisciplines: {quality: {standards: [iso-9001-2026]}}\n");
    editor.wait();
    const Json built_in =
        prepared("ims.yaml", "organisation: P\ndisciplines: {quality: {standards: [iso-|9001-2026]}}\n");
    CHECK(text_at(built_in, {"error", "message"}).find("comes with ims") != std::string_view::npos);
}

// As `ims baseline` writes it.
std::string baseline_of(const FileSystem& files, std::string_view day) {
    FolderOptions options;
    options.root = "/folder";
    options.today = *parse_date(day);
    const auto analysis = analyze_folder(files, RuleSet::built_in(), options);
    REQUIRE(analysis);
    const Analysis& now = **analysis;
    const std::vector<std::string> known_as = fingerprints({now.findings, {}}, now.rules.book(), now.sources);
    std::vector<BaselineLine> lines;
    for (std::size_t index = 0; index < known_as.size(); ++index) {
        if (may_be_held(now.findings[index], now.rules.book()))
            lines.push_back(baseline_line(now.findings[index], known_as[index], now.rules.book(), now.sources));
    }
    return write_baseline(std::move(lines), *parse_date(day));
}

TEST_CASE("the lines of a baseline follow") {
    FilesOfFolder files = van();
    files["ims.yaml"] = "organisation: P\ndisciplines: {quality: {lead: driver}}\n";
    files.erase("changes/late.yaml");
    Editor editor(files);
    REQUIRE(editor.all_told().find("roles.yaml 4:7") != std::string::npos);
    editor.save(".ims-baseline", baseline_of(editor.files(), "2026-05-01"));
    CHECK(editor.all_told() == "");
    const Json answer =
        renaming_of(editor, "processes/deliver.yaml", "process: deliver\ntitle: Deliver\nowner: dri|ver\n", "courier");
    const FilesOfFolder after = editor.after(at(answer, {"result"}));
    REQUIRE(after.contains(".ims-baseline"));
    CHECK(after.at(".ims-baseline").find("role/courier") != std::string::npos);
    CHECK(after.at(".ims-baseline").find("role/driver") == std::string::npos);
    for (const auto& [name, text] : after) editor.save(name, text);
    editor.close("processes/deliver.yaml");
    CHECK(editor.all_told() == "");
}

}  // namespace
}  // namespace ims
