// The difference between two states of a file, as `diff -u` writes it and `git apply` takes it.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// `path`: from where it will be applied, with `/`. Lines end with `\n`: whatever stands before that, a `\r` too, is
// theirs. Three lines of each side stand around a change. Empty where the two are equal.
std::string unified_diff(std::string_view path, std::string_view before, std::string_view after);

}  // namespace ims
