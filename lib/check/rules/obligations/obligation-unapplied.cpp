#include <fmt/format.h>

#include "assess/concerns/obligations.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::obligation_unapplied {

void check(const RecordView& obligation, const CheckContext&, Reporter& report) {
    namespace own = fields::obligation;
    if (!applies(obligation)) return report.not_asked(obligation);
    for (const Field field : {own::processes, own::assets, own::sites}) {
        if (!obligation.lacks(field)) return;
    }
    report.on(obligation, fmt::format("obligation {} is tied to no process, asset or site", ticked(obligation)))
        .field("processes")
        .note("so it concerns nobody's work: no process addresses it, and no role is asked about it")
        .help(
            "say where it has to be met: `processes: […]`, `assets` or `sites` here, or `obligations` there; or "
            "`applies: no` with `why_not`");
}

}  // namespace ims::rules::obligation_unapplied
