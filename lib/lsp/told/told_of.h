// What is told of a word of a record, as Markdown. Empty where nothing is known of it.
#pragma once

#include <string>

#include "lsp/judged/asked.h"
#include "lsp/place/place_in_schema.h"
#include "lsp/place/place_in_text.h"
#include "lsp/told/told_text.h"

namespace ims {

// Of the word of a place, where such a value stands: told_of_values.cpp.
std::string told_of_value(const Asked& asked, const PlaceInText& place, const PlaceInSchema& where, const Shape& shape);
// Where it is a key of such a map: told_of_keys.cpp.
std::string told_of_key(const Asked& asked, const PlaceInText& place, const PlaceInSchema& where, const Shape& map);

// Each of one thing.
std::string told_of_record(const Asked& asked, RecordId record);  // told_of_record.cpp
std::string told_of_clause(const Asked& asked, std::string_view standard,
                           std::string_view number);                        // told_of_clause.cpp
std::string told_of_rule(const Asked& asked, std::string_view name);        // told_of_names.cpp
std::string told_of_discipline(const Asked& asked, std::string_view name);  // likewise

// "`process/sell`, `role/owner` and 3 more", at the end of a text.
void tell_records(const Graph& graph, std::span<const RecordId> records, ToldText& text);

}  // namespace ims
