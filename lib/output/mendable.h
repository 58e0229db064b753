// Which of what was told a program can mend, for whoever counts it and whoever does it.
#pragma once

#include <cstddef>
#include <string>

#include "output/check_result.h"

namespace ims {

struct Mendable {
    std::size_t safe = 0;
    std::size_t unsafe = 0;   // without those that only ask
    std::size_t asking = 0;   // places that would be made for what somebody has to fill in
    std::size_t outside = 0;  // of all these, besides: would change files that were not asked for
    [[nodiscard]] bool none() const { return safe + unsafe + asking == 0; }
};

// Whether all that the fix changes was asked for.
bool is_inside(const CheckResult& result, const Fix& fix);

// Of the findings that people are told: those whose fix can be written as it stands.
Mendable count_mendable(const CheckResult& result);

// "2 can be mended with --fix, 3 more with --unsafe-fixes, which makes 4 places to fill in"; empty where there are
// none.
std::string told(const Mendable& mendable);

}  // namespace ims
