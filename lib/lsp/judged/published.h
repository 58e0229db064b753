// What a client was told of files, so that it is told only what changed.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/judged/judged_folder.h"
#include "lsp/protocol/document.h"
#include "lsp/transport/outbox.h"

namespace ims {

// The diagnostics of one file: `items` is a list of them as JSON.
struct FileDiagnostics {
    std::string path;  // absolute
    std::string items;
    [[nodiscard]] std::string id() const;  // the same for the same items
};

// Of all files in which something is found, by path. Places in a file that is open and has changed since are moved
// along.
std::vector<FileDiagnostics> diagnostics_of(const JudgedState& judged, const Client& client, const Documents& documents,
                                            std::size_t jobs);
// Of one file alone; the list is empty where nothing is found.
FileDiagnostics diagnostics_of_file(const JudgedState& judged, const Client& client, const Documents& documents,
                                    const std::string& path);
// Of a file that changed since: what it says by itself is found anew, the rest is as it was judged.
FileDiagnostics diagnostics_at_once(const JudgedState& judged, const Client& client, const Documents& documents,
                                    const OpenDocument& document);
// What keeps a folder from being judged, where it stands.
FileDiagnostics diagnostics_of_trouble(const Error& trouble, const std::string& root);

// Of which files something holds, by their absolute paths.
using OfFiles = std::function<bool(const std::string& path)>;

// From several threads at once.
class Published {
public:
    // Those in which something is found of the files that are `held` by a folder. Tells the client what is otherwise
    // than it was told. `pushed`: whether it wants to be told of a file. Whether anything was otherwise, told or not.
    bool all(std::span<const FileDiagnostics> files, const OfFiles& held, const OfFiles& pushed,
             const Documents& documents, Outbox& to);
    bool one(const FileDiagnostics& file, bool pushed, const Documents& documents, Outbox& to);
    // Nothing is found any more in those that are held. Whether anything was.
    bool none(const OfFiles& held, const Documents& documents, Outbox& to);
    // The client asks for those of this file from now on: it is no longer shown what it was told.
    void withdraw(const std::string& path, const Documents& documents, Outbox& to);
    void withdraw_all(const Documents& documents, Outbox& to);

private:
    struct Told {
        std::size_t hash = 0;
        std::string uri;  // under which it is shown; empty: it is not
    };
    static void tell(const std::string& uri, const std::string& path, std::string_view items,
                     const Documents& documents, Outbox& to);
    static void show(Told& told, const FileDiagnostics& file, const Documents& documents, Outbox& to);
    static void hide(Told& told, const std::string& path, const Documents& documents, Outbox& to);
    bool tell_one(const FileDiagnostics& file, bool pushed, const Documents& documents, Outbox& to);
    std::mutex mutex_;
    std::map<std::string, Told> told_;  // those in which something is found
};

}  // namespace ims
