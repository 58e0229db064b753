#include "report/page.h"

namespace ims::reports::incident {

Document build(const ReportInput& input) {
    Page page(input, "incident", Page::Frame::paper, "Incident: {}",
              plain(input.analysis.graph[input.subject].title()));
    return page.finish();
}

}  // namespace ims::reports::incident
