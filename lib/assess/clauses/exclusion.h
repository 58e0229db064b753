// Which clauses a standard lets nobody leave out.
#pragma once

#include "assess/clauses/clauses.h"

namespace ims {

// False where the catalogue says so (`excludable: no`) of the clause, or of a heading above it.
bool may_be_left_out(const StandardFacts& standard, const Clause& clause);

// Left out by a statement of applicability, for a reason, and the standard lets it.
bool is_left_out(const StandardFacts& standard, const Clause& clause);

}  // namespace ims
