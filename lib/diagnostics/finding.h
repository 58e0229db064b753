// What is wrong, where, why it matters and what to do: plain data. How it looks is up to lib/output.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/rule_id.h"
#include "source/source_map.h"

namespace ims {

class RuleBook;

// A related place: `text` says what stands there ("the risk", "first written here").
struct Label {
    Span span;
    std::string text;
};

struct Edit {
    Span span;
    std::string text;
};

// A mending that a program can do. `safe`: it cannot change what the author meant.
struct Fix {
    enum class Safety : std::uint8_t { safe, unsafe };
    std::string title;
    Safety safety = Safety::unsafe;
    std::vector<Edit> edits;  // none overlaps another
};

struct Finding {
    RuleId rule{};
    Grade grade = Grade::low;
    Span span;
    std::string message;             // lower case, no full stop, names between backticks
    std::vector<std::string> notes;  // what else was seen, why it matters
    std::string help;                // what to do; may be empty
    std::vector<Label> labels;
    std::optional<Fix> fix;
    std::string record;                    // its lasting name, `role/cashier`; empty where the finding is on none
    std::string field;                     // dotted path of the field, items by name; may be empty
    std::string key;                       // tells findings of one rule on one field apart; no number of a line
    std::vector<std::string> disciplines;  // which it is about, in the order of ims.yaml
};

// A record, setting or file that cannot be trusted: an error that an earlier stage than `check` finds. The caller adds
// what else it knows.
Finding& add_error(std::vector<Finding>& findings, RuleId rule, Span place, std::string message, std::string help = {});

// The finding's place is a slip of the pen for `near`: the help asks whether it was meant, the fix writes it there.
void suggest(Finding& finding, std::string_view near);
Fix fix_that_writes(Span place, std::string_view text);

// Order of every output: path, begin, end, grade (worst first), rule, message. Files are in path order, so their
// numbers stand for their paths. Equal findings (same rule, place and message) become one.
void sort_and_deduplicate(std::vector<Finding>& findings, const RuleBook& rules);

}  // namespace ims
