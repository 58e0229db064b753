#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::significance_unexplained {

void check(const RecordView& aspect, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    if (!context.facts.risk(aspect.record()).significant) return report.not_asked(aspect);
    if (aspect.has(own::criterion)) return;
    report.at(aspect, aspect[own::significant], "nothing says why [[|environmental ]]aspect {} is significant", aspect)
        .field("criterion")
        .asks_for(aspect, {own::criterion})
        .note("so nobody can tell whether another aspect would be too, or when this one no longer is")
        .help("[[add `criterion: …`:|say]] by which of your criteria it was judged, and what was found");
}

}  // namespace ims::rules::significance_unexplained
