#include <vector>

#include <fmt/format.h>

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
        std::vector<Field> fields;
        std::vector<Message> missing;
        std::vector<Message> to_add;
        const auto ask = [&](Field field, Message name, Message what) {
            if (exception[field]) return;
            fields.push_back(field);
            missing.push_back(name);
            to_add.push_back(what);
        };
        ask(fields::exceptions.rule, "[[`rule`|the finding that it accepts]]",
            "[[`rule: NAME` (whose finding is accepted)|which finding is accepted]]");
        ask(fields::exceptions.reason, "[[`reason`|a reason]]", "[[`reason: …` (why)|why]]");
        ask(fields::exceptions.by, "[[`by`|the name of who accepted it]]",
            "[[`by: ROLE` or `by: person/ID` (who accepted it)|who accepted it]]");
        // What is grave may be accepted for a time only.
        const bool grave = use != context.used_exceptions->end() && use->second.silenced >= Grade::high;
        const bool endless = grave && !exception[fields::exceptions.until];
        if (grave)
            ask(fields::exceptions.until, "[[`until`|a last day]]",
                "[[`until: YYYY-MM-DD` (its last day)|until which day]]");
        if (missing.empty()) continue;
        auto finding = report.at(record, place_of(exception), "[[this exception|an exception of {1} {2}]] lacks {0}",
                                 missing, in_words(record.kind()), record);
        finding.field(fmt::format("exceptions[{}]", exception[fields::exceptions.rule].text()));
        finding.asks_for(record, exception, fields).because(record.record());
        if (endless) finding.note("it accepts a finding of grade {}, which cannot be for good", *use->second.silenced);
        finding.help("[[add|record]] {}", to_add);
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
