// Whether a file that was changed says what it said before, but for what was to change: node by node, so that a lost
// quote, a moved bracket or a comment that became text is seen before anything is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/operations.h"
#include "yaml/parsed_file.h"

namespace ims {

// What is to become of a node: another text, more items at the end of its list, another value of any form, more entries
// in its map; or it goes, as a key with its value. A scalar that gets another text may get another style too, where the
// text asks for it, but loses no quotes; what stands where a list may becomes a list. Entries may come to one map
// several times; everything else happens to a node once.
struct NodeChange {
    NodeId node;  // of the file as it was
    std::optional<std::string> text;
    const NewValue* item = nullptr;
    const NewValue* value = nullptr;
    const AddEntries* entries = nullptr;
    bool goes = false;
    const std::vector<NewValue>* more = nullptr;  // behind `item`
};

// The first difference that no change accounts for, in plain words; none where all is as it should be. Where nodes
// stand makes no difference, nor do comments and blanks; a problem that is gone is none.
std::optional<std::string> unexpected_difference(const ParsedFile& before, const ParsedFile& after,
                                                 const std::vector<NodeChange>& changes);

}  // namespace ims
