#include <fmt/format.h>

#include "check/exception_words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::exception_expired {

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        std::uint32_t number = 0;
        for (const FieldView exception : record[fields::exceptions].children()) {
            const auto use = context.used_exceptions->find({id, number++});
            if (use == context.used_exceptions->end() || !use->second.lapsed) continue;
            const FieldView rule = exception[fields::exceptions.rule];
            const FieldView until = exception[fields::exceptions.until];
            report
                .at(record, until,
                    "[[the exception for {0} ended on {1}, and its finding is back|"
                    "an exception of {2} {3} ended on {1}, and its finding is back: it accepted {0}]]",
                    told_accepted(rule, context.rules, report.arena()), *until.date(), in_words(record.kind()), record)
                .fix(fix_that_withdraws(record, exception, context, report.arena()))
                .field(fmt::format("exceptions[{}].until", rule.text()))
                .note("it was accepted for a time, which is over")
                .help(
                    "mend what it accepts[[ and take it out]], or have it accepted again [[with a new `until`|until "
                    "a later day]]");
        }
    }
}

}  // namespace ims::rules::exception_expired
