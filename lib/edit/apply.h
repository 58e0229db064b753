// The files that a fix changes, as they would be: made by the edits of edit/render.h, read again, and held against what
// they said. Whoever writes files writes these and nothing else.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "engine/analyze.h"

namespace ims {

struct ChangedFile {
    FileId file;
    std::string bytes;  // all of it
};

// Each file once, in their order. An error says why nothing should be written: no such value stands there any more, or
// something else would change too. Where nothing is refused, every other value reads as it did.
Result<std::vector<ChangedFile>> apply(const Analysis& analysis, const Fix& fix);

}  // namespace ims
