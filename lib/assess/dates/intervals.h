// When something was last done and when it is due again: the one place that knows what "within its interval" means.
#pragma once

#include <optional>

#include "link/graph.h"

namespace ims {

// Due again `every` after `last`; on the day itself it is not overdue. None where it was never done.
std::optional<Date> due_after(std::optional<Date> last, std::optional<Duration> every, const Settings& settings);

// Done, and not yet due again. An interval that the record does not give is `review.every` of ims.yaml.
bool is_current(std::optional<Date> last, std::optional<Duration> every, const Settings& settings, Date today);

// An action or decision with a `due` before today and no `done`.
bool is_overdue(const FieldView& due, const FieldView& done, Date today);

}  // namespace ims
