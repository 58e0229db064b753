// The settings of editors, as texts: what starts `ims lsp`, which schema holds for which files, and a layout that keeps
// that of people. Who has no `ims` has the schemas; where an editor can tell, they give way to it, so that nothing is
// told twice.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/assert.h"
#include "base/json.h"
#include "cli/editor_files.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kEditors[] = {"vscode", "neovim", "helix", "zed"};
constexpr int kLineWidth = 120;  // of what people write; formatters would else fold at 80

// Which files a schema holds for, seen from what the editor opens.
struct Association {
    std::string schema;
    std::vector<std::string> globs;
};

std::vector<Association> associations(std::string_view folder, const std::vector<std::string>& ignore) {
    const auto schema = [&](std::string_view file) { return "./" + join_path(folder, file); };
    const auto below = [&](std::string_view glob) { return join_path(folder, glob); };
    std::vector<std::string> records = {below("**/*.yaml"), below("**/*.yml"), "!**/ims.yaml"};
    for (const std::string& each : ignore) records.push_back("!" + below(each.ends_with('/') ? each + "**" : each));
    return {{schema(kRecordSchemaFile), std::move(records)}, {schema(kSettingsSchemaFile), {below("ims.yaml")}}};
}

Json as_json(const std::vector<Association>& all) {
    Json json = Json::object();
    for (const Association& each : all) json[each.schema] = Json::list_of(each.globs);
    return json;
}

std::string in_lines(const Json& json) { return to_text(json, JsonLayout::indented) + "\n"; }

std::string quoted_text(std::string_view text) { return to_text(Json(text)); }

// `{"a", "b"}`, `["a", "b"]`
std::string listed(const std::vector<std::string>& texts, char open, char close) {
    std::string out(1, open);
    for (const std::string& text : texts) out += (out.size() == 1 ? "" : ", ") + quoted_text(text);
    return out + close;
}

// What files of records are called, whatever is ignored of them: here `ims` tells what the schemas would.
std::vector<std::string> left_to_ims(std::string_view folder) {
    return {join_path(folder, "**/*.yaml"), join_path(folder, "**/*.yml")};
}

std::string for_vscode(const std::vector<Association>& all) {
    return in_lines(Json::object({{"yaml.schemas", as_json(all)},
                                  {"yaml.format.bracketSpacing", false},
                                  {"yaml.format.printWidth", kLineWidth}}));
}

std::string for_zed(const std::vector<Association>& all) {
    const Json yaml = Json::object(
        {{"schemas", as_json(all)}, {"format", Json::object({{"bracketSpacing", false}, {"printWidth", kLineWidth}})}});
    // It starts no server that none of its extensions knows.
    const Json binary = Json::object({{"path", "ims"}, {"arguments", Json::list({"lsp"})}});
    const Json server = Json::object({{"binary", binary}, {"settings", Json::object({{"yaml", yaml}})}});
    return in_lines(Json::object({{"lsp", Json::object({{"yaml-language-server", server}})}}));
}

std::string for_neovim(const std::vector<Association>& all, std::string_view folder) {
    std::string out =
        "-- Neovim 0.11 or later reads this file where `:set exrc` is on; or copy it into a file of your own.\n"
        "local has_ims = vim.fn.executable('ims') == 1\n"
        "if has_ims then\n"
        "  vim.lsp.config('ims', {\n"
        "    cmd = { 'ims', 'lsp' },\n"
        "    filetypes = { 'yaml' },\n"
        "    root_markers = { 'ims.yaml' },\n"
        "    init_options = { yamlSyntax = vim.fn.executable('yaml-language-server') == 0 },\n"
        "  })\n"
        "  vim.lsp.enable('ims')\n"
        "end\n"
        "vim.lsp.config('yamlls', {\n"
        "  settings = {\n"
        "    yaml = {\n";
    out += fmt::format("      disableSchemaDetection = has_ims and {} or nil,  -- it tells more than they do\n",
                       listed(left_to_ims(folder), '{', '}'));
    out += "      schemas = {\n";
    for (const Association& each : all)
        out += fmt::format("        [{}] = {},\n", quoted_text(each.schema), listed(each.globs, '{', '}'));
    return out + fmt::format(
                     "      }},\n"
                     "      format = {{ bracketSpacing = false, printWidth = {} }},\n"
                     "    }},\n"
                     "  }},\n"
                     "}})\n"
                     "vim.lsp.enable('yamlls')\n",
                     kLineWidth);
}

std::string for_helix(const std::vector<Association>& all, std::string_view folder) {
    std::string out =
        "[language-server.ims]\n"
        "command = \"ims\"\n"
        "args = [\"lsp\"]\n"
        "config = { yamlSyntax = false }\n\n"
        "[[language]]\n"
        "name = \"yaml\"\n"
        "language-servers = [\"ims\", \"yaml-language-server\"]\n\n"
        "[language-server.yaml-language-server.config.yaml]\n"
        "# `ims` tells more than the schemas below do. Who has no `ims` takes this line out: then they hold.\n";
    out += fmt::format("disableSchemaDetection = {}\n", listed(left_to_ims(folder), '[', ']'));
    out += fmt::format("format = {{ bracketSpacing = false, printWidth = {} }}\n\n", kLineWidth);
    out += "[language-server.yaml-language-server.config.yaml.schemas]\n";
    for (const Association& each : all)
        out += fmt::format("{} = {}\n", quoted_text(each.schema), listed(each.globs, '[', ']'));
    return out;
}

// As many steps up as lead down.
std::string way_up(std::string_view folder) {
    std::string up;
    if (folder.empty()) return up;
    for (auto steps = std::ranges::count(folder, '/') + 1; steps > 0; --steps) up += "../";
    return up;
}

}  // namespace

std::span<const std::string_view> known_editors() { return kEditors; }

std::vector<TextFile> editor_settings(std::string_view editor, std::string_view folder,
                                      const std::vector<std::string>& ignore) {
    const std::vector<Association> all = associations(folder, ignore);
    const std::string up = way_up(folder);
    if (editor == "vscode") {
        const Json wanted = Json::object({{"recommendations", Json::list({kExtensionOfVscode})}});
        return {{up + ".vscode/settings.json", for_vscode(all)}, {up + ".vscode/extensions.json", in_lines(wanted)}};
    }
    if (editor == "neovim") return {{up + ".nvim.lua", for_neovim(all, folder)}};
    if (editor == "helix") return {{up + ".helix/languages.toml", for_helix(all, folder)}};
    IMS_ASSERT(editor == "zed", "an editor that nothing is written for");
    return {{up + ".zed/settings.json", for_zed(all)}};
}

}  // namespace ims
