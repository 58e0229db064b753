#include <fmt/format.h>

#include "check/exception_words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::exception_unused {
namespace {

// Why an exception for a rule or family can have no effect whatever is found; empty where it could.
Message futility(std::string_view name, const CheckContext& context) {
    bool fixed = true, off = true, own = true;
    for (const RuleEntry& each : context.rules.entries()) {
        if (each.name != name && each.family != name) continue;
        own = own && each.family == "exceptions";
        if (each.fixedness == Fixedness::fixed) continue;
        fixed = false;
        off = off && !context.settings.grade(each);
    }
    const bool family = context.rules.has_family(name);
    if (own) return "what is wrong with an exception cannot be accepted by another";
    if (fixed)
        return family ? Message("[[its rules find ]]what makes records untrustworthy[[, which]] cannot be accepted")
                      : Message("[[it finds ]]what makes records untrustworthy[[, which]] cannot be accepted");
    if (off)
        return family ? Message("[[its rules are turned off in ims.yaml|nothing of the kind is looked for here]]")
                      : Message("[[the rule is turned off in ims.yaml|nothing of the kind is looked for here]]");
    return {};
}

void check_record(const RecordView& record, const CheckContext& context, Reporter& report) {
    std::uint32_t number = 0;
    for (const FieldView exception : record[fields::exceptions].children()) {
        const auto found = context.used_exceptions->find({record.record(), number++});
        const ExceptionUse use = found == context.used_exceptions->end() ? ExceptionUse{} : found->second;
        const std::string_view name = exception[fields::exceptions.rule].text();
        // What stands in `defaults` of ims.yaml is said of many records, and need not serve each.
        const bool known = context.rules.find(name) || context.rules.has_family(name);
        if (use.silenced || use.lapsed || exception.inherited() || !known) continue;
        const Message why = futility(name, context);
        // Something that could not be read may be what it accepts.
        if (why.empty() && !use.too_narrow && context.graph.anything_unread()) continue;
        const FieldView rule = exception[fields::exceptions.rule];
        auto finding = report.at(record, rule,
                                 "[[the exception for {0} accepts nothing|an exception of {1} {2} accepts nothing: it "
                                 "was to accept {0}]]",
                                 told_accepted(rule, context.rules, report.arena()), in_words(record.kind()), record);
        finding.field(fmt::format("exceptions[{}]", name)).because(record.record());
        const bool narrow = why.empty() && use.too_narrow;
        finding.fix(narrow ? std::nullopt : fix_that_withdraws(record, exception, context, report.arena()));
        if (!why.empty()) finding.note(why);
        else if (use.too_narrow) finding.note("it names disciplines, and this finding does not speak of any");
        else finding.note("nothing of the kind is found here, or another exception accepts it");
        finding.help(narrow ? Message("[[take `disciplines` out of it|let it hold whatever the discipline]]")
                            : Message("[[take it out|withdraw it]]"));
    }
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        // Some rules look at drafts only once they are in force.
        if (record.active() && record.has(fields::exceptions)) check_record(record, context, report);
    }
}

}  // namespace ims::rules::exception_unused
