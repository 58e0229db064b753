#include "report/page.h"

namespace ims::reports::site {

Document build(const ReportInput& input) {
    Page page(input, "site", Page::Frame::paper, "Site: {}", plain(input.analysis.graph[input.subject].title()));
    return page.finish();
}

}  // namespace ims::reports::site
