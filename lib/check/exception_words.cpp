#include "check/exception_words.h"

#include <algorithm>

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

}  // namespace ims
