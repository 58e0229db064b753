#include "report/page.h"

namespace ims::reports::person {

Document build(const ReportInput& input) {
    Page page(input, "person", Page::Frame::paper, "Roles of {}", plain(input.analysis.graph[input.subject].title()));
    return page.finish();
}

}  // namespace ims::reports::person
