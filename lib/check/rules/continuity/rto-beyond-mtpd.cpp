#include <fmt/format.h>

#include "base/text.h"
#include "check/continuity_finding.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::rto_beyond_mtpd {

void check(const RecordView& process, const CheckContext& context, Reporter& report) {
    namespace own = fields::process;
    const FieldView block = process[own::continuity];
    const FieldView rto = block[own::continuity.rto];
    const FieldView mtpd = block[own::continuity.mtpd];
    if (!rto.duration() || !mtpd.duration()) return report.not_asked(process);
    if (*rto.duration() < *mtpd.duration()) return;
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

}  // namespace ims::rules::rto_beyond_mtpd
