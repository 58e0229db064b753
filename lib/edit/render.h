// A fix as the bytes that it writes: what whoever shows a fix needs. Nothing is read again here, so that it can be
// asked for every finding; whoever writes files asks edit/apply.h, which also looks at what came of it.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/analyze.h"

namespace ims {

// The bytes at `span` become `text`.
struct Edit {
    Span span;
    std::string text;
};

// In the order of their places; none overlaps another. An error says in plain words why a program better keeps its
// hands off: no such value stands there any more, or an alias elsewhere would say something else too.
Result<std::vector<Edit>> render(const Analysis& analysis, const Fix& fix);

}  // namespace ims
