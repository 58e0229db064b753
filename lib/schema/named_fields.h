// The fields of all kinds by the words that people know them by: `supplier.evaluations.result`, `evaluations.result`,
// `owner`.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/schema.h"

namespace ims {

struct NamedField {
    KindId kind;
    const FieldSpec* spec = nullptr;
    std::string path;  // with its kind: `supplier.evaluations.result`

    [[nodiscard]] bool is_id() const { return spec->shape->scalar == ScalarType::id; }
};

// Of each kind in the order of the schema; inner ones follow the field that holds them.
std::vector<NamedField> all_fields(const Schema& schema);

// A field by its path, the kind first. What stands in a record may stand between: items in brackets and free names, as
// findings tell them (`supplier.evaluations[2026-03-01].result`, `role.not_applicable.privacy`).
std::optional<NamedField> find_field(const Schema& schema, std::string_view path);

// Those whose paths end in this word or dotted words, ids left out: they are named like their kinds.
std::vector<NamedField> fields_ending_in(const Schema& schema, std::string_view path);

// What the values of a field are made of: down through lists and free names. Null where no field is in it.
const Shape* map_within(const Shape* shape);

}  // namespace ims
