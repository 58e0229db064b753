// What the schema says of a place in a text: which values may stand there, or which keys.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "lsp/place/place_in_text.h"
#include "schema/schema.h"

namespace ims {

struct PlaceInSchema {
    std::optional<KindId> kind;  // of the record, or of ims.yaml; below `defaults` of those that it is said of
    bool settings = false;       // in ims.yaml
    // A key or an id of the record itself is due, and nothing says yet of which kind it is.
    bool begins_record = false;
    const FieldSpec* field = nullptr;  // the innermost on the way
    // What may stand there, the item of a list too where one stands for a list; of a key, the maps that may hold it.
    std::vector<Shape> shapes;

    // The first that takes such values; null: none does.
    [[nodiscard]] const Shape* taking(ScalarType scalar) const;
};

// `settings`: the text is that of ims.yaml. What turns out to be the beginning of a clause (`iso-9001-2026:`) and no
// key is made a word of `place`; where a list is due on a line of its own, a dash is; around
// a map that is due behind its key, braces.
PlaceInSchema place_in_schema(const TextLines& lines, const Schema& schema, bool settings, PlaceInText& place);

// The value of a field at the top of the document; empty where there is none.
std::string_view top_value(const PlaceInText& place, std::string_view key);

// The field of a map, or null.
const FieldSpec* field_called(const Shape& map, std::string_view name);

}  // namespace ims
