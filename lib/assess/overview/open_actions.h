// What somebody has promised to do and not done yet, wherever it is written: actions of objectives and nonconformities,
// decisions of management reviews, treatments of risks, controls that are not in place.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "assess/facts/facts.h"

namespace ims {

struct OpenAction {
    RecordId record;
    FieldView place;        // where it is promised
    std::string_view what;  // empty: what the record is called says it
    RecordId owner;         // a role or person; none where nobody is named
    std::optional<Date> due;
    bool overdue = false;
};

// Of active records, the soonest first, those without a day last.
std::vector<OpenAction> open_actions(const Graph& graph, const Facts& facts);
// The same of one record, in the order in which it says them.
std::vector<OpenAction> open_actions_of(const RecordView& record, const Facts& facts);

}  // namespace ims
