#include "assess/dates/upkeep.h"

#include "assess/dates/intervals.h"
#include "schema/fields.h"

namespace ims {

Upkeep maintenance_of(const RecordView& asset) {
    constexpr auto own = fields::asset::maintenance;
    const FieldView map = asset[own];
    return {"maintenance", "maintained", map, map[own.every], map[own.last], map[own.result]};
}

Upkeep calibration_of(const RecordView& asset) {
    constexpr auto own = fields::asset::calibration;
    const FieldView map = asset[own];
    return {"calibration", "calibrated", map, map[own.every], map[own.last], map[own.result]};
}

std::array<Upkeep, 2> upkeep_of(const RecordView& asset) { return {maintenance_of(asset), calibration_of(asset)}; }

std::optional<Date> due(const Upkeep& upkeep, const Settings& settings) {
    const auto every = upkeep.every.duration();
    if (!every) return std::nullopt;
    return due_after(upkeep.last.date(), every, settings);
}

}  // namespace ims
