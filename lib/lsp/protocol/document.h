// A file that is open in the client: what stands there counts, and not what lies on the disk. Never changes: the next
// state of it is another document.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "lsp/protocol/text_place.h"

namespace ims {

struct OpenDocument {
    OpenDocument(std::string name, std::string at, std::int64_t number, std::string bytes)
        : uri(std::move(name)),
          path(std::move(at)),
          version(number),
          text(std::move(bytes)),
          starts(line_starts_of(text)) {}

    std::string uri;   // as the client spells it
    std::string path;  // absolute
    std::int64_t version = 0;
    std::string text;
    std::vector<std::uint32_t> starts;

    [[nodiscard]] TextLines lines() const { return {text, starts}; }
};

using Documents = std::map<std::string, std::shared_ptr<const OpenDocument>>;  // those that are open, by path

}  // namespace ims
