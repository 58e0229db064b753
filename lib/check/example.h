// The examples of the rules' pages as files: what a page shows is what the tests check.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace ims {

// The files of an example by path: each begins with a line `# file: roles/driver.yaml`, which is not part of it; text
// before the first such line is `records.yaml`. The standard ims.yaml is added where the example has none of its own.
std::map<std::string, std::string> example_files(std::string_view example);

}  // namespace ims
