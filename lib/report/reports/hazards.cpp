#include "report/page.h"

namespace ims::reports::hazards {

Document build(const ReportInput& input) {
    Page page(input, "hazards", Page::Frame::paper, "Workplace risk assessment");
    return page.finish();
}

}  // namespace ims::reports::hazards
