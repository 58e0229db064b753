// The report that people come for: where the disciplines leave gaps between them, how bad these are, what has to be
// decided, and who does what about it.
#include "report/sections/overview.h"
#include "report/sections/sections.h"

namespace ims::reports::gaps {
namespace {

// Daily checks do not tell again what a baseline holds.
Words held_back(const Page& page) {
    const auto& baseline = page.analysis.baseline;
    if (baseline == nullptr || baseline->lines.empty()) return {};
    const std::size_t count = baseline->lines.size();
    if (baseline->day)
        return page.say(
            "Daily checks hold back {0} {0:gap|gaps}, which {0:was|were} left for later on {1}; {0:it is|they are} "
            "among those told here.",
            count, *baseline->day);
    return page.say(
        "Daily checks hold back {0} {0:gap|gaps}, which {0:was|were} left for later; {0:it is|they are} among those "
        "told here.",
        count);
}

void add_conclusion(Page& page, const Overview& overview) {
    page.heading(2, "In short");
    page.paragraph(in_a_row(conclusions(page, overview)));
    if (Words held = held_back(page); !held.empty()) page.paragraph(std::move(held));
    if (overview.count(Grade::error) > 0) {
        page.note(
            "There are errors in the records. Mend these first: what cannot be read or followed may hide other gaps.");
    }
}

}  // namespace

Document build(const ReportInput& input) {
    Page page(input, "gaps", "Gap report");
    const Overview overview = overview_of(page);
    add_conclusion(page, overview);
    add_exposures(page, overview);
    add_decisions_asked(page, overview);
    add_matrix(page, overview.matrix);
    add_disciplines(page, overview);
    add_gaps_by_grade(page, overview.gaps);
    add_action_list(page, overview);
    add_what_was_silenced(page);
    const std::vector<Gap> gaps = collect_gaps(page);
    page.heading(2, "Annex: by role and by supplier");
    add_gaps_by_role(page, gaps);
    add_gaps_by_supplier(page, gaps);
    return page.finish();
}

}  // namespace ims::reports::gaps
