#include "assess/risks/lapses.h"

#include <algorithm>

#include "assess/dates/upkeep.h"
#include "schema/fields.h"

namespace ims {

std::vector<Shortfall> lapses_of(const RecordView& control, Date today) {
    using Reason = Shortfall::Reason;
    std::vector<Shortfall> lapses;
    for (const RecordView asset : control.linked(fields::control::assets)) {
        if (!asset.active()) continue;
        for (const Upkeep& upkeep : upkeep_of(asset)) {
            const auto day = due(upkeep, control.graph().settings());
            if (upkeep.result.word() == "failed") {
                lapses.push_back(
                    {Reason::asset_failed, control.record(), asset.record(), upkeep.name, upkeep.last.date()});
            } else if (day && *day < today) {
                lapses.push_back({Reason::asset_overdue, control.record(), asset.record(), upkeep.name, day});
            }
        }
    }
    std::ranges::stable_sort(lapses, {}, &Shortfall::reason);
    return lapses;
}

}  // namespace ims
