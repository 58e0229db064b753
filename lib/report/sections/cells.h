// Cells and words that the tables of several reports have.
#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "report/gap.h"
#include "report/page.h"

namespace ims {

// "high: role without deputy; low: empty role", each rule once.
TableCell found_cell(const std::vector<const Gap*>& gaps);
TableCell discipline_cell(const Page& page, DisciplineSet disciplines);
// Text of a record, with the mark-up of one line.
TableCell prose_cell(std::string_view markdown);
// The records that fields of a record name, by title; `none` where there is none.
TableCell linked_cell(const Page& page, const RecordView& record, std::initializer_list<Field> fields,
                      std::string_view none = {});

// The records that an entry of a map or list names, by title.
Words targets(const Page& page, const FieldView& field);
// What an input or output is: a record's title, or the words themselves.
Words item_words(const Page& page, const FieldView& item);

}  // namespace ims
