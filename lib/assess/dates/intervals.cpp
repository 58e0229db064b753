#include "assess/dates/intervals.h"

namespace ims {

std::optional<Date> due_after(std::optional<Date> last, std::optional<Duration> every, const Settings& settings) {
    if (!last) return std::nullopt;
    return add(*last, every ? *every : settings.review_every);
}

bool is_current(std::optional<Date> last, std::optional<Duration> every, const Settings& settings, Date today) {
    const auto due = due_after(last, every, settings);
    return due && today <= *due;
}

bool is_overdue(const FieldView& due, const FieldView& done, Date today) {
    const auto day = due.date();
    return day && *day < today && !done;
}

}  // namespace ims
