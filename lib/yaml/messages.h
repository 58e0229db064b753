// What is said about each mistake in the text of a file, and by which rule: the one place for the words of this stage,
// and the only one of it that knows rules.
#pragma once

#include <string_view>

#include "diagnostics/message.h"
#include "yaml/tree.h"

namespace ims {

RuleId rule_of(Mistake mistake);

struct YamlWords {
    RuleId rule{};
    Message message;
    Message help;
    Message related;  // what stands at the related place; empty: there is none
};

// Of one of the tree's problems, in `arena`. `bytes` are those that the tree was built from.
YamlWords words_of(const YamlProblem& problem, const YamlTree& tree, std::string_view bytes, Arena& arena);

}  // namespace ims
