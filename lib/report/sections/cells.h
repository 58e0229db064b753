// Cells and words that the tables of several reports have.
#pragma once

#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "assess/standing/standing.h"
#include "report/gap.h"
#include "report/page.h"

namespace ims {

// How a record stands. Every state in a report comes from here, so that what is found about a record can change it.
Standing standing_of(const Page& page, const RecordView& record);
// What is good of a record of which something grave is found is good under that condition, and says so.
Standing capped(const Page& page, RecordId record, Standing standing);
// "met, on 2026-05-01"; "cannot be judged: no target", null to programs, who read the reason beside it.
TableCell state_cell(const Page& page, const Standing& standing);
TableCell state_cell(const Page& page, const RecordView& record);
// The same in a line of text; what is pressing stands out.
Words state_words(const Page& page, const Standing& standing);
Tone tone_of(Standing::Kind kind);

// "none found"; where records of such a kind may stand in files that could not be read, that it cannot be judged.
TableCell none_found(const Page& page, std::initializer_list<KindId> kinds);
// A value that nobody states: `words` for people, null for programs.
TableCell not_stated(const Page& page, Message words = "not stated");
// "yes", "no", "not stated", or that it could not be read.
TableCell yes_no_cell(const Page& page, const FieldView& written);
// Whether a day has passed, for programs; null where there is none.
TableCell past_cell(std::optional<Date> day, bool past);

// What a choice says: people get what they call its word, programs the word. Nothing where there is none.
Words word_words(const Page& page, const FieldView& choice);
TableCell word_cell(const Page& page, const FieldView& choice);
// The same of a field of a record, which has a default where nothing is written.
TableCell word_cell(const Page& page, const RecordView& record, Field field);

// "role without deputy", and for readers what the rule finds: "nobody stands in for a role that one person holds".
Message rule_in_words(const Page& page, RuleId rule);
// "high: role without deputy; low: empty role", each rule once.
TableCell found_cell(const Page& page, const std::vector<const Gap*>& gaps);
// The first of these, and how many more there are; programs get all.
TableCell gravest_found_cell(const Page& page, const std::vector<const Gap*>& gaps);
TableCell discipline_cell(const Page& page, DisciplineSet disciplines);
// A value as it is written; people who read get a length of time in words, programs what is written.
TableCell text_cell(const Page& page, const FieldView& value);
// Text of a record, with the mark-up of one line.
TableCell prose_cell(std::string_view markdown);
// The records that fields of a record name, by title; `none` where there is none.
TableCell linked_cell(const Page& page, const RecordView& record, const std::vector<Field>& fields, Message none = {});
// A record by title; `none` where it is not known.
TableCell titled_cell(const Page& page, RecordId record, Message none = {});
// The record that a field names; `none` where it names none that is known.
TableCell target_cell(const Page& page, const FieldView& field, Message none = {});
// The day that a field says; `none` where it says none, and null to programs.
TableCell written_day_cell(const Page& page, const FieldView& field, Message none);
// "2026-05-01, overdue": a day, or what is said where there is none, and what its being past means; null to programs
// where there is none.
TableCell day_cell(const Page& page, std::optional<Date> day, Message otherwise, Message past);
// Until when something is accepted: "2026-05-01, expired"; "for good" where nobody says; and whether that is over.
TableCell end_cell(const Page& page, const FieldView& until, bool expired);
TableCell expired_cell(const FieldView& until, bool expired);
// "Information security"; its cells say how a row meets the discipline.
Column discipline_column(const Settings& settings, Discipline discipline, Column::Align align = Column::Align::left);

// The records that an entry of a map or list names, by title.
Words targets(const Page& page, const FieldView& field);
// A record that a cell names, by its title. Who a person is, is nobody's business but theirs and their manager's:
// readers are told of a role of theirs, as in sentences, but on their own page.
Words cell_name(const Page& page, RecordId record);
bool is_hidden(const Page& page, RecordId record);
// What an input or output is: a record's title, or the words themselves.
Words item_words(const Page& page, const FieldView& item);

// A column in which no row says anything would only take room: it is left to programs.
void hide_empty_columns(Table& table);

}  // namespace ims
