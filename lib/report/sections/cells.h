// Cells and words that the tables of several reports have.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "report/gap.h"
#include "report/page.h"

namespace ims {

// "high: role without deputy; low: empty role", each rule once.
TableCell found_cell(const Page& page, const std::vector<const Gap*>& gaps);
TableCell discipline_cell(const Page& page, DisciplineSet disciplines);
// Text of a record, with the mark-up of one line.
TableCell prose_cell(std::string_view markdown);
// The records that fields of a record name, by title; `none` where there is none.
TableCell linked_cell(const Page& page, const RecordView& record, const std::vector<Field>& fields,
                      std::string_view none = {});
// A record by title; `none` where it is not known.
TableCell titled_cell(const Page& page, RecordId record, std::string_view none = {});
// The record that a field names; `none` where it names none that is known.
TableCell target_cell(const Page& page, const FieldView& field, std::string_view none = {});
// The day that a field says; `none` where it says none, and null to programs.
TableCell written_day_cell(const FieldView& field, std::string_view none);
// "2026-05-01, overdue": a day, or what is said where there is none, and what its being past means; null to programs
// where there is none.
TableCell day_cell(std::optional<Date> day, std::string_view otherwise, std::string_view past);
// "Information security"; its cells say how a row meets the discipline.
Column discipline_column(const Settings& settings, Discipline discipline, Column::Align align = Column::Align::left);

// The records that an entry of a map or list names, by title.
Words targets(const Page& page, const FieldView& field);
// What an input or output is: a record's title, or the words themselves.
Words item_words(const Page& page, const FieldView& item);

}  // namespace ims
