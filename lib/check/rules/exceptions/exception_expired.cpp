#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const CheckContext& context, Reporter& report) {
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

IMS_DEFINE_RULE(exception_expired) = {
    .check_folder = check,
    .page =
        R"(An exception is past its `until`, and what it accepted is still there, so its finding is reported again. On
the last day itself it still holds. If the gap was closed in time, or another exception accepts it now, nothing comes
back, and only `exception-unused` says that the entry can go.

## Why it matters

To accept a gap for a while is a decision with a date: until then it should be closed. When the day passes in silence, a
decision for three months becomes one for good, and nobody has taken it. The standards ask for actions to be taken and
their effect to be looked at (clauses 6.1 and 10).

## How to mend it

Close the gap and take the exception out. If it needs more time, let whoever may accept it decide again, and write the
new day and reason. What is wrong with an exception cannot be accepted by another; the rule can be regraded or turned
off under `check.rules` in ims.yaml.
)",
    .bad = R"(role: driver
title: Driver
holders: 0
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
exceptions:
  - {rule: vacant-role, reason: A new driver begins in spring, by: owner, until: 2026-04-30}
---
role: owner
title: Shop owner
)",
    .good = R"(role: driver
title: Driver
holders: 0
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
exceptions:
  - {rule: vacant-role, reason: A new driver begins in summer, by: owner, until: 2026-07-31}
---
role: owner
title: Shop owner
)"};

}  // namespace ims
