// What `ims retire` says of places that go on to name a record, and of what it takes along.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "edit/retire.h"

namespace ims {

// Before the places are listed: "2 places still name it, and may: they tell of the past".
std::string words_of_staying(Stays why, std::size_t count);

// "`role/seller` takes with it what it says itself: `responsibilities` (3); copy to …". `other`: the name of who takes
// over; may be empty. Requires: something is left.
std::string words_of_left(const std::vector<LeftField>& left, const std::string& name, const std::string& other);

}  // namespace ims
