// What a client said of itself when it began, and what its user set.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "lsp/protocol/text_place.h"

namespace ims {

struct Client {
    std::string name;  // "Neovim"; empty where it does not say
    Encoding encoding = Encoding::utf16;

    bool markdown = false;              // in hovers and beside what is offered
    bool snippets = false;              // places to fill in, in what is offered
    bool label_details = false;         // room behind what is offered
    bool nested_symbols = false;        // symbols within symbols
    bool code_action_literals = false;  // actions with edits; else commands alone
    bool versioned_edits = false;       // edits that say of which version of a document they are
    bool creates_files = false;         // edits that make files
    bool rename_default = false;        // takes the word at the cursor for what is renamed
    bool related_places = false;        // with a diagnostic
    bool tags = false;                  // with a diagnostic: unused, outdated
    bool rule_links = false;            // with a diagnostic
    bool pulls = false;                 // asks for diagnostics, and asks again when told to
    bool asks_lenses_again = false;     // when told to
    bool watches = false;               // the files that it is asked to watch
    bool progress = false;              // shows that something is under way
    bool shows_documents = false;       // opens an address in a browser
    bool configuration = false;         // tells its settings when asked
    bool edits_when_told = false;       // applies edits of the server

    // Settings of its user: `ims.yamlSyntax`, and the command of the client that shows a list of places.
    bool yaml_syntax = true;  // false: another server tells what is wrong with the YAML itself
    std::string show_references;

    std::vector<std::string> folders;  // absolute paths of what it has open, at the beginning
};

// What `initialize` was asked with.
Client read_client(const Json& params);
// `{"yamlSyntax": false}`, or that below "ims".
void read_settings(const Json& settings, Client& client);

// The value at a way through objects; null where there is none.
const Json& at(const Json& json, std::initializer_list<std::string_view> way);
// Yes where `true` stands there.
bool says_yes(const Json& json, std::initializer_list<std::string_view> way);
// The text there; empty where there is none.
std::string_view text_at(const Json& json, std::initializer_list<std::string_view> way);

}  // namespace ims
