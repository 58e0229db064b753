// What to say after a name that is not there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ims {

// "; did you mean `check`?", or nothing.
std::string did_you_mean(std::string_view word, const std::vector<std::string_view>& candidates);

// "; did you mean `check`?", "; `check` begins so", or "; there are `check` and `report`". Where there are many, those
// that are left out are shown by `shown_by`: "`ims list role`"; empty: none is left out.
std::string nearest_or_all(std::string_view word, const std::vector<std::string_view>& candidates,
                           std::string_view shown_by = {});

}  // namespace ims
