#include <algorithm>

#include <fmt/format.h>

#include "assess/continuity.h"
#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/recovery_words.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

FieldView recovery_of(const RecordView& record) {
    if (record.is(kinds::asset)) return record[fields::asset::recovery];
    if (record.is(kinds::supplier)) return record[fields::supplier::recovery];
    if (record.is(kinds::site)) return record[fields::site::recovery];
    return record[fields::process::continuity];
}

// Another finding says it already: a provider is needed too, and a process that has to have an rto is asked for it.
bool told_elsewhere(const RecordView& record) {
    if (record.is(kinds::asset)) return !record.linked(fields::asset::provider).empty();
    if (!record.is(kinds::process)) return false;
    return std::ranges::count(impact_analysis(record).missing, "rto") > 0;
}

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const Recovery& recovery = context.facts.recovery();
    const OwnRecovery& own = recovery.own(record.record());
    const Demand& demand = recovery.demand(record.record());
    if (own.time || own.not_asked || own.uncertain || !demand.within_for.known()) return;
    if (!continuity_discipline(context.settings) || told_elsewhere(record)) return;
    const RecordView process = context.graph[demand.within_for];
    const bool is_process = record.is(kinds::process);
    const FieldView block = recovery_of(record);
    auto finding =
        continuity_finding(record, context, report, block && !block.inherited() ? block.key_span() : record.id_span(),
                           fmt::format("{} how soon {} is back, and process {} needs it within {}",
                                       is_process ? "no `rto` tells" : "nothing tells", kind_and_id(record),
                                       ticked(process), visible(demand.within.text())));
    if (!finding) return;
    finding->field(is_process ? "continuity.rto" : "recovery");
    finding->label(demand.within.span(), "how long the process can wait");
    if (is_process) {
        finding->help("add how soon it is to run again: `continuity: {rto: …}`");
        return;
    }
    finding->help(fmt::format(
        "add how soon it is back: `recovery: {{agreed: {}}}`, or `demonstrated` where a test has shown it; if the "
        "process can do without it for a while, say so with a `workaround` under its `needs`",
        visible(demand.within.text())));
}

}  // namespace

IMS_DEFINE_RULE(dependency_unknown) = {
    .kinds = {kinds::asset, kinds::supplier, kinds::site, kinds::process},
    .check_record = check,
    .page =
        R"(A process with an `rto` needs an asset, supplier, site or other process, directly or through what it needs, and nothing
tells how soon that is back: an asset, supplier or site states no `recovery` (nor does the provider of an asset), a
process no `rto`. Reported once, on the record that does not say it, with the process that can wait least. Not reported
where an alternative with a known time may stand in, of an asset that has a provider (the provider is reported), and of a
process that `impact-analysis-incomplete` asks for its rto. It speaks only where `business-continuity` is in force.

## Why it matters

An `rto` that stands on an unknown is a hope. ISO 22301 8.2.2 wants dependencies and their time frames known, 8.3.4 the
resources that a solution needs. Unknown is not zero: no other rule takes it for quick.

## How to mend it

Ask the supplier, read the agreement, or try it out; then write `recovery: {agreed: 4 h}` or `demonstrated: 6 h`. `0 h`
is an answer. If the process can go on without it for a while, say so with a `workaround`, and whatever stands in with
`alternatives`, under its `needs`. To accept it for a while, add an entry to `exceptions` of the record with `rule`,
`reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
continuity: {rto: 8 h}
assets: [till]
# file: assets/till.yaml
asset: till
title: Till
type: system
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
continuity: {rto: 8 h}
assets: [till]
# file: assets/till.yaml
asset: till
title: Till
type: system
recovery: {agreed: 4 h}
)"};

}  // namespace ims
