#include "report/page.h"

namespace ims::reports::board {

Document build(const ReportInput& input) {
    Page page(input, "board", Page::Frame::paper, "Board report");
    return page.finish();
}

}  // namespace ims::reports::board
