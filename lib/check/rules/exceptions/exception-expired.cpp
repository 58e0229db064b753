#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::exception_expired {

void check(const CheckContext& context, Reporter& report) {
    for (const auto& [place, use] : *context.used_exceptions) {
        if (!use.lapsed) continue;
        const RecordView record = context.graph[place.first];
        std::uint32_t number = 0;
        for (const FieldView exception : record[fields::exceptions].children()) {
            if (number++ != place.second) continue;
            const std::string rule(exception[fields::exceptions.rule].text());
            const FieldView until = exception[fields::exceptions.until];
            report
                .at(record, until,
                    fmt::format("the exception for `{}` ended on {}, and its finding is back", visible(rule),
                                to_string(*until.date())))
                .field(fmt::format("exceptions[{}].until", rule))
                .note("it was accepted for a time, which is over")
                .help("mend what it accepts and take it out, or have it accepted again with a new `until`");
        }
    }
}

}  // namespace ims::rules::exception_expired
