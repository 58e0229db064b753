#include "check/continuity_finding.h"
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
        equal ? report.say("the [[`rto`|recovery time objective]] of process {}, {}, is as long as its "
                           "[[`mtpd`|maximum tolerable period of disruption]]",
                           process, plain(rto))
              : report.say("the [[`rto`|recovery time objective]] of process {}, {}, is longer than its "
                           "[[`mtpd`|maximum tolerable period of disruption]] of {}",
                           process, plain(rto), plain(mtpd)),
        equal ? Grade::medium : Grade::error);
    if (!finding) return;
    finding->field("continuity.rto").label(mtpd.span(), "no longer bearable after this");
    finding->note(equal ? Message("the slightest delay makes the harm unbearable")
                        : Message("by then the harm is no longer bearable: one of the two is wrong"));
    finding->help(
        "[[state an `rto` that is shorter than the `mtpd`|set the objective shorter than that period]], and see to it "
        "that what the process needs keeps it");
}

}  // namespace ims::rules::rto_beyond_mtpd
