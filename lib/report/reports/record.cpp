#include "report/page.h"
#include "report/sections/sections.h"

namespace ims::reports::record {

Document build(const ReportInput& input) {
    Page page(input, "record", Page::Frame::paper, "{}", plain(input.analysis.graph[input.subject].title()));
    add_neighbourhood(page);
    return page.finish();
}

}  // namespace ims::reports::record
