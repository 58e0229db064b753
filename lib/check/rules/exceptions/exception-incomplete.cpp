#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::exception_incomplete {
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
        // Of one whose rule cannot be read nobody knows what it accepts.
        if (!exception.is(ValueType::map) || exception[fields::exceptions.rule].invalid()) continue;
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
        finding.because(record.record());
        if (missing.back() == "until")
            finding.note(fmt::format("it accepts a finding of grade {}, which cannot be for good",
                                     to_string(*use->second.silenced)));
        finding.help("add " + join_names(to_add, Ticks::no));
    }
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        if (!record.retired() && record.has(fields::exceptions)) check_record(record, context, report);
    }
}

}  // namespace ims::rules::exception_incomplete
