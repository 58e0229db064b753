// Names on a command line, of rules and of records: found, or an error with the nearest one.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostics/rule_book.h"
#include "link/graph.h"
#include "settings/settings.h"

namespace ims {

// Rules and families, given one by one or separated by commas. `option` begins the message where it names one.
Result<std::set<RuleId>> read_rules(const RuleBook& book, std::string_view option,
                                    const std::vector<std::string>& words);

// A kind of records by its name or its plural. `others`: what may be written instead.
Result<KindId> read_kind(const Schema& schema, std::string_view word, const std::vector<std::string_view>& others = {});

// `role/cashier`, or `cashier` where only one record has that id.
Result<RecordId> read_record(const Graph& graph, std::string_view word);

// A record of this kind: `cashier`, or `role/cashier`.
Result<RecordId> read_record_of(const Graph& graph, KindId kind, std::string_view word);

// A discipline that is in force.
Result<Discipline> read_discipline(const Settings& settings, std::string_view option, std::string_view name);

}  // namespace ims
