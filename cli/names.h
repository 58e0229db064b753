// Names on a command line, of rules and of records: found, or an error with the nearest one.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostics/rule_book.h"
#include "link/graph.h"

namespace ims {

// Rules and families, given one by one or separated by commas. `option` begins the message where it names one.
Result<std::set<RuleId>> read_rules(const RuleBook& book, std::string_view option,
                                    const std::vector<std::string>& words);

// A kind by its name or its plural.
Result<KindId> read_kind(const Schema& schema, std::string_view word);

// `role/cashier`, or `cashier` where only one record has that id.
Result<RecordId> read_record(const Graph& graph, std::string_view word);

}  // namespace ims
