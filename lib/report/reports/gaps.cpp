// The report that people come for: where the disciplines leave gaps between them, how bad these are, who can close
// them.
#include "report/sections/sections.h"

namespace ims::reports::gaps {

Document build(const ReportInput& input) {
    Page page(input, "gaps", "Gap report");
    const std::vector<Gap> gaps = collect_gaps(page);
    const std::vector<Gap> causes = collect_causes(page);
    const Matrix matrix = matrix_of(page);
    add_summary(page, told_once(gaps), causes, matrix);
    add_matrix(page, matrix);
    if (!gaps.empty()) {
        add_gaps_by_grade(page, causes);
        add_gaps_by_role(page, gaps);
        add_gaps_by_supplier(page, gaps);
    }
    add_what_is_shared(page);
    add_degree_of_integration(page);
    add_actions(page, causes);
    add_what_was_silenced(page);
    return page.finish();
}

}  // namespace ims::reports::gaps
