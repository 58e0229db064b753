// Where a folder names a record: by its text, so that references are found that lead nowhere yet, too.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analyze.h"

namespace ims {

// The record that a value means by its text, whether there is one or not.
struct NamedRecord {
    KindId kind;
    std::string_view id;
    bool clause = false;  // it names a clause of the standard
};
// Of a value of a field, as `link` reads it: `word` stands there, in a record of the kind `of`. None where it names
// none.
std::optional<NamedRecord> record_named(const Schema& schema, KindId of, const Value& value, std::string_view word);

// A value that names it, as one field of one record reads it: what an alias names is there once for each that reads it.
struct NamedPlace {
    Span span;                           // of the value, quotes included
    std::string text;                    // what it reads: `cashier`, `role/cashier`, `house-rules:4.1`
    RecordId from;                       // who says it; of a default the record of ims.yaml
    Field field;                         // of that record, or of the kind that the default is for
    std::optional<std::uint32_t> value;  // its number among the values of its file; none of a default
    KindId kind;                         // of who says it, or whom the default is for
    bool clause = false;                 // it names a clause of the standard

    // As it is to read where the record is called `id`; in the form that was written.
    [[nodiscard]] std::string with_id(std::string_view id) const;
};

// In all files of the folder, in the order of their places; the record itself is none of them. `id` is in NFC.
std::vector<NamedPlace> places_naming(const Analysis& analysis, KindId kind, std::string_view id);

// What else reads the value at a place, by an alias or as another field, than what `places` lists there: where it is
// read; none where nobody does.
std::optional<Span> read_otherwise(const Analysis& analysis, Span place, const std::vector<NamedPlace>& places);

}  // namespace ims
