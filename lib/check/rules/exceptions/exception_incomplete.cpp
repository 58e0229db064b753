#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// At the rule's name, or where the entry begins.
Span place_of(const FieldView& exception) {
    if (const FieldView rule = exception[fields::exceptions.rule]) return rule.span();
    return exception.children().empty() ? exception.span() : (*exception.children().begin()).key_span();
}

void check_record(const RecordView& record, const CheckContext& context, Reporter& report) {
    std::uint32_t number = 0;
    for (const FieldView exception : record[fields::exceptions].children()) {
        const auto use = context.used_exceptions->find({record.record(), number++});
        if (!exception.is(ValueType::map)) continue;
        std::vector<std::string_view> missing, to_add;
        const auto ask = [&](Field field, std::string_view name, std::string_view what) {
            if (exception[field]) return;
            missing.push_back(name);
            to_add.push_back(what);
        };
        ask(fields::exceptions.rule, "rule", "`rule: NAME` (whose finding is accepted)");
        ask(fields::exceptions.reason, "reason", "`reason: …` (why)");
        ask(fields::exceptions.by, "by", "`by: ROLE` or `by: person/ID` (who accepted it)");
        // What is grave may be accepted for a time only.
        const bool grave = use != context.used_exceptions->end() && use->second.silenced >= Grade::high;
        if (grave) ask(fields::exceptions.until, "until", "`until: YYYY-MM-DD` (its last day)");
        if (missing.empty()) continue;
        auto finding = report.at(record, place_of(exception),
                                 fmt::format("this exception lacks {}", join_names(missing, Ticks::yes)));
        finding.field(fmt::format("exceptions[{}]", exception[fields::exceptions.rule].text()));
        if (missing.back() == "until")
            finding.note(fmt::format("it accepts a finding of grade {}, which cannot be for good",
                                     to_string(*use->second.silenced)));
        finding.help("add " + join_names(to_add, Ticks::no));
    }
}

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (!record.retired() && record.has(fields::exceptions)) check_record(record, context, report);
    }
}

}  // namespace

IMS_DEFINE_RULE(exception_incomplete) = {
    .check_folder = check,
    .page =
        R"(An exception does not say which rule, why, or by whom it was accepted; or it accepts a finding of grade high
or error without a last day, `until`. What counts is the grade of the finding here: a rule that reports some records as
medium and others as high asks for `until` only at the latter.

## Why it matters

To accept a gap is a decision, and a decision that nobody can trace is none: who took it, on what grounds, and when will
it be looked at again? ISO/IEC 27001 asks for risks to be accepted by their owners (6.1.3), and every standard for what
was decided to be kept as evidence (7.5). What is grave is accepted for a time, not for good.

## How to mend it

Add what is missing: `reason` (a sentence that convinces a stranger), `by` (the role or person who may decide it, not the
one who wants it) and, for what is grave, `until`. An exception that nobody stands behind is better taken out. It cannot
be accepted or turned off.
)",
    .bad = R"(role: driver
title: Driver
holders: 0
responsibilities: [{does: Brings the flowers, disciplines: [quality]}]
exceptions:
  - {rule: vacant-role, reason: A new driver begins in summer}
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
