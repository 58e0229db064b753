#include "report/page.h"

namespace ims::reports::record {

Document build(const ReportInput& input) {
    Page page(input, "record", Page::Frame::paper, "{}", plain(input.analysis.graph[input.subject].title()));
    return page.finish();
}

}  // namespace ims::reports::record
