#include "assess/concerns/obligations.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::obligation_unapplied {

void check(const RecordView& obligation, const CheckContext&, Reporter& report) {
    namespace own = fields::obligation;
    if (!applies(obligation) || is_everywhere(obligation)) return report.not_asked(obligation);
    if (obligation[own::everywhere].invalid()) return;
    for (const Field field : {own::processes, own::assets, own::sites}) {
        if (!obligation.lacks(field)) return;
    }
    report.on(obligation, "obligation {} is tied to no process, asset or site", obligation)
        .field("processes")
        .asks_for(obligation, {fields::obligation::processes})
        .note("so it concerns nobody's work: no process addresses it, and no role is asked about it")
        .help(
            "say where it has to be met: [[`processes: […]`, `assets` or `sites` here, or `obligations` there; a duty "
            "of the whole organisation says `everywhere: yes`, and one that does not bind you `applies: no` with "
            "`why_not`|in which processes, with which assets or at which sites; if it binds the whole organisation, or "
            "does not bind it, say so]]");
}

}  // namespace ims::rules::obligation_unapplied
