// All that may be looked at to answer a request of a client.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/json.h"
#include "lsp/judged/judged_folder.h"
#include "lsp/protocol/client.h"
#include "lsp/protocol/document.h"
#include "lsp/protocol/json_places.h"
#include "lsp/protocol/reply.h"

namespace ims {

// Stays as it is while the request is answered; a document may be newer than what was judged.
struct Asked {
    const Json& params;
    const Client& client;
    const Documents& documents;  // all that are open
    const FileSystem& disk;
    ToClient& to_client;
    // That of `textDocument`, which need not be open; null where no folder of records holds it.
    std::shared_ptr<const OpenDocument> document;
    std::shared_ptr<const JudgedState> judged;                    // the folder of the document; null: there is none
    std::span<const std::shared_ptr<const JudgedState>> folders;  // all of them
    std::string trouble = {};  // why nothing may be changed: the folder as it stands could not be judged; empty: it may
    std::vector<std::string>* stale = nullptr;  // where those are noted that turn out to have changed on the disk

    void note_stale(const std::string& path) const {
        if (stale != nullptr) stale->push_back(path);
    }
    // Where the cursor is: `position`. Requires: a document.
    [[nodiscard]] std::uint32_t offset() const;
    [[nodiscard]] TextLines lines() const { return document->lines(); }

    // Of the document.
    [[nodiscard]] Json range(ByteRange bytes) const { return range_json(lines().range(bytes, client.encoding)); }
    // A place of what was judged, in the file as it stands in the client now.
    [[nodiscard]] Json range(const JudgedState& of, Span span) const;
    [[nodiscard]] Json location(const JudgedState& of, Span span) const;
    [[nodiscard]] std::string uri(const JudgedState& of, FileId file) const { return uri(of.path(file)); }
    // As the client spells it where it is open. An absolute path.
    [[nodiscard]] std::string uri(const std::string& path) const;
    // Text for people, which is Markdown where the client shows it: as `{"kind": …, "value": …}`.
    [[nodiscard]] Json markup(std::string markdown) const;
};

}  // namespace ims
