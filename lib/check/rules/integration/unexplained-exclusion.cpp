#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unexplained_exclusion {

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (!record.has(fields::not_applicable)) return report.not_asked(record);
    for (const FieldView entry : record[fields::not_applicable].children()) {
        // A discipline that is not in force is reported as such.
        const auto discipline = context.settings.find(entry.key());
        if (entry.invalid() || !discipline || !trim(entry.text()).empty()) continue;
        report
            .at(record, entry.key_span(),
                "[[{0} {1} excludes {2} without a reason|nothing says why {2} does not apply to {0} {1}]]",
                record.kind(), record, *discipline)
            .about(context.settings, DisciplineSet::of(*discipline))
            .field("not_applicable")
            .key(std::string(entry.key()))
            .help("say why in a sentence[[: `{}: …`, or take the line out|, or give up the exclusion]]", *discipline);
    }
}

}  // namespace ims::rules::unexplained_exclusion
