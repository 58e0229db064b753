// Who may say what when, what is told of which files, and what becomes of requests that wait.
#include "lsp/server.h"

#include <doctest/doctest.h>

#include "lsp/editor.h"
#include "lsp/requests/all_requests.h"

namespace ims {
namespace {

const FilesOfFolder kShop = {{"roles/driver.yaml", "role: driver\ntitle: Driver\nreports_to: owner\n"},
                             {"roles/owner.yaml", "role: owner\ntitle: Owner\n"}};

std::int64_t code_of(const Json& answer) { return at(answer, {"error", "code"}).as_integer().value_or(0); }

// A server to which nothing was said yet.
class Silent {
public:
    Silent() {
        ServerOptions options;
        options.files = &files_;
        options.rules = &rules_;
        options.today = [] { return *parse_date("2026-06-01"); };
        options.send = [this](std::string_view message) { last_ = std::string(message); };
        server_ = std::make_unique<Server>(std::move(options));
    }
    // What is said last in answer.
    std::string say(std::string_view message) {
        last_.clear();
        server_->receive(message);
        server_->wait_until_idle();
        return last_;
    }
    Server& server() { return *server_; }

private:
    MemoryFileSystem files_;
    RuleSet rules_ = RuleSet::built_in();
    std::string last_;
    std::unique_ptr<Server> server_;
};

TEST_CASE("a conversation begins with initialize and ends with shutdown and exit") {
    Silent silent;
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":1,"method":"textDocument/hover","params":{}})").find("-32002") !=
          std::string::npos);
    CHECK(silent.say(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{}})").empty());
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":2,"method":"initialize","params":{"capabilities":{}}})").find("ims") !=
          std::string::npos);
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":3,"method":"initialize","params":{}})").find("-32600") !=
          std::string::npos);
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":"four","method":"no/such"})") ==
          R"({"jsonrpc":"2.0","id":"four","error":{"code":-32601,"message":"`no/such` is not known here"}})");
    CHECK_FALSE(silent.server().was_shut_down());
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":5,"method":"shutdown"})") == R"({"jsonrpc":"2.0","id":5,"result":null})");
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":6,"method":"shutdown"})").find("-32600") != std::string::npos);
    CHECK(silent.say(R"({"jsonrpc":"2.0","id":7,"method":"textDocument/hover"})").find("-32600") != std::string::npos);
    CHECK_FALSE(silent.server().ended());
    silent.say(R"({"jsonrpc":"2.0","method":"exit"})");
    CHECK(silent.server().ended());
    CHECK(silent.server().was_shut_down());
}

TEST_CASE("what is no message of the protocol is refused") {
    Silent silent;
    CHECK(silent.say("{").find("-32700") != std::string::npos);
    CHECK(silent.say("[]").find("-32600") != std::string::npos);
    CHECK(silent.say("{}").find("-32600") != std::string::npos);
    CHECK(silent.say("null").find("-32600") != std::string::npos);
    CHECK(silent.say(R"({"id":1,"result":null})").empty());
    CHECK(silent.say(R"({"method":"initialized","params":[1,{"a":null}]})").empty());
}

TEST_CASE("parameters that make no sense are answered all the same") {
    Editor editor(kShop);
    for (const Request* request :
         {find_request("textDocument/hover"), find_request("textDocument/completion"),
          find_request("textDocument/rename"), find_request("textDocument/codeAction"),
          find_request("workspace/symbol"), find_request("workspace/executeCommand"), find_request("ims/rulePage")}) {
        for (
            const char* params :
            {"null", "{}", "[]", R"({"textDocument":{"uri":7}})", R"({"textDocument":{"uri":"file:///folder/x.yaml"}})",
             R"({"textDocument":{"uri":"file:///folder/roles/driver.yaml"},"position":{"line":-1,"character":1e9}})",
             R"({"textDocument":{"uri":"file:///folder/roles/driver.yaml"},"range":[],"newName":3,"arguments":[[]]})"}) {
            CAPTURE(request->method);
            CAPTURE(params);
            const Json answer = editor.ask_whole(request->method, *parse_json(params));
            CHECK((answer.find("result") != nullptr || answer.find("error") != nullptr));
            CHECK(code_of(answer) != static_cast<int>(ErrorCode::internal_error));
        }
    }
}

TEST_CASE("a folder without ims.yaml is quiet, until there is one") {
    Editor editor({}, {.opens_folder = false});
    editor.open("elsewhere.yaml", "role: driver\nreports_to: owner\n");
    CHECK(editor.told("elsewhere.yaml") != "");  // that folder has one
    editor.notify("textDocument/didOpen",
                  Json::object({{"textDocument", Json::object({{"uri", "file:///other/a.yaml"},
                                                               {"version", 1},
                                                               {"text", "role: driver\nreports_to: owner\n"}})}}));
    editor.wait();
    CHECK(editor.said("textDocument/publishDiagnostics").size() == 1);
    const Json hover = editor.ask(
        "textDocument/hover",
        *parse_json(R"({"textDocument":{"uri":"file:///other/a.yaml"},"position":{"line":0,"character":7}})"));
    CHECK(to_text(hover) == "null");
}

TEST_CASE("an ims.yaml that cannot be read says so, and what was found stays until it can") {
    Editor editor(kShop);
    editor.type("roles/driver.yaml", "role: driver\ntitle: Driver\nreports_to: boss\n");
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
    editor.type("ims.yaml", "organisation: [Petal\n");
    const Json trouble = editor.diagnostics("ims.yaml");
    CHECK(text_at((*trouble.as_list())[0], {"message"}).find("Until this is mended") != std::string_view::npos);
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
    // What a file says by itself is told all the same.
    editor.type("roles/driver.yaml", "role: driver\ntitle: [Driver\n");
    CHECK(editor.told("roles/driver.yaml") == "2:8 invalid-yaml");
    editor.type("ims.yaml", "organisation: Petal\ncheck: {profile: records}\n");
    CHECK(editor.told("ims.yaml") == "");
    CHECK(editor.told("roles/driver.yaml") == "2:8 invalid-yaml");
}

TEST_CASE("ims.yaml gone, nothing is shown any more; come again, it is") {
    Editor editor(kShop);
    editor.save("roles/owner.yaml", std::nullopt);
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
    editor.save("ims.yaml", std::nullopt);
    CHECK(editor.all_told() == "");
    editor.save("ims.yaml", "organisation: Petal\ncheck: {profile: records}\n");
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
}

TEST_CASE("settings and schemas count as they are typed") {
    Editor editor(FilesOfFolder{{"roles/driver.yaml", "role: driver\ntitle: Driver\ncolour: red\n"}});
    CHECK(editor.told("roles/driver.yaml") == "3:1 unknown-field");
    editor.type("ims.yaml", "organisation: Petal\nignore: [roles/]\ncheck: {profile: records}\n");
    CHECK(editor.told("roles/driver.yaml") == "");
    editor.close("ims.yaml");
    CHECK(editor.told("roles/driver.yaml") == "3:1 unknown-field");
    editor.save(
        "schemas/role.schema.json",
        R"({"x-ims-kind": "role", "properties": {"colour": {"x-ims-type": "line", "description": "Of the coat."}}})");
    CHECK(editor.told("roles/driver.yaml") == "");
}

TEST_CASE("another server may have the YAML to itself") {
    Editor editor({{"a.yaml", "role: driver\ntitle: T\ntitle: Driver\ncolour: red\n"}, {"b.yaml", "role: [x\n"}},
                  {.options = R"({"yamlSyntax": false})"});
    CHECK(editor.told("a.yaml") == "4:1 unknown-field");
    CHECK(editor.told("b.yaml") == "");
    editor.notify("workspace/didChangeConfiguration", *parse_json(R"({"settings": {"ims": {"yamlSyntax": true}}})"));
    CHECK(editor.told("a.yaml") == "3:1 duplicate-key, 4:1 unknown-field");
    CHECK(editor.told("b.yaml") == "1:7 invalid-yaml");
}

TEST_CASE("who pulls is not pushed to") {
    Editor editor({{"roles/driver.yaml", "role: driver\ntitle: Driver\nreports_to: owner\n"},
                   {"roles/boss.yaml", "role: boss\ntitle: Boss\ncolour: red\n"}},
                  {.capabilities = R"({"textDocument": {"diagnostic": {}},
                                       "workspace": {"diagnostics": {"refreshSupport": true}}})"});
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
    editor.open("roles/driver.yaml");
    const Json params = Json::object({{"textDocument", Editor::document("roles/driver.yaml")}});
    const Json full = editor.ask("textDocument/diagnostic", params);
    CHECK(text_at(full, {"kind"}) == "full");
    CHECK(at(full, {"items"}).as_list()->size() == 1);
    CHECK(editor.told("roles/driver.yaml") == "");  // what was pushed is withdrawn
    CHECK(editor.told("roles/boss.yaml") == "3:1 unknown-field");
    Json again = params;
    again["previousResultId"] = *full.find("resultId");
    CHECK(text_at(editor.ask("textDocument/diagnostic", again), {"kind"}) == "unchanged");
    editor.type("roles/driver.yaml", "role: driver\ntitle: Driver\nreports_to: boss\n");
    CHECK(at(editor.ask("textDocument/diagnostic", again), {"items"}).as_list()->empty());
    CHECK_FALSE(editor.said("workspace/diagnostic/refresh").empty());
    const Json all = editor.ask("workspace/diagnostic", *parse_json(R"({"previousResultIds": [
        {"uri": "file:///folder/roles/driver.yaml", "value": "0"}]})"));
    CHECK(at(all, {"items"}).as_list()->size() == 2);  // one that has findings, and one that had some
    editor.type("roles/driver.yaml", "role: driver\n");
    CHECK(editor.all_told() == "");
}

TEST_CASE("several folders, and folders within folders") {
    Editor editor({{"roles/driver.yaml", "role: driver\ntitle: Driver\ncolour: red\n"},
                   {"branch/ims.yaml", "organisation: Branch\ncheck: {profile: records}\n"},
                   {"branch/roles.yaml", "role: driver\ntitle: Driver\ncolour: red\n"}});
    CHECK(editor.all_told() == "branch/roles.yaml 3:1 unknown-field, roles/driver.yaml 3:1 unknown-field");
    editor.save("branch/ims.yaml", std::nullopt);
    CHECK(editor.told("branch/roles.yaml").find("duplicate-id") != std::string::npos);
    editor.save("branch/ims.yaml", "organisation: Branch\ncheck: {profile: records}\n");
    CHECK(editor.all_told() == "branch/roles.yaml 3:1 unknown-field, roles/driver.yaml 3:1 unknown-field");
    const auto leave = [&](std::string_view uri) {
        const Json removed = Json::list({Json::object({{"uri", uri}, {"name", "x"}})});
        editor.notify("workspace/didChangeWorkspaceFolders",
                      Json::object({{"event", Json::object({{"added", Json::list()}, {"removed", removed}})}}));
    };
    // What lies in another folder that is open stays; and so does what a document that is open lies in.
    leave("file:///folder/branch");
    CHECK(editor.all_told() == "branch/roles.yaml 3:1 unknown-field, roles/driver.yaml 3:1 unknown-field");
    editor.open("branch/roles.yaml");
    leave("file:///folder");
    CHECK(editor.all_told() == "branch/roles.yaml 3:1 unknown-field");
    editor.close("branch/roles.yaml");
    CHECK(editor.all_told() == "");
}

TEST_CASE("nothing is changed by what is no longer so") {
    Editor editor(kShop);
    const std::string text = "role: driver\ntitle: Driver\nreports_to: owner\n";
    Json rename = editor.at_mark("roles/driver.yaml", "role: driver\ntitle: Driver\nreports_to: own|er\n");
    rename["newName"] = "boss";
    // While ims.yaml cannot be read, what was judged is older than what stands there.
    editor.type("ims.yaml", "organisation: [Petal\n");
    editor.type("roles/driver.yaml", text + "# new\n");
    CHECK(text_at(editor.ask_whole("textDocument/rename", rename), {"error", "message"}) ==
          "`ims.yaml` cannot be read, so nothing is changed; mend it first");
    editor.close("ims.yaml");
    editor.type("roles/driver.yaml", text);
    editor.wait();
    // Somebody else saved a file, and nobody has told yet.
    editor.files().files["/folder/roles/owner.yaml"] = "# by hand\nrole: owner\ntitle: Owner\n";
    CHECK(text_at(editor.ask_whole("textDocument/rename", rename), {"error", "message"}) ==
          "`owner.yaml` has changed since it was checked; it is read again now, so try once more");
    const FilesOfFolder files = editor.after(editor.ask("textDocument/rename", rename));
    CHECK(files.at("roles/driver.yaml") == "role: driver\ntitle: Driver\nreports_to: boss\n");
    CHECK(files.at("roles/owner.yaml") == "# by hand\nrole: boss\ntitle: Owner\n");
}

TEST_CASE("a folder may lie in one whose name begins with a dot") {
    MemoryFileSystem files;
    files.files["/home/.records/ims.yaml"] = "organisation: Petal\n";
    files.files["/home/.records/a.yaml"] = "role: a\ncolour: red\n";
    const RuleSet rules = RuleSet::built_in();
    std::string last;
    ServerOptions options;
    options.files = &files;
    options.rules = &rules;
    options.today = [] { return *parse_date("2026-06-01"); };
    options.send = [&](std::string_view message) {
        if (message.find("a.yaml") != std::string_view::npos) last = std::string(message);
    };
    Server server(std::move(options));
    server.receive(R"({"id":1,"method":"initialize","params":{"rootUri":"file:///home/.records","capabilities":{}}})");
    server.receive(R"({"method":"initialized","params":{}})");
    server.wait_until_idle();
    CHECK(last.find("unknown-field") != std::string::npos);
    files.files["/home/.records/a.yaml"] = "role: a\ntitle: A\n";
    server.receive(
        R"({"method":"workspace/didChangeWatchedFiles","params":{"changes":[{"uri":"file:///home/.records/a.yaml","type":2}]}})");
    server.wait_until_idle();
    CHECK(last.find("unknown-field") == std::string::npos);
}

TEST_CASE("who pulls is told why nothing is checked, and once") {
    Editor editor(kShop, {.capabilities = R"({"textDocument": {"diagnostic": {}},
                                       "workspace": {"diagnostics": {"refreshSupport": true}}})"});
    editor.ask("workspace/diagnostic", *parse_json(R"({"previousResultIds": []})"));
    editor.type("ims.yaml", "organisation: [Petal\n");
    const Json answer =
        editor.ask("textDocument/diagnostic", Json::object({{"textDocument", Editor::document("ims.yaml")}}));
    CHECK(at(answer, {"items"}).as_list()->size() == 1);
    CHECK(editor.all_told() == "");
    const Json all = editor.ask("workspace/diagnostic", *parse_json(R"({"previousResultIds": []})"));
    CHECK(at(all, {"items"}).as_list()->size() == 1);
}

TEST_CASE("a file is cleared under the name that the client knows it by") {
    Editor editor(kShop);
    const char* const uri = "file:///folder/roles/n%65w.yaml";
    editor.notify(
        "textDocument/didOpen",
        Json::object({{"textDocument", Json::object({{"uri", uri}, {"version", 1}, {"text", "role: x\ny: 1\n"}})}}));
    editor.wait();
    editor.notify("textDocument/didClose", Json::object({{"textDocument", Json::object({{"uri", uri}})}}));
    editor.wait();
    const auto told = editor.said("textDocument/publishDiagnostics");
    REQUIRE(!told.empty());
    CHECK(text_at(told.back(), {"params", "uri"}) == uri);
    CHECK(at(told.back(), {"params", "diagnostics"}).as_list()->empty());
}

TEST_CASE("half a character does not drop a message") {
    Editor editor(kShop);
    editor.open("roles/driver.yaml");
    editor.send(
        R"({"method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///folder/roles/driver.yaml","version":9},
            "contentChanges":[{"text":"role: driver\ntitle: \ud83d x \ud83c\udf5e\nreports_to: nobody\n"}]}})");
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
}

TEST_CASE("the first look at a folder is shown while it lasts") {
    Editor editor(kShop);
    const auto progress = editor.said("$/progress");
    REQUIRE(progress.size() == 2);
    CHECK(text_at(progress[0], {"params", "value", "kind"}) == "begin");
    CHECK(text_at(progress[1], {"params", "value", "kind"}) == "end");
}

TEST_CASE("findings carry what the client can show") {
    Editor editor(FilesOfFolder{{"a.yaml", "role: driver\ntitle: Driver\ntitle: T\n"}});
    const Json all = editor.diagnostics("a.yaml");
    const Json& first = (*all.as_list())[0];
    CHECK(text_at(first, {"source"}) == "ims");
    CHECK(at(first, {"severity"}).as_integer() == 1);
    REQUIRE(at(first, {"relatedInformation"}).as_list() != nullptr);
    CHECK(text_at((*at(first, {"relatedInformation"}).as_list())[0], {"message"}) == "the first one");
    Editor simple({{"a.yaml", "role: driver\ntitle: Driver\ntitle: T\n"}}, {.capabilities = "{}"});
    const Json plain = simple.diagnostics("a.yaml");
    CHECK((*plain.as_list())[0].find("relatedInformation") == nullptr);
}

}  // namespace
}  // namespace ims
