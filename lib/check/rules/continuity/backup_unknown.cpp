#include <fmt/format.h>

#include "assess/continuity.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    namespace own = fields::asset;
    const std::string_view type = asset.word(own::type);
    if (type != "information" && type != "system") return;
    const Demand& demand = context.facts.recovery().demand(asset.record());
    if (!demand.may_lose_for.known() || !backups_count(context.settings)) return;
    const DataLoss loss = data_loss(asset);
    if (loss.time || loss.invalid) return;
    // A provider that could not be read may say it.
    if (context.graph.anything_unread() && asset.has(own::provider) && asset.linked(own::provider).empty()) return;
    const FieldView backup = asset[own::backup];
    const std::string most = visible(demand.may_lose.text());
    auto finding = continuity_finding(
        asset, context, report, backup && !backup.inherited() ? backup.key_span() : asset.id_span(),
        fmt::format("nothing tells how often asset {} is backed up, and process {} may lose no more than {} of work",
                    ticked(asset), ticked(context.graph[demand.may_lose_for]), most));
    if (!finding) return;
    finding->field("backup");
    finding->label(demand.may_lose.span(), "the rpo");
    finding->help(fmt::format("add {}; if nothing in it can be lost, say so: `recovery: {{data_loss: 0 h}}`",
                              backup ? fmt::format("`every: {}` to `backup`", most)
                                     : fmt::format("`backup: {{every: {}, restore_tested: DATE}}`", most)));
}

IMS_DEFINE_RULE(backup_unknown) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(A process says how much work it may lose (`rpo`), and an asset of type `information` or `system` that it needs, directly
or through other assets, suppliers and sites, says neither how often it is backed up (`backup`, `every`) nor how much can
be lost with it (`recovery`, `data_loss`); nor does its provider. It speaks where `business-continuity` or
`information-security` is in force.

## Why it matters

Backups that nobody wrote down are often those that nobody makes. ISO/IEC 27001 A.8.13 asks for backups of information,
software and systems by an agreed rule; ISO 22301 8.3.4 counts data among the resources of a solution.

## How to mend it

Find out how it is backed up and write it down: `backup: {every: 24 h, restore_tested: 2026-03-01}`. For a system that
holds nothing, whose data are elsewhere, `recovery: {data_loss: 0 h}` says so. A provider's `data_loss` answers for the
assets that it provides. To accept it for a while, add an entry to `exceptions` of the asset with `rule`, `reason`, `by`
and `until`.
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
