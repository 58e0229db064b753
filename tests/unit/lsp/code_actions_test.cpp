#include <doctest/doctest.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

const char* const kFull = "organisation: P\ndisciplines: {quality: {}, privacy: {}}\n";

Json actions_at(Editor& editor, const std::string& name, std::string_view text, std::string_view only = {}) {
    const Json where = editor.at_mark(name, text);
    const Json position = at(where, {"position"});
    Json context = Json::object({{"diagnostics", editor.diagnostics(name)}});
    if (!only.empty()) context["only"] = Json::list({only});
    return editor.ask("textDocument/codeAction",
                      Json::object({{"textDocument", Editor::document(name)},
                                    {"range", Json::object({{"start", position}, {"end", position}})},
                                    {"context", std::move(context)}}));
}

std::string titles_of(const Json& actions) {
    std::vector<std::string> titles;
    for (const Json& each : *actions.as_list()) titles.emplace_back(text_at(each, {"title"}));
    return fmt::format("{}", fmt::join(titles, "; "));
}

// The first whose title begins so.
Json action_called(const Json& actions, std::string_view title) {
    for (const Json& each : *actions.as_list()) {
        if (text_at(each, {"title"}).starts_with(title)) return each;
    }
    FAIL(fmt::format("no action `{}`: {}", title, titles_of(actions)));
    return {};
}

void take_over(Editor& editor, const Json& action) {
    for (const auto& [name, text] : editor.after(at(action, {"edit"}))) editor.type(name, text);
}

TEST_CASE("what a program can mend is offered, with what it is about, and is gone then") {
    Editor editor(FilesOfFolder{{"roles.yaml", "role: owner\ntitle: Owner\n"}});
    const Json actions = actions_at(editor, "sell.yaml", "process: sell\ntitle: Sell\nowner: own|r\n");
    const Json fix = action_called(actions, "Write `owner`");
    CHECK(text_at(fix, {"kind"}) == "quickfix");
    REQUIRE(at(fix, {"diagnostics"}).as_list() != nullptr);
    CHECK(text_at(at(fix, {"diagnostics"}).as_list()->front(), {"code"}) == "unknown-reference");
    take_over(editor, fix);
    CHECK(editor.told("sell.yaml") == "");
    CHECK(titles_of(actions_at(editor, "sell.yaml", "process: sell\nti|tle: Sell\nowner: ownr\n")) == "");
}

TEST_CASE("only what is asked for is offered") {
    Editor editor(FilesOfFolder{{"roles.yaml", "role: owner\ntitle: Owner\n"}});
    const std::string text = "process: sell\ntitle: Sell\nowner: own|r\n";
    CHECK(titles_of(actions_at(editor, "sell.yaml", text, "refactor")) == "");
    CHECK(titles_of(actions_at(editor, "sell.yaml", text, "quickfix")) != "");
    CHECK(titles_of(actions_at(editor, "sell.yaml", text, "source.fixAll")) == "");
}

TEST_CASE("all that is safe is mended at once") {
    Editor editor(FilesOfFolder{{"roles.yaml", "role: owner\ntitle: Owner\n"}});
    const std::string text =
        "process: sell\ntitle: Sell\ntype: |Core\nowner: owner\n---\nprocess: buy\ntitle: Buy\ntype: CORE\n";
    const Json actions = actions_at(editor, "sell.yaml", text, "source");
    const std::string before = editor.told("sell.yaml");
    CAPTURE(before);
    const Json all = action_called(actions, "Mend all");
    CHECK(text_at(all, {"kind"}) == "source.fixAll");
    take_over(editor, all);
    CHECK(editor.told("sell.yaml") == "");
}

TEST_CASE("a record that is missing is begun where others of its kind stand") {
    Editor editor(FilesOfFolder{{"roles/owner.yaml", "role: owner\ntitle: Owner\n"},
                                {"roles/clerk.yaml", "role: clerk\ntitle: Clerk\n"}});
    const Json actions = actions_at(editor, "sell.yaml", "process: sell\ntitle: Sell\nowner: cour|ier\n");
    const Json add = action_called(actions, "Add the role `courier`");
    CHECK(text_at(at(add, {"edit", "documentChanges"}).as_list()->front(), {"uri"}) ==
          Editor::uri("roles/courier.yaml"));
    take_over(editor, add);
    CHECK(editor.told("sell.yaml") == "");
    CHECK(editor.all_told().find("unknown-reference") == std::string::npos);
}

TEST_CASE("it is begun at the end of a file of such, also for a client that makes no files") {
    const FilesOfFolder files = {{"roles.yaml", "role: owner\ntitle: Owner\n---\nrole: clerk\ntitle: Clerk\n"}};
    const std::string text = "process: sell\ntitle: Sell\nowner: cour|ier\n";
    Editor plain(files, {.capabilities = R"({"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}})"});
    const Json add = action_called(actions_at(plain, "sell.yaml", text), "Add the role `courier`");
    const std::string now = plain.after(at(add, {"edit"})).at("roles.yaml");
    CHECK(now.starts_with("role: owner\ntitle: Owner\n---\nrole: clerk\ntitle: Clerk\n---\nrole: courier\n"));
    Editor lonely({{"x.yaml", "site: here\ntitle: Here\n"}},
                  {.capabilities = R"({"textDocument": {"codeAction": {"codeActionLiteralSupport": {}}}})"});
    CHECK(titles_of(actions_at(lonely, "sell.yaml", text)).find("Add the role") == std::string::npos);
}

TEST_CASE("what ims.yaml names and is missing can be added, too") {
    Editor editor(FilesOfFolder{{"roles/owner.yaml", "role: owner\ntitle: Owner\n"}});
    const Json actions = actions_at(
        editor, "ims.yaml", "organisation: P\ndisciplines: {quality: {lead: bo|ss}}\ncheck: {profile: records}\n");
    take_over(editor, action_called(actions, "Add the role `boss`"));
    CHECK(editor.told("ims.yaml") == "");
}

TEST_CASE("another kind that the field takes is named by its kind") {
    Editor editor(FilesOfFolder{{"roles/owner.yaml", "role: owner\ntitle: Owner\ndeputies: [ann]\n"}});
    const Json actions = actions_at(editor, "roles/owner.yaml", "role: owner\ntitle: Owner\ndeputies: [an|n]\n");
    take_over(editor, action_called(actions, "Add the person `ann`"));
    CHECK(editor.told("roles/owner.yaml") == "");
}

TEST_CASE("a finding is accepted in its record, and gone when the reason is there") {
    const char* const text =
        "role: driv|er\ntitle: Driver\nholders: 1\nreports_to: owner\nresponsibilities: [{does: Drives, disciplines: "
        "[quality], processes: [sell]}]\n";
    Editor editor(FilesOfFolder{{"ims.yaml", kFull},
                                {"owner.yaml", "role: owner\ntitle: Owner\n"},
                                {"sell.yaml", "process: sell\ntitle: Sell\n"}});
    const Json actions = actions_at(editor, "driver.yaml", text);
    REQUIRE(editor.told("driver.yaml").find("role-without-deputy") != std::string::npos);
    const Json accept = action_called(actions, "Accept this finding (role-without-deputy)");
    const std::string written = editor.after(at(accept, {"edit"})).at("driver.yaml");
    CAPTURE(written);
    CHECK(written.find(
              "exceptions:\n  - rule: role-without-deputy\n    reason:  # why this is acceptable\n    by: owner\n"
              "    until: 2027-06-01\n") != std::string::npos);
    const std::size_t reason = written.find("reason:") + 7;
    editor.type("driver.yaml", written.substr(0, reason) + " It is quiet here" + written.substr(reason));
    CHECK(editor.told("driver.yaml").find("role-without-deputy") == std::string::npos);
    CHECK(editor.told("driver.yaml").find("exception") == std::string::npos);
}

TEST_CASE("one that speaks of some disciplines is accepted for these") {
    Editor editor(FilesOfFolder{{"ims.yaml", kFull}, {"owner.yaml", "role: owner\ntitle: Owner\n"}});
    const std::string text =
        "process: s|ell\ntitle: Sell\nowner: owner\ntype: core\nnot_applicable: {privacy: No personal data}\n";
    const Json actions = actions_at(editor, "sell.yaml", text);
    const std::string all = titles_of(actions);
    CAPTURE(all);
    const std::string told = editor.told("sell.yaml");
    CAPTURE(told);
    std::size_t accepted = 0;
    for (const Json& each : *actions.as_list()) {
        if (!text_at(each, {"title"}).starts_with("Accept")) continue;
        std::string written = editor.after(at(each, {"edit"})).at("sell.yaml");
        const std::string rule(text_at(each, {"title"}).substr(21, text_at(each, {"title"}).find(')') - 21));
        written.insert(written.find("reason:") + 7, " It is so");
        if (const std::size_t by = written.find("by: #"); by != std::string::npos) written.insert(by + 3, " owner");
        editor.type("sell.yaml", written);
        CAPTURE(written);
        CHECK(editor.told("sell.yaml").find(rule) == std::string::npos);
        CHECK(editor.told("sell.yaml").find("exception") == std::string::npos);
        ++accepted;
        editor.type("sell.yaml", Editor::marked(text).text);
        editor.wait();
    }
    CHECK(accepted > 0);
}

TEST_CASE("a client that asks for the reason hands it over") {
    Editor editor(FilesOfFolder{{"ims.yaml", kFull}, {"owner.yaml", "role: owner\ntitle: Owner\n"}});
    editor.open(
        "driver.yaml",
        "role: driver\ntitle: Driver\nholders: 1\nresponsibilities: [{does: Drives, disciplines: [quality]}]\n");
    const auto run = [&](std::string_view rule) {
        return editor.ask_whole(
            "workspace/executeCommand",
            Json::object({{"command", "ims.acceptFinding"},
                          {"arguments", Json::list({Json::object({{"uri", Editor::uri("driver.yaml")},
                                                                  {"rule", rule},
                                                                  {"line", 0},
                                                                  {"reason", "We are few: \"two\""},
                                                                  {"by", "owner"},
                                                                  {"until", "2026-12-31"}})})}}));
    };
    CHECK(at(run("role-without-deputy"), {"result"}) == Json());
    const std::vector<Json> asked = editor.said("workspace/applyEdit");
    REQUIRE(asked.size() == 1);
    editor.type("driver.yaml", editor.after(at(asked[0], {"params", "edit"})).at("driver.yaml"));
    CHECK(editor.told("driver.yaml").find("role-without-deputy") == std::string::npos);
    CHECK(editor.told("driver.yaml").find("exception") == std::string::npos);
    CHECK(text_at(run("role-without-deputy"), {"error", "message"}).find("finds nothing there") !=
          std::string_view::npos);
    CHECK(text_at(run("nonsense"), {"error", "message"}).find("finds nothing there") != std::string_view::npos);
}

TEST_CASE("a page of a rule is shown, or told where no page can be shown") {
    const Json call = Json::object(
        {{"command", "ims.openRulePage"}, {"arguments", Json::list({Json::object({{"rule", "unknown-reference"}})})}});
    Editor editor(FilesOfFolder{});
    editor.ask("workspace/executeCommand", call);
    CHECK(editor.said("window/showDocument").size() + editor.said("window/showMessage").size() == 1);
    Editor plain({}, {.capabilities = "{}"});
    plain.ask("workspace/executeCommand", call);
    REQUIRE(plain.said("window/showMessage").size() == 1);
    CHECK(text_at(plain.said("window/showMessage")[0], {"params", "message"}).starts_with("unknown-reference: "));
    const Json none = plain.ask_whole("workspace/executeCommand", Json::object({{"command", "ims.dance"}}));
    CHECK(text_at(none, {"error", "message"}) == "there is no command `ims.dance`");
}

TEST_CASE("a client that knows commands alone gets them") {
    Editor editor({{"ims.yaml", kFull}}, {.capabilities = "{}"});
    const Json actions =
        actions_at(editor, "driver.yaml",
                   "role: dri|ver\ntitle: Driver\nholders: 1\nresponsibilities: [{does: D, disciplines: [quality]}]\n");
    const Json accept = action_called(actions, "Accept this finding");
    CHECK(text_at(accept, {"command"}) == "ims.acceptFinding");
    for (const Json& each : *actions.as_list()) CHECK(each.find("edit") == nullptr);
}

}  // namespace
}  // namespace ims
