#include <fmt/format.h>

#include "assess/continuity.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const Demand& demand = context.facts.recovery().demand(record.record());
    if (!demand.may_lose_for.known()) return;
    const DataLoss loss = data_loss(record);
    // What an asset takes from its provider is reported there.
    if (!loss.time || *loss.time <= *demand.may_lose.duration() || loss.stated_by != record.record()) return;
    const RecordView process = context.graph[demand.may_lose_for];
    const std::string most = visible(demand.may_lose.text());
    const std::string every = visible(loss.written.text());
    auto finding =
        continuity_finding(record, context, report, loss.written.span(),
                           fmt::format("{} {}, and process {} may lose no more than {} of work", kind_and_id(record),
                                       loss.backup ? fmt::format("is backed up every {}", every)
                                                   : fmt::format("may lose {} of data", every),
                                       ticked(process), most));
    if (!finding) return;
    finding->field(loss.backup ? "backup.every" : "recovery.data_loss");
    finding->label(demand.may_lose.span(), "the rpo");
    finding->help(
        loss.backup
            ? fmt::format("back it up at least every {}, or ask whether the process can lose more (`rpo`)", most)
            : fmt::format("agree on no more than {}, or ask whether the process can lose more (`rpo`)", most));
}

IMS_DEFINE_RULE(backup_misses_rpo) = {
    .kinds = {kinds::asset, kinds::supplier},
    .check_record = check,
    .page =
        R"(An asset is backed up less often than a process that needs it can bear to lose work (`rpo`), or an asset or supplier may
lose more (`recovery`, `data_loss`). Where both are given the longer counts; an asset that says neither takes what its
provider says, and the provider is reported. What assets, suppliers and sites need counts too; a needed process has data,
and an `rpo`, of its own. Reported once, with the strictest process. The rule compares what is written, whether
`business-continuity` is in force or not.

## Why it matters

What was written since the last backup is gone after a failure, and has to be typed again from memory or paper. ISO 22301
8.2.2 and 8.3 want solutions that meet what the impact analysis found; ISO/IEC 27001 A.8.13 wants backups by an agreed
rule.

## How to mend it

Back up more often, or have changes copied as they happen; ask a supplier for a shorter `data_loss`. If the process can
lose more than its `rpo` says, change that. To accept it for a while, add an entry to `exceptions` of the asset or
supplier with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/web-orders.yaml
process: web-orders
title: Web orders
continuity: {rpo: 4 h}
assets: [orders]
# file: assets/orders.yaml
asset: orders
title: Order data
type: information
backup: {every: 24 h, restore_tested: 2026-03-01}
)",
    .good = R"(# file: processes/web-orders.yaml
process: web-orders
title: Web orders
continuity: {rpo: 4 h}
assets: [orders]
# file: assets/orders.yaml
asset: orders
title: Order data
type: information
backup: {every: 1 h, restore_tested: 2026-03-01}
)"};

}  // namespace ims
