// The findings of an analysis as a report tells them: whom they concern, who can mend them, the worst first.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "report/page.h"

namespace ims {

struct Gap {
    const Finding* finding = nullptr;
    RecordId record;  // none where the finding is about the whole folder, or about no record that could be read
    DisciplineSet disciplines;  // those it is about, or else those that its record serves; none: all alike
    RecordId owner;             // who can mend it; none: nobody is named
    Grade grade = Grade::low;   // its own; of a cause that of the gravest that follows from it
    // Of a cause: what is found only because of it, and how many findings it is, where it is true of a population.
    std::vector<const Finding*> follows = {};
    std::optional<std::size_t> population = {};  // in Judgement::populations
    Cost cost = Cost::none;                      // of a cause: what it may cost
    // What was found about a person is told of a role of theirs, in other words: it is kept here.
    std::shared_ptr<const Finding> instead = {};
    std::optional<FindingId> id = {};  // of the finding; none of a cause
};

Gap gap_of(const Page& page, FindingId finding);
// Of one that the analysis does not hold, since it is found on another day; it outlives the gap.
Gap gap_of(const Page& page, const Finding& finding);

// Every finding that is told. By grade, the worst first; within a grade what lies between disciplines first, then in
// the order of the rules.
std::vector<Gap> collect_gaps(const Page& page);
// The same of one record, and of a role also what was found about those who hold it, told of the role.
std::vector<Gap> collect_gaps_of(const Page& page, RecordId record);
// The same of several records, the worst of all first.
std::vector<Gap> collect_gaps_of_all(const Page& page, const std::set<RecordId>& records);
// For lists and counts of many records: twins, which tell one trouble from either side, as one, about the disciplines
// of both.
std::vector<Gap> told_once(std::span<const Gap> gaps);
// One for each cause, as the judgement orders them: the most urgent first.
std::vector<Gap> collect_causes(const Page& page);
std::vector<Gap> gaps_of(const Page& page, std::span<const Cause> causes);
// The same with those of one grade and rule next to each other, as the first of them comes.
std::vector<Gap> grouped_by_rule(std::vector<Gap> causes);

// What was judged, and what was left out: the first sentence of what is concluded.
void add_what_was_judged(Page& page);

// The part of `gaps`, as collected, that lies next to its first: of one grade, or of one grade and rule.
std::span<const Gap> same_grade(std::span<const Gap> gaps);
std::span<const Gap> same_rule(std::span<const Gap> gaps);

// "3 role without deputy; one deep": what follows from a cause, by rule; empty where nothing does.
Words what_follows(const Page& page, const Gap& gap);
// "no obligation says who owns it: 572 of 572"; empty where it is not true of a population.
Words of_population(const Page& page, const Gap& gap);

// Its record by title, or the place where it was found.
Inline where(const Page& page, const Gap& gap);
// What is told of it behind its place: "Cashier: …". Readers are told the place once, where the words name it too.
Words behind_place(const Page& page, const Gap& gap, const Words& words);

}  // namespace ims
