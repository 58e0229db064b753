#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Why an exception for a rule or family can have no effect whatever is found; empty where it could.
std::string futility(std::string_view name, const Settings& settings) {
    bool fixed = true, off = true, own = true;
    for (const RuleEntry& each : rule_entries()) {
        if (each.name != name && each.family != name) continue;
        own = own && each.family == "exceptions";
        if (each.fixedness == Fixedness::fixed) continue;
        fixed = false;
        off = off && !settings.grade(each.id);
    }
    const bool family = is_family(name);
    if (own) return "what is wrong with an exception cannot be accepted by another";
    if (fixed)
        return family ? "its rules find what makes records untrustworthy, which cannot be accepted"
                      : "it finds what makes records untrustworthy, which cannot be accepted";
    if (off) return family ? "its rules are turned off in ims.yaml" : "the rule is turned off in ims.yaml";
    return {};
}

void check_record(const RecordView& record, const CheckContext& context, Reporter& report) {
    std::uint32_t number = 0;
    for (const FieldView exception : record[fields::exceptions].children()) {
        const auto found = context.used_exceptions->find({record.record(), number++});
        const ExceptionUse use = found == context.used_exceptions->end() ? ExceptionUse{} : found->second;
        const std::string_view name = exception[fields::exceptions.rule].text();
        // What stands in `defaults` of ims.yaml is said of many records, and need not serve each.
        if (use.silenced || use.lapsed || exception.inherited() || !(find_rule(name) || is_family(name))) continue;
        const std::string why = futility(name, context.settings);
        // Something that could not be read may be what it accepts.
        if (why.empty() && !use.too_narrow && context.graph.anything_unread()) continue;
        auto finding = report.at(record, exception[fields::exceptions.rule],
                                 fmt::format("the exception for `{}` accepts nothing", visible(name)));
        finding.field(fmt::format("exceptions[{}]", name));
        if (!why.empty()) finding.note(why);
        else if (use.too_narrow) finding.note("it names disciplines, and this finding does not speak of any");
        else finding.note("nothing of the kind is found here, or another exception accepts it");
        finding.help(why.empty() && use.too_narrow ? "take `disciplines` out of it" : "take it out");
    }
}

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        // Some rules look at drafts only once they are in force.
        if (record.active() && record.has(fields::exceptions)) check_record(record, context, report);
    }
}

}  // namespace

IMS_DEFINE_RULE(exception_unused) = {
    .check_folder = check,
    .page =
        R"(An exception accepts nothing: its rule finds nothing on this record, another exception accepts it already, or
it names disciplines while the finding does not speak of any. Nor can an exception accept what makes records
untrustworthy, what is wrong with exceptions, or a rule that is turned off. Exceptions on drafts, those under `defaults`
of ims.yaml, and those in a folder of which something could not be read are not looked at.

## Why it matters

Good news, mostly: what was accepted is mended. But an exception that stays lies in wait, and would hide the gap if it
came back; and whoever reads the list of what was accepted, in a management review or an audit (clauses 9.2 and 9.3),
takes it for a gap that is there.

## How to mend it

Take the entry out; the history of the file keeps it. If it names disciplines for a rule that does not go by them, take
`disciplines` out of it. What is wrong with an exception cannot be accepted by another; the rule can be regraded or
turned off under `check.rules` in ims.yaml.
)",
    .bad = R"(role: driver
title: Driver
holders: 2
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
exceptions:
  - {rule: vacant-role, reason: A new driver begins in spring, by: owner, until: 2026-12-31}
---
role: owner
title: Shop owner
)",
    .good = R"(role: driver
title: Driver
holders: 2
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
---
role: owner
title: Shop owner
)"};

}  // namespace ims
