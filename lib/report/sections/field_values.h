// What the fields of a record say, in the words of whom a page is for. Made from the schema: a new field is shown
// without a line here.
#pragma once

#include <string>
#include <vector>

#include "report/page.h"

namespace ims {

// A field of a kind, down through maps and lists: what stands in a column, or behind a title.
struct FieldPlace {
    std::string path;          // `accepted.by`
    std::string title;         // "Acceptance: accepted by"
    std::vector<Field> chain;  // from the field of the record down to it
    const FieldSpec* spec = nullptr;
    bool many = false;  // there may be several values: those of a list, or one in each of its items
};

// All fields of a kind but its id. A map is told by its fields, a list of maps by theirs.
std::vector<FieldPlace> field_places(const Schema& schema, KindId kind);

// One value: a step by its name, a record as a link by its title (a person by a role of theirs), a duration in words.
// A list on one line.
Words value_words(const Page& page, KindId kind, const FieldView& value);

// What a record says of a field, which may be written on the other side of a link: each value an item of a list. Of a
// list of maps as many as it has items, so that its fields can be held side by side. Programs get the words of the
// schema and the lasting names of records.
TableCell place_cell(const Page& page, const RecordView& record, const FieldPlace& place);
Column::Holds holds_of(const FieldPlace& place);

// Whether values are references, and whether all of them are to roles or persons.
const ReferenceSpec* reference_of(const FieldSpec& spec);
bool is_who(const ReferenceSpec& reference);
// What the items of a list, or a value alone, are made of.
const Shape& inner_shape(const FieldSpec& spec);
// The records that a field names, whichever side says so, and what could not be found; each an item.
Words reference_words(const Page& page, const RecordView& record, Field field);
// A map with names of its own, whose entries are of the field of the map itself.
bool has_entries(const FieldView& value);
// "Information security", "Impact analysis": a name that stands in a record.
std::string key_words(std::string_view key);
// "Accepted by" behind another title: "accepted by".
std::string in_a_title(std::string_view title);
// "Needs: what is needed": the title of a field behind those of the maps that it stands in.
std::string title_with_maps(const Schema& schema, KindId kind, Field field);
Words on_one_line(const std::vector<Words>& parts);
// "Follow up" of `x_follow_up`; "Steps: note" of `steps.x_note`.
std::string own_title(std::string_view path);

}  // namespace ims
