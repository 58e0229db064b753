#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::risk_without_process {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    for (const Field field : {own::processes, own::assets, own::sites, own::suppliers}) {
        if (!risk.lacks(field)) return;
    }
    report
        .on(risk, "{} {} is linked to no process, asset, site or supplier",
            noun(context.facts.risk(risk.record()).type), risk)
        .field("processes")
        .asks_for(risk, {fields::risk::processes})
        .note("so it concerns nobody's work: no process addresses it, and no role is asked about it")
        .help(
            "say where it can happen: [[`processes: […]`, `assets`, `sites` or `suppliers` here, or `risks: [{}]` "
            "there|in which processes, with which asset, at which site, or with which supplier]]",
            plain(risk));
}

}  // namespace ims::rules::risk_without_process
