// Words that people write for a kind or a field, and that are none.
#pragma once

#include <string>
#include <string_view>

#include "schema/schema.h"

namespace ims {

// "`hazard` is a type of risk: ims new risk wet-floor --set type=hazard", of a word that the field `type` of some kind
// takes; empty where none does. `id`: of the record, may be empty.
std::string type_called(const Schema& schema, std::string_view word, std::string_view id);

// The field of the kind that is meant by a name that none of its fields has: `deputies` for `deputy`, `likelihood` for
// `probability`; empty where nobody knows.
std::string_view field_meant(const KindSpec& kind, std::string_view name);

}  // namespace ims
