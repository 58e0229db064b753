// Parts that several reports have: one file each.
#pragma once

#include <span>
#include <vector>

#include "judge/cells.h"
#include "report/gap.h"
#include "report/page.h"

namespace ims {

Judged judged(const Page& page);
// How every process meets every discipline, core processes first.
Matrix matrix_of(const Page& page);
// "PdCA 2": its letters, and how many findings of medium or worse are at home there; toned by the worst of these.
TableCell pdca_cell(const Page& page, const Cell& cell);
// Marks of a cell that have a letter, by name: "plan, check".
std::string marks_with(const Cell& cell, Letter letter);

// Rows: people see so many, those with the gravest gaps first where not all are shown.
// In one line: what stands in the cells of a matrix.
Words matrix_legend(const Page& page, const Matrix& matrix);
void add_matrix(Page& page, const Matrix& matrix, std::size_t rows = Table::kAllRows);
// Each cause with its place, what follows from it, who can mend it and how; under a heading for each grade and rule.
void add_gaps_by_grade(Page& page, std::span<const Gap> causes);
// A gap with what else was seen, `reasons` (what it comes from and what follows), and what to do, each where it says
// anything to whom the page is for.
Bullets::Item told_in_full(const Page& page, const Gap& gap, std::vector<Words> reasons = {});
// The gaps of the record that the page is about, with how to mend them, and in a line each those of records of the
// kinds `nearby` that are linked to it.
void add_missing(Page& page, std::span<const KindId> nearby);
// A heading for each rule, as collected, with how many gaps it found, and their table.
void add_gaps_by_rule(Page& page, std::span<const Gap> gaps);
// A table of findings of one rule and grade, after how to mend them.
void add_gaps_of_one_rule(Page& page, std::span<const Gap> group);
void add_gaps_by_role(Page& page, std::span<const Gap> gaps);
void add_gaps_by_supplier(Page& page, std::span<const Gap> gaps);
// How a role takes part in a process: "owner and responsible".
Words spoken(const Page& page, const Participant& participant);
// "quality, environment"; for readers "all disciplines" where it is all of several that are in force.
Words discipline_words(const Page& page, DisciplineSet disciplines);
// The disciplines that a role answers for by its responsibilities.
DisciplineSet answered_by(const Page& page, RecordId role);
// "2 people": who they are is nobody's business but theirs and their manager's.
Words holder_words(const Page& page, const Holders& holders);
// Processes by type, what flows between them, and who is outside.
void add_process_map(Page& page, const std::vector<RecordView>& processes);
// The process that the page is about in one drawing: inputs, outputs, who, with what, how, how well.
void add_turtle(Page& page);
// The record that the page is about, and what is linked to it, in one drawing; nothing where nothing is.
void add_neighbourhood(Page& page);
// Which records serve several disciplines at once.
void add_what_is_shared(Page& page);
// The seven criteria, and their mean.
void add_degree_of_integration(Page& page);
// Exceptions, exclusions and rules turned off; and each of the three by itself, under a heading of a level.
void add_what_was_silenced(Page& page);
void add_accepted_findings(Page& page, int level);
void add_exclusions(Page& page, int level);
void add_changed_rules(Page& page, int level);
// What one rule was to look for: its findings under a heading, or why there are none.
struct Chapter {
    RuleId rule;
    Message heading;
    Message none;
};
void add_chapter(Page& page, const Chapter& chapter, std::span<const Gap> gaps);
bool has_found(const Page& page, const Chapter& chapter, std::span<const Gap> gaps);
// Where it found nothing: that there is nothing, or why nobody looked.
Words told_of_none(const Page& page, const Chapter& chapter);

}  // namespace ims
