#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "cli/editor_files.h"

using namespace ims;
using nlohmann::json;

TEST_CASE("settings of Visual Studio Code lead to the schemas beside ims.yaml") {
    const std::vector<TextFile> files = editor_settings("vscode", "");
    REQUIRE(files.size() == 2);
    CHECK(files[0].path == ".vscode/settings.json");
    CHECK(files[1].path == ".vscode/extensions.json");
    const json settings = json::parse(files[0].text);
    CHECK(settings["yaml.schemas"]["./.ims/record.schema.json"] == json({"**/*.yaml", "**/*.yml", "!**/ims.yaml"}));
    CHECK(settings["yaml.schemas"]["./.ims/ims.schema.json"] == json({"ims.yaml"}));
    CHECK(settings["yaml.format.bracketSpacing"] == false);
    CHECK(settings["yaml.format.printWidth"] == 120);
    CHECK(json::parse(files[1].text)["recommendations"] == json::array({"redhat.vscode-yaml"}));
    CHECK_FALSE(settings.contains("yaml.disableSchemaDetection"));  // who has no extension needs the schemas
}

TEST_CASE("the settings of other editors start the language server, and the schemas give way to it") {
    const std::string neovim = editor_settings("neovim", "shop")[0].text;
    CHECK(neovim.find("cmd = { 'ims', 'lsp' }") != std::string::npos);
    CHECK(neovim.find("disableSchemaDetection = has_ims and {\"shop/**/*.yaml\", \"shop/**/*.yml\"} or nil") !=
          std::string::npos);
    const std::string helix = editor_settings("helix", "shop")[0].text;
    CHECK(helix.find("language-servers = [\"ims\", \"yaml-language-server\"]") != std::string::npos);
    CHECK(helix.find("disableSchemaDetection = [\"shop/**/*.yaml\", \"shop/**/*.yml\"]") != std::string::npos);
    const json zed = json::parse(editor_settings("zed", "shop")[0].text);
    CHECK(zed["lsp"]["yaml-language-server"]["binary"] == json({{"path", "ims"}, {"arguments", {"lsp"}}}));
}

TEST_CASE("where the folder lies below the root of the repository, settings stand at the root and lead down") {
    for (const std::string_view editor : known_editors()) {
        for (const TextFile& file : editor_settings(editor, "sites/shop")) {
            CAPTURE(file.path);
            CHECK(file.path.starts_with("../../."));
            if (file.path.ends_with("extensions.json")) continue;
            CHECK(file.text.find("./sites/shop/.ims/record.schema.json") != std::string::npos);
            CHECK(file.text.find("\"sites/shop/**/*.yaml\"") != std::string::npos);
            CHECK(file.text.find("\"sites/shop/ims.yaml\"") != std::string::npos);
            CHECK(file.text.find("\"!**/ims.yaml\"") != std::string::npos);
        }
    }
}

TEST_CASE("what ims.yaml ignores has no schema") {
    const json settings = json::parse(editor_settings("vscode", "shop", {"drafts/", "old/*.yaml"})[0].text);
    const json& globs = settings["yaml.schemas"]["./shop/.ims/record.schema.json"];
    CHECK(globs.back() == "!shop/old/*.yaml");
    CHECK(globs[globs.size() - 2] == "!shop/drafts/**");
}
