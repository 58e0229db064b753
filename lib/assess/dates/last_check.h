// What is looked at again and again (ISO's clause 9, performance evaluation): controls are verified, obligations
// evaluated, objectives measured. The one definition of "within its interval" for rules, the matrix and reports.
#pragma once

#include <optional>

#include "link/graph.h"

namespace ims {

struct LastCheck {
    FieldView entry;          // the latest until today; of several on one day the one written last; none: never
    std::optional<Date> day;  // of that entry
    std::optional<Date> due;  // when it is due again, or for the first time; none: never done, and due at once
    bool certain = true;      // false: a day is missing or it or the interval could not be read; nothing is late then

    [[nodiscard]] bool current(Date today) const { return day && due && today <= *due; }
    [[nodiscard]] bool late(Date today) const { return certain && day && due && *due < today; }
    [[nodiscard]] bool never(Date today) const { return certain && !day && (!due || *due < today); }
};

LastCheck last_verification(const RecordView& control, Date today);
// For the first time within the interval `since` it binds.
LastCheck last_evaluation(const RecordView& obligation, Date today);
LastCheck last_measurement(const RecordView& objective, Date today);

}  // namespace ims
