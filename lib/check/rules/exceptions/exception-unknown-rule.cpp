#include "base/nearest.h"
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
            auto finding = report.at(record, rule,
                                     "[[there is no rule {0}|what an exception of {1} {2} accepts is nothing that is "
                                     "looked for]]",
                                     quoted(name, 60), in_words(record.kind()), record);
            finding.field("exceptions.rule").key(std::string(name)).note("so this exception accepts nothing");
            if (const auto near = nearest(name, context.rules.names())) {
                finding.suggest(*near);
                // Readers know no names of rules.
                if (const auto meant = context.rules.find(*near))
                    finding.help("[[did you mean {0}?|find out whether it was to accept that {1}]]", quoted(*near),
                                 context.rules[*meant].summary);
            } else {
                finding.help(
                    "[[write the name that stands in brackets in the finding; `ims rules` lists them all|"
                    "say which finding it accepts, or withdraw it]]");
            }
        }
    }
}

}  // namespace ims::rules::exception_unknown_rule
