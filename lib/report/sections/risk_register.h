// The register of risks, and that of environmental aspects, which are not rated.
#pragma once

#include <span>

#include "report/page.h"

namespace ims {

// In the order given. Nothing of aspects where there is none.
void add_risk_register(Page& page, std::span<const RecordId> risks);
// Controls of a risk with how far they are, and measures that are only words.
TableCell controls_cell(const Page& page, const RecordView& risk);

}  // namespace ims
