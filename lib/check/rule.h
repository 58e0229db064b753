// All that the code of a rule needs. A rule `vacant-role` is a page, rules/<family>/vacant-role.md, and beside it
// vacant-role.cpp:
//
//     namespace ims::rules::vacant_role {
//     void check(const RecordView& role, const CheckContext& context, Reporter& report) { … }
//     }  // namespace ims::rules::vacant_role
//
// The page says which kinds of records it is called for; where it says `folder`, it is called once, without a record.
#pragma once

#include <set>
#include <string_view>
#include <vector>

#include "assess/facts/facts.h"
#include "check/reporter.h"
#include "link/graph.h"

namespace ims {

// All that a rule may read.
struct CheckContext {
    const Graph& graph;
    const Facts& facts;
    const Settings& settings;
    const RuleBook& rules;
    Date today;
    // Which exceptions of which record were of use; only for the family exceptions, which runs last.
    const UsedExceptions* used_exceptions = nullptr;
    // Files in which fixed rules, or earlier stages, found something: what they say may not be what was meant. For the
    // same family.
    const std::set<FileId>* misread = nullptr;
};

}  // namespace ims
