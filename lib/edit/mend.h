// Of the fixes of many findings those that go together, as the files that they make: one round of mending. What meets
// another fix at a place has to wait until that one is written, and the folder is analysed again.
#pragma once

#include <cstdint>
#include <span>
#include <tuple>
#include <vector>

#include "base/result.h"
#include "edit/apply.h"
#include "engine/analyze.h"

namespace ims {

struct RefusedFix {
    const Finding* finding = nullptr;
    Error why;
};

struct Mending {
    std::vector<ChangedFile> files;       // each once, in their order
    std::vector<const Finding*> mended;   // whose fixes stand in them, each as a whole
    std::vector<const Finding*> waiting;  // whose fixes stand in none, and may in the next round
    std::vector<RefusedFix> refused;      // that a program had better not write, and why
};

// Earlier findings go before later ones. A file that holds a document which cannot be read is left alone.
// Requires: each finding has a fix, and outlives the result.
Mending mend(const Analysis& analysis, std::span<const Finding* const> findings);

// A place in a map that a fix would make, or what else it asks for.
using AskedPlace = std::tuple<FileId, std::uint32_t, Field>;
// Of a fix that asks, each once.
std::vector<AskedPlace> places_asked(const Fix& fix);

}  // namespace ims
