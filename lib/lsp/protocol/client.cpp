#include "lsp/protocol/client.h"

#include <algorithm>

#include "lsp/protocol/uri.h"

namespace ims {
namespace {

bool lists(const Json& json, std::initializer_list<std::string_view> way, std::string_view word) {
    const Json::List* const all = at(json, way).as_list();
    return all != nullptr && std::ranges::find(*all, Json(word)) != all->end();
}

void read_folders(const Json& params, Client& client) {
    const auto add = [&](std::string_view uri) {
        if (auto path = path_of_uri(uri)) client.folders.push_back(*std::move(path));
    };
    if (const Json::List* const all = at(params, {"workspaceFolders"}).as_list()) {
        for (const Json& each : *all) add(text_at(each, {"uri"}));
    } else if (const std::string_view uri = text_at(params, {"rootUri"}); !uri.empty()) {
        add(uri);
    } else if (const std::string_view path = text_at(params, {"rootPath"}); path.starts_with('/')) {
        client.folders.emplace_back(path);
    }
}

}  // namespace

const Json& at(const Json& json, std::initializer_list<std::string_view> way) {
    static const Json nothing;
    const Json* found = &json;
    for (const std::string_view key : way) {
        found = found->find(key);
        if (found == nullptr) return nothing;
    }
    return *found;
}

bool says_yes(const Json& json, std::initializer_list<std::string_view> way) {
    return at(json, way).as_boolean().value_or(false);
}

std::string_view text_at(const Json& json, std::initializer_list<std::string_view> way) {
    const std::string* const text = at(json, way).as_text();
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

Client read_client(const Json& params) {
    Client client;
    client.name = std::string(text_at(params, {"clientInfo", "name"}));
    const Json& can = at(params, {"capabilities"});
    if (lists(can, {"general", "positionEncodings"}, "utf-8")) client.encoding = Encoding::utf8;

    const Json& text = at(can, {"textDocument"});
    client.markdown = lists(text, {"hover", "contentFormat"}, "markdown");
    client.snippets = says_yes(text, {"completion", "completionItem", "snippetSupport"});
    client.label_details = says_yes(text, {"completion", "completionItem", "labelDetailsSupport"});
    client.nested_symbols = says_yes(text, {"documentSymbol", "hierarchicalDocumentSymbolSupport"});
    client.code_action_literals = at(text, {"codeAction", "codeActionLiteralSupport"}).as_object() != nullptr;
    client.rename_default = at(text, {"rename", "prepareSupportDefaultBehavior"}).as_integer().has_value();
    client.related_places = says_yes(text, {"publishDiagnostics", "relatedInformation"});
    client.tags = at(text, {"publishDiagnostics", "tagSupport"}).as_object() != nullptr;
    client.rule_links = says_yes(text, {"publishDiagnostics", "codeDescriptionSupport"});

    const Json& folder = at(can, {"workspace"});
    client.versioned_edits = says_yes(folder, {"workspaceEdit", "documentChanges"});
    client.creates_files = client.versioned_edits && lists(folder, {"workspaceEdit", "resourceOperations"}, "create");
    // One that asks once and cannot be told to ask again would show what is long gone.
    client.pulls =
        at(text, {"diagnostic"}).as_object() != nullptr && says_yes(folder, {"diagnostics", "refreshSupport"});
    client.asks_lenses_again = says_yes(folder, {"codeLens", "refreshSupport"});
    client.watches = says_yes(folder, {"didChangeWatchedFiles", "dynamicRegistration"});
    client.configuration = says_yes(folder, {"configuration"});
    client.edits_when_told = says_yes(folder, {"applyEdit"});

    client.progress = says_yes(can, {"window", "workDoneProgress"});
    client.shows_documents = says_yes(can, {"window", "showDocument", "support"});
    read_settings(at(params, {"initializationOptions"}), client);
    read_folders(params, client);
    return client;
}

void read_settings(const Json& settings, Client& client) {
    const Json* const below = settings.find("ims");
    const Json& own = below != nullptr ? *below : settings;
    client.yaml_syntax = at(own, {"yamlSyntax"}).as_boolean().value_or(client.yaml_syntax);
    if (const std::string_view command = text_at(own, {"showReferences"}); !command.empty())
        client.show_references = std::string(command);
}

}  // namespace ims
