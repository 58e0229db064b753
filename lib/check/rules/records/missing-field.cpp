#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::missing_field {

// Fields that are needed only with a certain value of another one. All others are missed where records are read.
void check(const RecordView& record, const CheckContext&, Reporter& report) {
    if (record.is(kinds::risk) && record.word(fields::risk::type) != "aspect") report.not_asked(record);
    if (record.is(kinds::risk) && record.word(fields::risk::type) == "aspect" &&
        !record.has(fields::risk::significant)) {
        report
            .on(record,
                "[[aspect {0} does not say whether it is significant|nothing says whether aspect {0} is significant]]",
                record)
            .help(
                "[[add `significant: yes` or `significant: no`, and by which `criterion`|decide whether it is "
                "significant, and by which criterion]]")
            .field("significant")
            .asks_for(record, {fields::risk::significant, fields::risk::criterion})
            .because(record.record());
    }
    const bool applies = record[fields::obligation::applies].yes().value_or(true);
    if (record.is(kinds::obligation) && applies) report.not_asked(record);
    if (record.is(kinds::obligation) && !applies && !record.has(fields::obligation::why_not)) {
        report
            .at(record, record[fields::obligation::applies],
                "[[obligation {0} does not say why it does not apply|nothing says why obligation {0} does not apply]]",
                record)
            .help("[[add `why_not: …`|state why it does not apply]]")
            .field("why_not")
            .asks_for(record, {fields::obligation::why_not})
            .because(record.record());
    }
}

}  // namespace ims::rules::missing_field
