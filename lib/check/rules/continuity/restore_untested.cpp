#include <fmt/format.h>

#include "assess/continuity.h"
#include "assess/intervals.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    namespace own = fields::asset;
    const FieldView backup = asset[own::backup];
    if (!asset.active() || !backup || backup.invalid() || !backups_count(context.settings)) return;
    const FieldView tested = backup[own::backup.restore_tested];
    // A day that is none, or has yet to come, is reported as such.
    if (tested && (!tested.date() || *tested.date() > context.today)) return;
    if (is_current(tested.date(), std::nullopt, context.settings, context.today)) return;
    const std::string interval = to_string(context.settings.review_every);
    auto finding = continuity_finding(
        asset, context, report,
        tested               ? tested.span()
        : backup.inherited() ? asset.id_span()
                             : backup.key_span(),
        tested ? fmt::format("a restore of the backup of asset {} was last tested on {}, more than {} ago",
                             ticked(asset), to_string(*tested.date()), interval)
               : fmt::format("no test of a restore is found for the backup of asset {}", ticked(asset)));
    if (!finding) return;
    finding->field("backup.restore_tested");
    finding->note("a backup that was never read back may be empty, broken or locked");
    finding->help("restore it to another place, look at the result, and write the day: `restore_tested: YYYY-MM-DD`");
}

IMS_DEFINE_RULE(restore_untested) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(An active asset has a `backup`, and nobody has shown that it can be read back: `restore_tested` is missing, or longer ago
than the interval under `review` in ims.yaml. It speaks where `business-continuity` or `information-security` is in force.

## Why it matters

Many backups turn out to be useless on the day they are needed: a wrong folder, an expired key, a full disk. ISO/IEC 27001
A.8.13 has backups tested, ISO 22301 8.5 exercises what recovery depends on.

## How to mend it

Restore the data to another machine, look whether they are whole and how long it took, and write the day under `backup`:
`restore_tested`. The time that it took is the `demonstrated` recovery. To accept it for a while, add an entry to
`exceptions` of the asset with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: assets/orders.yaml
asset: orders
title: Order data
type: information
backup: {every: 24 h}
)",
    .good = R"(# file: assets/orders.yaml
asset: orders
title: Order data
type: information
backup: {every: 24 h, restore_tested: 2026-03-01}
)"};

}  // namespace ims
