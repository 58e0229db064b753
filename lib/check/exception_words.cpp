#include "check/exception_words.h"

#include <algorithm>
#include <utility>

#include "check/fixes.h"
#include "schema/fields.h"

namespace ims {

Message told_accepted(const FieldView& rule, const RuleBook& rules, Arena& arena) {
    const TextArgument name = quoted(rule.text());
    const auto found = rules.find(rule.text());
    const bool open = std::ranges::any_of(rules.entries(), [&](const RuleEntry& each) {
        return (each.name == rule.text() || each.family == rule.text()) && each.fixedness == Fixedness::open;
    });
    // What fixed rules find is the matter of whoever edits the records.
    if (!open) return make_message(arena, "[[{}|what makes records untrustworthy]]", name);
    return found ? make_message(arena, "[[{0}|that {1}]]", name, rules[*found].summary)
                 : make_message(arena, "[[{0}|all findings on {1}]]", name, plain(rule.text()));
}

std::optional<Fix> fix_that_withdraws(const RecordView& record, const FieldView& exception, const CheckContext& context,
                                      Arena& arena) {
    const std::optional<Date> until = exception[fields::exceptions.until].date();
    if (!until || *until >= context.today) return std::nullopt;
    const bool misread = context.misread->contains(record.file()) || context.misread->contains(context.settings.file);
    if (misread || context.graph.anything_unread()) return std::nullopt;
    auto operation = removal_of(record, exception);
    if (!operation) return std::nullopt;
    return Fix{
        make_message(arena, "take the exception for {} out", quoted(exception[fields::exceptions.rule].text(), 60)),
        Fix::Safety::unsafe,
        {std::move(*operation)}};
}

}  // namespace ims
