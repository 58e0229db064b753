// Parts of the reports on standards: what the evidence for a clause looks like, and what standards and editions share.
#pragma once

#include <map>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "assess/clauses/clauses.h"
#include "assess/standing/standing.h"
#include "report/page.h"

namespace ims {

// Links to records by title, the first few and how many more; a program reads the names of all.
TableCell record_links(const Page& page, const std::vector<RecordId>& records, std::size_t most);

// How a clause stands by its evidence. What is found about records is known only now: what they show is weak then.
Standing standing_of(const Page& page, const Clause& clause);

// What shows a clause, and what usually does where nothing was found.
class EvidenceCells {
public:
    EvidenceCells(const Page& page, const StandardFacts& standard) : page_(page), standard_(standard) {}
    [[nodiscard]] TableCell records(const Clause& clause);

private:
    [[nodiscard]] const std::vector<RecordId>& by_kind(const Clause& clause);
    const Page& page_;
    const StandardFacts& standard_;
    // Many clauses are shown by the same kinds, and to go through the records of a kind takes a while.
    std::map<std::pair<std::vector<KindId>, std::string_view>, std::vector<RecordId>> by_kind_;
};

// What several of the standards in force ask for alike, and which records are named for more than one of them.
// `besides`: one that is asked for though it is not in force; may be null.
void add_what_standards_share(Page& page, const StandardFacts* besides);
void add_transition(Page& page, const StandardFacts& before, const StandardFacts& after);

}  // namespace ims
