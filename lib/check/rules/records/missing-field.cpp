#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::missing_field {

// Fields that are needed only with a certain value of another one. All others are missed where records are read.
void check(const RecordView& record, const CheckContext&, Reporter& report) {
    if (record.is(kinds::risk) && record.word(fields::risk::type) != "aspect") report.not_asked(record);
    if (record.is(kinds::risk) && record.word(fields::risk::type) == "aspect" &&
        !record.has(fields::risk::significant)) {
        report.on(record, fmt::format("aspect {} does not say whether it is significant", ticked(record)))
            .help("add `significant: yes` or `significant: no`, and by which `criterion`")
            .field("significant")
            .because(record.record());
    }
    const bool applies = record[fields::obligation::applies].yes().value_or(true);
    if (record.is(kinds::obligation) && applies) report.not_asked(record);
    if (record.is(kinds::obligation) && !applies && !record.has(fields::obligation::why_not)) {
        report
            .at(record, record[fields::obligation::applies],
                fmt::format("obligation {} does not say why it does not apply", ticked(record)))
            .help("add `why_not: …`")
            .field("why_not")
            .because(record.record());
    }
}

}  // namespace ims::rules::missing_field
