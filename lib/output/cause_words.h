// What is said of a cause in one line.
#pragma once

#include <string>

#include "output/check_result.h"

namespace ims {

// Told as one thing, and by more than one finding of this view.
bool is_population(const Cause& cause);

// Of a population how many there are: "no obligation says who owns it: 572 of 572"; else what its first finding says,
// the reason why it is new before it. Safe to print.
std::string cause_words(const CheckResult& result, const Cause& cause);

}  // namespace ims
