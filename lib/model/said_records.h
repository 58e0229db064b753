// What a file says of each of its records, field by field, whatever its layout: what two states of a record are
// compared by.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"
#include "yaml/tree.h"

namespace ims {

struct SaidField {
    std::string field;  // its key
    std::string text;   // canonical; empty where it says nothing
};

struct SaidRecord {
    std::string name;  // `role/cashier`; empty of what has no kind
    NodeId root;       // its map
    std::vector<SaidField>
        fields;  // in the order of the file; without kind and id, and without keys that begin with x_
};

// In the order of the file.
std::vector<SaidRecord> said_records(const Schema& schema, const YamlTree& tree, std::string_view bytes);

// What a map says, key by key; nothing where it is none.
std::vector<SaidField> said_fields(const YamlTree& tree, std::string_view bytes, NodeId map);

// The value of a key of a map; none where it has none, or where it is no map.
NodeId value_in_map(const YamlTree& tree, std::string_view bytes, NodeId map, std::string_view key);

// The fields that differ, in the order of `now`; those that are gone come last.
std::vector<std::string> fields_that_differ(const std::vector<SaidField>& now, const std::vector<SaidField>& then);

}  // namespace ims
