#include "report/page.h"

namespace ims::reports::plan {

Document build(const ReportInput& input) {
    Page page(input, "plan", Page::Frame::paper, "Plan: {}", plain(input.analysis.graph[input.subject].title()));
    return page.finish();
}

}  // namespace ims::reports::plan
