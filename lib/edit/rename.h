// A record under another id: what changes in which file, so that whatever named it names it still.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edit/named_places.h"

namespace ims {

struct Renaming {
    Fix fix;                             // the id itself and all references, each place once
    std::vector<NamedPlace> references;  // each place once, in their order
};

// An error, which names the place, where something else reads what is to change: an alias that makes a title of it.
// Requires: the record could be read, stands in the folder, and is the only one of its name; `id` is valid and in NFC.
Result<Renaming> rename_everywhere(const Analysis& analysis, RecordId record, std::string_view id);

// "roles.yaml", ":3": where a place stands, for errors and lists.
struct LineOfFile {
    std::string path;  // from the folder of ims.yaml
    std::uint32_t line = 1;
};
LineOfFile line_of(const Analysis& analysis, Span place);

}  // namespace ims
