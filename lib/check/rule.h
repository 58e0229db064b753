// How a rule looks: one file in rules/<family>/ defines one `Rule` with its page, its two examples and its check.
//
//     namespace ims {
//     static void check(const RecordView& role, const CheckContext& context, Reporter& report) { … }
//     IMS_DEFINE_RULE(vacant_role) = {.kinds = {kinds::role}, .check_record = check,
//                                     .page = R"(…)", .bad = R"(…)", .good = R"(…)"};
//     }
//
// Its name, family and grade stand in rules.def. A line without a file does not link; lib/CMakeLists.txt stops at a
// file without a line.
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

// A constant that another file can see has to be declared first, and a list of all rules in a header would compile
// every rule anew with each new one.
#define IMS_DEFINE_RULE(identifier) \
    namespace rules {               \
    extern const Rule identifier;   \
    }                               \
    const Rule rules::identifier

const Rule& rule(RuleId id);

// The ims.yaml that stands behind the examples of the pages.
std::string_view example_settings();

}  // namespace ims
