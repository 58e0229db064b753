#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::exception_unknown_rule {

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (record.retired()) continue;
        for (const FieldView exception : record[fields::exceptions].children()) {
            const FieldView rule = exception[fields::exceptions.rule];
            const std::string_view name = rule.text();
            if (!rule || rule.invalid() || context.rules.find(name) || context.rules.has_family(name)) continue;
            auto finding = report.at(record, rule, fmt::format("there is no rule `{}`", visible(shorten(name, 60))));
            finding.field("exceptions.rule").key(std::string(name)).note("so this exception accepts nothing");
            if (const auto near = nearest(name, context.rules.names())) {
                finding.suggest(*near);
            } else {
                finding.help("write the name that stands in brackets in the finding; `ims rules` lists them all");
            }
        }
    }
}

}  // namespace ims::rules::exception_unknown_rule
