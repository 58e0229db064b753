#include <doctest/doctest.h>

#include "lsp/editor.h"
#include "lsp/judged/asked.h"

namespace ims {
namespace {

// "process sell — Selling 1-4 [activities 3-4 [Greet 4, …]]": names, and lines from 1.
std::string outline(const Json& symbols) {
    std::vector<std::string> all;
    for (const Json& each : *symbols.as_list()) {
        const TextRange whole = read_range(at(each, {"range"}));
        std::string text = fmt::format("{} {}-{}", text_at(each, {"name"}), whole.begin.line + 1, whole.end.line + 1);
        const TextRange name = read_range(at(each, {"selectionRange"}));
        CHECK(whole.begin <= name.begin);
        CHECK(name.end <= whole.end);
        if (const Json* const below = each.find("children")) text += fmt::format(" [{}]", outline(*below));
        all.push_back(text);
    }
    return fmt::format("{}", fmt::join(all, ", "));
}

Json symbols_of(Editor& editor, const std::string& name, std::string_view text) {
    editor.type(name, text);
    return editor.ask("textDocument/documentSymbol", Json::object({{"textDocument", Editor::document(name)}}));
}

TEST_CASE("a document shows its records, and below them the named items of their lists") {
    Editor editor(FilesOfFolder{{"sell.yaml", "process: sell\n"}});
    const std::string text =
        "process: sell\ntitle: Selling\nactivities:\n  - name: Greet\n    responsible: florist\n  - {name: Pay}\n"
        "---\nrole: florist\n";
    CHECK(outline(symbols_of(editor, "sell.yaml", text)) ==
          "process sell — Selling 1-6 [activities 3-6 [Greet 4-5, Pay 6-6]], role florist 8-8");
    CHECK(outline(symbols_of(editor, "sell.yaml", "process: sell\nbad: [\n---\nrole: florist\n")) ==
          "role florist 4-4");
    CHECK(outline(symbols_of(editor, "sell.yaml", "")) == "");
    CHECK(outline(symbols_of(editor, "ims.yaml", "organisation: P\n")) == "");
}

TEST_CASE("a client without symbols within symbols gets the records in a row") {
    Editor editor({{"sell.yaml", "process: sell\n"}}, {.capabilities = "{}"});
    const Json flat = symbols_of(editor, "sell.yaml", "process: sell\ntitle: Selling\nactivities: [{name: Greet}]\n");
    REQUIRE(flat.as_list()->size() == 1);
    const Json& only = flat.as_list()->front();
    CHECK(text_at(only, {"location", "uri"}) == Editor::uri("sell.yaml"));
    CHECK(only.find("range") == nullptr);
    CHECK(only.find("children") == nullptr);
}

TEST_CASE("records are found by a part of their id or title, the likeliest first") {
    Editor editor(
        FilesOfFolder{{"a.yaml", "role: florist\ntitle: Florist\n---\nrole: head-florist\ntitle: Head\n"},
                      {"b.yaml", "process: bind\ntitle: Binding by a FLORIST\n---\nprocess: sell\ntitle: Sell\n"}});
    const auto found = [&](std::string_view query) {
        std::vector<std::string> names;
        const Json all = editor.ask("workspace/symbol", Json::object({{"query", query}}));
        for (const Json& each : *all.as_list()) names.emplace_back(text_at(each, {"name"}));
        return fmt::format("{}", fmt::join(names, ", "));
    };
    CHECK(found("Florist") == "florist — Florist, head-florist — Head, bind — Binding by a FLORIST");
    CHECK(found("process") == "bind — Binding by a FLORIST, sell — Sell");
    CHECK(found("nobody") == "");
    CHECK(found("") == "bind — Binding by a FLORIST, sell — Sell, florist — Florist, head-florist — Head");
}

}  // namespace
}  // namespace ims
