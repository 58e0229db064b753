#include <fmt/format.h>

#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    const FieldView block = process[own::continuity];
    const FieldView rto = block[own::continuity.rto];
    const FieldView mtpd = block[own::continuity.mtpd];
    if (!rto.duration() || !mtpd.duration() || *rto.duration() < *mtpd.duration()) return;
    const bool equal = *rto.duration() == *mtpd.duration();
    auto finding = continuity_finding(
        process, context, report, rto.span(),
        equal
            ? fmt::format("the `rto` of process {}, {}, is as long as its `mtpd`", ticked(process), visible(rto.text()))
            : fmt::format("the `rto` of process {}, {}, is longer than its `mtpd` of {}", ticked(process),
                          visible(rto.text()), visible(mtpd.text())),
        equal ? Grade::medium : Grade::error);
    if (!finding) return;
    finding->field("continuity.rto").label(mtpd.span(), "no longer bearable after this");
    finding->note(equal ? "the slightest delay makes the harm unbearable"
                        : "by then the harm is no longer bearable: one of the two is wrong");
    finding->help("state an `rto` that is shorter than the `mtpd`, and see to it that what the process needs keeps it");
}

IMS_DEFINE_RULE(rto_beyond_mtpd) = {
    .kinds = {kinds::process},
    .check_record = check,
    .page =
        R"(A process is to be back (`rto`) later than the harm of its standstill is bearable (`mtpd`). That is an error, for the two
contradict each other. Where they are equal it is reported as medium: there is no margin. The rule compares what is
written, whether `business-continuity` is in force or not; a value that is missing is the matter of
`impact-analysis-incomplete`.

## Why it matters

The recovery time objective is a promise to be back in time. One that ends after the maximum tolerable period of
disruption promises too little. ISO 22301 8.2.2 sets the prioritised time frames within the time after which impacts
become unacceptable.

## How to mend it

Ask which of the two is right. Mostly the `rto` has to be shorter; then look whether systems and suppliers keep it. Where
both are equal on purpose, add an entry to `exceptions` of the process with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {mtpd: 1 d, rto: 48 h}
)",
    .good = R"(# file: processes/deliver.yaml
process: deliver
title: Deliver flowers
continuity: {mtpd: 1 d, rto: 8 h}
)"};

}  // namespace ims
