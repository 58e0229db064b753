#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::process_without_owner {

void check(const RecordView& process, const CheckContext&, Reporter& report) {
    if (process.has(fields::owner)) return;
    report.on(process, "process {} has no owner", process)
        .note("so nobody answers for its results or decides on a change")
        .help("[[add `owner: ` and the role that|decide which role]] answers for it")
        .field("owner")
        .asks_for(process, {fields::owner});
}

}  // namespace ims::rules::process_without_owner
