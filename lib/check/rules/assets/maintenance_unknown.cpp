#include <fmt/format.h>

#include "assess/upkeep.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& asset, const CheckContext&, Reporter& report) {
    if (!asset.active()) return;
    for (const Upkeep& upkeep : upkeep_of(asset)) {
        if (!upkeep.every.duration() || upkeep.last) continue;
        // At the key of the map that lacks it; an inherited interval stands in ims.yaml, where nothing is missing.
        const Span place = upkeep.every.inherited() ? asset.id_span() : upkeep.written.key_span();
        report
            .at(asset, place,
                fmt::format("asset `{}` is to be {} every {}, and no day is known on which it was", visible(asset.id()),
                            upkeep.done, to_string(*upkeep.every.duration())))
            .field(fmt::format("{}.last", upkeep.name))
            .help(fmt::format(
                "write the day under `{0}.last` and how it ended under `{0}.result`; if it never was {1}, have it done",
                upkeep.name, upkeep.done));
    }
}

IMS_DEFINE_RULE(maintenance_unknown) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(An asset has an interval for its maintenance or for its calibration, `every`, and no day under `last`: nobody can tell
whether it is overdue. Unknown is neither in order nor overdue, so it has a finding of its own. Drafts are not looked at.

## Why it matters

An interval without a day is an intention. ISO 9001 7.1.3 and 7.1.5 ask that equipment be maintained and measuring equipment
be calibrated, and that a record of it be kept; ISO 45001 8.1.2 and ISO/IEC 27001 A.7.13 rely on it. Without the last day
no calendar can say what is due next.

## How to mend it

Look on the sticker, in the service book or among the invoices for the last day, and write it under `last`, with `passed`
or `failed` under `result`. If it was never done, have it done. New equipment: the day on which the maker tested it.

To accept it for a while, add an entry to `exceptions` with `rule: maintenance-unknown`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: assets/extinguisher.yaml
asset: extinguisher
title: Fire extinguisher at the till
type: equipment
maintenance: {every: 2 y}
)",
    .good = R"(# file: assets/extinguisher.yaml
asset: extinguisher
title: Fire extinguisher at the till
type: equipment
maintenance: {every: 2 y, last: 2025-09-30, result: passed}
)"};

}  // namespace ims
