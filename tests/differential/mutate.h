// Files damaged as people and programs damage them: bytes, lines, indentation.
#pragma once

#include <string>

#include "random.h"

namespace ims::test {

// One to three changes.
std::string mutate(std::string bytes, Random& random);

}  // namespace ims::test
