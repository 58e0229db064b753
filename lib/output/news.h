// What a comparison with an earlier state comes to, in a sentence.
#pragma once

#include <string>
#include <string_view>

#include "output/check_result.h"

namespace ims {

// "Compared with commit 0123456789: 2 new, 1 worse, 12 known before, 3 mended." Empty where nothing was compared.
// `with`: the revision in words; empty where there is only a baseline.
std::string tell_comparison(const CheckResult& result, std::string_view with);

}  // namespace ims
