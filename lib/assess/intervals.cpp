#include "assess/intervals.h"

#include <algorithm>

namespace ims {

std::optional<Date> latest(const FieldView& entries, Field date, Date today) {
    std::optional<Date> last;
    for (const FieldView entry : entries.children()) {
        const auto day = entry[date].date();
        if (day && *day <= today && (!last || *day > *last)) last = day;
    }
    return last;
}

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
