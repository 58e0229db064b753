// Records that stand in open documents and were not read yet: just begun, or in a document that is half typed.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "lsp/judged/asked.h"

namespace ims {

// Views of the documents.
struct BegunRecord {
    KindId kind;
    std::string_view id;
    std::string_view title;  // may be empty
    std::string_view path;   // from the folder of ims.yaml
};

// Of these kinds; told by the beginnings of lines alone.
std::vector<BegunRecord> begun_records(const Asked& asked, std::span<const KindId> kinds);

}  // namespace ims
