// What `ims explain` says of a word: of a rule or a family of rules, a kind of record, a field, a word that fields
// take, a type of values, a discipline, a standard or a clause of one.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "engine/analyze.h"
#include "output/format.h"

namespace ims {

// Where words are looked up: what is built in, and what the folder adds where there is one.
struct LookUp {
    const RuleSet& rules;
    const Schema& schema;
    const Settings& settings;  // outside of any folder, those of an empty ims.yaml
    bool in_folder = false;
    // The records of the folder, if there is one, with every catalogue of a standard. Asked only where a word may be
    // about them, since reading them takes a while.
    std::function<Result<const Analysis*>()> standards;
    // That whoever asks knows besides: offered where they are nearest to a word that says nothing.
    std::vector<std::string_view> more_names = {};
};

// What a word says, and at the end what else it may mean. An error where it says nothing, with the nearest word.
Result<std::string> explain(std::string_view word, const LookUp& look_up, const Style& style);

// Whether a word says anything that is known without a look at records.
bool is_explained(std::string_view word, const LookUp& look_up);

// A rule's page: what it finds, why that matters, an example with what is said of it, the same mended, what to do. What
// the example's finding says comes from a real run over it.
std::string explain_rule(const RuleSet& rules, RuleId rule, const Style& style);

// The same for hosts that show it beside what was found, without what a run says of the example.
struct RuleHelp {
    std::string finds;     // what the rule finds: a paragraph on one line
    std::string text;      // the whole page without mark-up
    std::string markdown;  // the whole page
};
RuleHelp rule_help(const RuleSet& rules, RuleId rule);

// What values of this shape are, after "takes": "one or several, each the id of a role".
std::string told_to_take(const Shape& shape);

}  // namespace ims
