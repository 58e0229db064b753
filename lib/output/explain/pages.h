// The pages of `ims explain`, one for each thing that a word may be.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assess/clauses/clauses.h"
#include "output/explain/explain.h"
#include "output/explain/page_text.h"
#include "schema/named_fields.h"
#include "schema/value_types.h"

namespace ims {

// Each adds what it says to an empty page.
void write_kind_page(const LookUp& look_up, KindId kind, PageText& page);
void write_family_page(const LookUp& look_up, std::string_view family, PageText& page);
void write_type_page(const LookUp& look_up, const TypeOfValue& type, PageText& page);
void write_field_page(const LookUp& look_up, const NamedField& field, PageText& page);
// Of several that share a name.
void write_fields_page(const LookUp& look_up, std::string_view name, const std::vector<NamedField>& fields,
                       PageText& page);
// `analysis` has read the catalogues of all standards.
void write_discipline_page(const LookUp& look_up, std::string_view discipline, const Analysis& analysis,
                           PageText& page);
void write_standard_page(const StandardFacts& standard, const Analysis& analysis, PageText& page);
void write_clause_page(const StandardFacts& standard, const Clause& clause, const Analysis& analysis, PageText& page);

// A word that a field takes: of an enumeration, a step of a scale, a level of risk, or a name under the field.
struct WordOfField {
    NamedField field;
    std::string means;  // a sentence
    std::string other;  // what it is another word for, or other words for it, as a sentence; may be empty
};
std::vector<WordOfField> fields_that_take(const LookUp& look_up, std::string_view word);
// All words that fields take, each once; views of the schema and the settings.
std::vector<std::string_view> words_of_fields(const LookUp& look_up);
void write_word_page(std::string_view word, const std::vector<WordOfField>& fields, PageText& page);

// The first path, and how many more there are.
Words told_paths(const std::vector<std::string>& paths);
// What values of this shape are, after "takes": "one or several, each the id of a role".
Words takes(const Shape& shape);
// The shape of the single values in lists and below names; null where there are none.
const Shape* single_values(const Shape* shape);

}  // namespace ims
