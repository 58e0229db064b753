#include <algorithm>

#include <fmt/format.h>

#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::risk_without_process {

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    for (const Field field : {own::processes, own::assets, own::sites, own::suppliers}) {
        if (!risk.lacks(field)) return;
    }
    const std::string_view noun_of = noun(context.facts.risk(risk.record()).type);
    report.on(risk, fmt::format("{} {} is linked to no process, asset, site or supplier", noun_of, ticked(risk)))
        .field("processes")
        .note("so it concerns nobody's work: no process addresses it, and no role is asked about it")
        .help(fmt::format("say where it can happen: `processes: […]`, `assets`, `sites` or `suppliers` here, or "
                          "`risks: [{}]` there",
                          risk.id()));
}

}  // namespace ims::rules::risk_without_process
