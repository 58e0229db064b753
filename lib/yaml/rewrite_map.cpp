// Entries of a map, and items of a list, that come or go: each with the lines that it takes.
#include "yaml/rewrite.h"

namespace ims {

Result<TextEdit> add_entries(const YamlTree&, std::string_view, NodeId, const std::vector<NewEntry>&,
                             const std::vector<std::string>&) {
    return Error{"entries cannot be added yet"};
}

Result<TextEdit> remove_entry(const YamlTree&, std::string_view, NodeId) { return Error{"not yet"}; }
Result<TextEdit> remove_item(const YamlTree&, std::string_view, NodeId) { return Error{"not yet"}; }

}  // namespace ims
