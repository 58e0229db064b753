// What is said about each mistake in the text of a file, and by which rule: the one place for the words of this stage,
// and the only one of it that knows rules.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/rule_id.h"
#include "yaml/tree.h"

namespace ims {

RuleId rule_of(Mistake mistake);

// Constants but for the message.
struct YamlWords {
    RuleId rule{};
    std::string message;
    std::string_view help;
    std::string_view related;  // what stands at the related place; empty: there is none
};

// Of one of the tree's problems. `bytes` are those that the tree was built from.
YamlWords words_of(const YamlProblem& problem, const YamlTree& tree, std::string_view bytes);

}  // namespace ims
