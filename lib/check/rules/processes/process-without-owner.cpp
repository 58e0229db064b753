#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::process_without_owner {

void check(const RecordView& process, const CheckContext&, Reporter& report) {
    if (process.has(fields::owner)) return;
    report.on(process, fmt::format("process {} has no owner", ticked(process)))
        .note("so nobody answers for its results or decides on a change")
        .help("add `owner: ` and the role that answers for it")
        .field("owner");
}

}  // namespace ims::rules::process_without_owner
