#include <fmt/format.h>

#include "assess/dates/upkeep.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::maintenance_unknown {
namespace {

Field last_of(const Upkeep& upkeep) {
    namespace own = fields::asset;
    return upkeep.every.field() == own::maintenance.every ? own::maintenance.last : own::calibration.last;
}

}  // namespace

void check(const RecordView& asset, const CheckContext&, Reporter& report) {
    bool asked = false;
    for (const Upkeep& upkeep : upkeep_of(asset)) {
        asked = asked || upkeep.every.duration();
        if (!upkeep.every.duration() || upkeep.last) continue;
        // At the key of the map that lacks it; an inherited interval stands in ims.yaml, where nothing is missing.
        const Span place = upkeep.every.inherited() ? asset.id_span() : upkeep.written.key_span();
        report
            .at(asset, place,
                "[[asset {0} is to be {1} every {2}, and no day is known on which it was|no day is known on which "
                "asset {0} was {1}; its interval is {2}]]",
                asset, upkeep.done, *upkeep.every.duration())
            .field(fmt::format("{}.last", upkeep.name.text()))
            .asks_for(asset, {last_of(upkeep)})
            .help(
                "write [[the day under `{0}.last` and how it ended under `{0}.result`|down the day and the result]]; "
                "if it never was {1}, have it done",
                upkeep.name, upkeep.done);
    }
    if (!asked) report.not_asked(asset);
}

}  // namespace ims::rules::maintenance_unknown
