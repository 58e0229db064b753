#include <algorithm>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

std::vector<std::string_view> rules_and_families() {
    std::vector<std::string_view> names;
    for (const RuleEntry& each : rule_entries()) {
        names.push_back(each.name);
        if (std::ranges::find(names, each.family) == names.end()) names.push_back(each.family);
    }
    return names;
}

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (record.retired()) continue;
        for (const FieldView exception : record[fields::exceptions].children()) {
            const FieldView rule = exception[fields::exceptions.rule];
            const std::string_view name = rule.text();
            if (!rule || rule.invalid() || find_rule(name) || is_family(name)) continue;
            auto finding = report.at(record, rule, fmt::format("there is no rule `{}`", visible(shorten(name, 60))));
            finding.field("exceptions.rule").key(std::string(name)).note("so this exception accepts nothing");
            if (const auto near = nearest(name, rules_and_families())) {
                finding.help(fmt::format("did you mean `{}`?", *near));
                finding.fix(
                    Fix{fmt::format("write `{}`", *near), Fix::Safety::unsafe, {{rule.span(), std::string(*near)}}});
            } else {
                finding.help("write the name that stands in brackets in the finding; `ims rules` lists them all");
            }
        }
    }
}

}  // namespace

IMS_DEFINE_RULE(exception_unknown_rule) = {
    .check_folder = check,
    .page =
        R"(An exception names a rule that does not exist, so it accepts nothing. The nearest name is suggested. The name
of a family, such as `continuity`, accepts the findings of all its rules.

## Why it matters

Somebody decided to accept a gap, and the decision has no effect: one wrong letter, and the finding stays. Or worse, a
reader takes it for accepted and looks no further. What was decided has to be readable later (clause 7.5).

## How to mend it

Write the name that the help line suggests, or the one that stands in brackets in the finding which you mean to accept.
`ims rules` lists all names. It cannot be accepted or turned off.
)",
    .bad = R"(role: driver
title: Driver
holders: 0
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
exceptions:
  - {rule: vacant-rule, reason: A new driver begins in summer, by: owner, until: 2026-07-31}
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
