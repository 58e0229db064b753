// SARIF, with the limit of hosts as a number that tests can lower.
#pragma once

#include <cstddef>

#include "output/format.h"

namespace ims {

// Of more results than `most` the gravest are written, and a notification says how many were left out.
void write_sarif(const CheckResult& result, const Style& style, const Sink& sink, std::size_t most);

}  // namespace ims
