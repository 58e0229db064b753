#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
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
                fmt::format("{} {} excludes {} without a reason", record.kind_name(), ticked(record), entry.key()))
            .about(context.settings, DisciplineSet::of(*discipline))
            .field("not_applicable")
            .key(std::string(entry.key()))
            .help(fmt::format("say why in a sentence: `{}: …`, or take the line out", entry.key()));
    }
}

}  // namespace ims::rules::unexplained_exclusion
