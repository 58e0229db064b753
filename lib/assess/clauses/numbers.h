// How messages name many clauses at once.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "assess/clauses/clauses.h"
#include "base/counted_names.h"

namespace ims {

// The numbers of these clauses, in few words: a heading's where all below it are among them, and "A.5.9 to A.5.37" for
// three or more that follow each other. Each knows how many clauses it stands for.
std::vector<CountedName> ranges(const StandardFacts& standard, std::span<const std::size_t> clauses);

// The same in a sentence; what does not fit is counted in clauses.
Message told_numbers(const StandardFacts& standard, std::span<const std::size_t> clauses, Arena& arena,
                     Written written = Written::plain, std::size_t limit = 12);

}  // namespace ims
