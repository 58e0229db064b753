#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::supplier;

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const FieldView ends = supplier[own::agreement][own::agreement.ends];
    const auto day = ends.date();
    if (!supplier.active() || !day || *day >= context.today) return;
    auto finding =
        report.at(supplier, ends,
                  fmt::format("the agreement with supplier `{}` ended on {}", visible(supplier.id()), to_string(*day)));
    finding.field("agreement.ends");
    const auto processes = context.facts.processes_needing(supplier.record());
    if (!processes.empty()) {
        finding.note(fmt::format("{} it: {}", processes.size() == 1 ? "a process needs" : "processes need",
                                 join_names(ids_of(context.graph, processes), Ticks::yes, 4)));
    }
    finding.help(
        "renew it and write the new last day under `agreement.ends`; if the supplier is not used any more, say "
        "`status: retired`");
}

}  // namespace

IMS_DEFINE_RULE(agreement_ended) = {
    .kinds = {kinds::supplier},
    .check_record = check,
    .page =
        R"(The last day of the agreement with a supplier, `agreement.ends`, has passed, and the supplier is still in force. An
agreement that ends today is still valid. A supplier without an agreement, or with one that has no end, is not reported;
drafts are not looked at.

## Why it matters

What was agreed on quality, on safety on your premises, on secrecy and on recovery times may not bind anybody after that
day. Requirements are to be agreed with suppliers in force: ISO 9001 8.4.3, ISO/IEC 27001 A.5.20, ISO 45001 8.1.4, ISO
22301 8.3. Personal data must not be handed to a processor without a contract in most countries.

## How to mend it

Renew the agreement and write the new day under `agreement.ends`. If it goes on until somebody cancels it, take `ends` out.
If you work with the supplier no longer, say `status: retired` and, where there is one, `replaced_by` the new one.

To accept it while you negotiate, add an entry to `exceptions` with `rule: agreement-ended`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: suppliers/web-host.yaml
supplier: web-host
title: The web host
provides: The shop's website
agreement: {reference: contract 2023/7, ends: 2026-03-31}
)",
    .good = R"(# file: suppliers/web-host.yaml
supplier: web-host
title: The web host
provides: The shop's website
agreement: {reference: contract 2026/2, ends: 2029-03-31}
)"};

}  // namespace ims
