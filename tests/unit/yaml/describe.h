// A tree in one line, each node as the bytes that its span covers, so that a test reads like the file it is about.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/rule_id.h"
#include "yaml/tree.h"

namespace ims::test {

// `<span>` of a scalar, and `=text` behind it where the text is not the span's bytes; `<>@offset` where a value is
// empty;
// `*span->node` for an alias; `{key: value}` and `[item, item]` with `@begin-end`; `&` before what is anchored.
// Documents are separated by ` --- `; one without content is `none`, one that could not be read `broken`.
std::string describe(const YamlTree& tree, std::string_view bytes);

// `rule <span>` for every problem, separated by `; `.
std::string describe_problems(const YamlTree& tree, std::string_view bytes);

// What is said of every problem, separated by ` | `: `message; help`, and ` (related <span>)` where there is such a
// place.
std::string describe_words(const YamlTree& tree, std::string_view bytes);

// What is said of one of them to whoever edits the file.
struct ProblemWords {
    RuleId rule{};
    std::string message;
    std::string help;
    std::string related;  // empty: there is no related place
};
ProblemWords problem_words(const YamlProblem& problem, const YamlTree& tree, std::string_view bytes);

// What a tree must hold whatever the bytes were. Empty, or what is wrong.
std::string find_flaw(const YamlTree& tree, std::string_view bytes);

// The text at a scalar's span, read by itself, is the scalar's text again; else that span. Requires: the tree has no
// problems.
std::string find_unstable_span(const YamlTree& tree, std::string_view bytes);

}  // namespace ims::test
