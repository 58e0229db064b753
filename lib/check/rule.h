// How a rule looks: one file in rules/<family>/ defines one `Rule` with its page, its two examples and its check.
//
//     namespace ims {
//     static void check(const RecordView& role, const CheckContext& context, Reporter& report) { … }
//     const Rule rules::vacant_role = {
//         .id = RuleId::vacant_role, .kinds = {kinds::role}, .check_record = check,
//         .page = R"(…)", .bad = R"(…)", .good = R"(…)"};
//     }
//
// The name comes from rules.def; a file without a line there does not compile, a line without a file does not link.
#pragma once

#include <functional>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "assess/facts.h"
#include "check/reporter.h"
#include "link/graph.h"

namespace ims {

// All that a rule may read.
struct CheckContext {
    const Graph& graph;
    const Facts& facts;
    const Settings& settings;
    Date today;
    // Which exceptions of which record were of use; only for the family exceptions, which runs last.
    const UsedExceptions* used_exceptions = nullptr;
};

struct Rule {
    RuleId id;
    // Called once for each active or draft record of these kinds…
    std::vector<KindId> kinds = {};
    void (*check_record)(const RecordView&, const CheckContext&, Reporter&) = nullptr;
    // …or once for the whole folder. Neither: an earlier stage finds it, and here is only its page.
    void (*check_folder)(const CheckContext&, Reporter&) = nullptr;
    // Markdown: "What it finds" as a first paragraph, then `## Why it matters` (with the clause), `## How to mend it`
    // (which also says how to accept it). The examples are added between them.
    std::string_view page = {};
    // A few small files under `# file: name` lines (see example.h). A `# file: ims.yaml` replaces the standard one,
    // which puts five disciplines in force. The bad one reports at least this rule, the good one, the same example
    // mended, does not. Empty only where no text can show it.
    std::string_view bad = {};
    std::string_view good = {};
};

namespace rules {
#define IMS_RULE(identifier, family, grade, fixedness, summary) extern const Rule identifier;
#include "diagnostics/rules.def"
#undef IMS_RULE
}  // namespace rules

// In the order of rules.def.
const std::vector<const Rule*>& all_rules();
const Rule& rule(RuleId id);

// The ims.yaml that stands behind the examples of the pages.
std::string_view example_settings();

}  // namespace ims
