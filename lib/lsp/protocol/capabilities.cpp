#include "lsp/protocol/capabilities.h"

#include "lsp/protocol/commands.h"
#include "output/format.h"

namespace ims {

Json capabilities_for(const Client& client) {
    constexpr int kWholeDocuments = 1;
    Json can = Json::object({
        {"positionEncoding", client.encoding == Encoding::utf8 ? "utf-8" : "utf-16"},
        {"textDocumentSync",
         Json::object(
             {{"openClose", true}, {"change", kWholeDocuments}, {"save", Json::object({{"includeText", false}})}})},
        {"completionProvider", Json::object({{"triggerCharacters", Json::list({" ", "/", ":", "-", "[", ","})}})},
        {"hoverProvider", true},
        {"definitionProvider", true},
        {"referencesProvider", true},
        {"documentHighlightProvider", true},
        {"documentSymbolProvider", true},
        {"workspaceSymbolProvider", true},
        {"renameProvider", Json::object({{"prepareProvider", true}})},
        {"codeActionProvider", Json::object({{"codeActionKinds", Json::list({"quickfix", "source.fixAll"})}})},
        {"codeLensProvider", Json::object({{"resolveProvider", false}})},
        {"executeCommandProvider", Json::object({{"commands", Json::list_of(all_commands_of_server())}})},
        {"workspace",
         Json::object({{"workspaceFolders", Json::object({{"supported", true}, {"changeNotifications", true}})}})},
    });
    if (client.pulls) {
        can["diagnosticProvider"] =
            Json::object({{"identifier", "ims"}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}});
    }
    return Json::object({{"capabilities", std::move(can)},
                         {"serverInfo", Json::object({{"name", "ims"}, {"version", built_version()}})}});
}

}  // namespace ims
