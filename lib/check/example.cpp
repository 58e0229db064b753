#include "check/example.h"

#include <algorithm>

#include "base/text.h"
#include "check/rule_set.h"

namespace ims {

std::map<std::string, std::string> example_files(std::string_view example) {
    constexpr std::string_view kMark = "# file: ";
    std::map<std::string, std::string> files;
    std::string path = "records.yaml";
    while (!example.empty()) {
        const std::size_t length = std::min(example.find('\n'), example.size() - 1) + 1;
        const std::string_view line = example.substr(0, length);
        example.remove_prefix(length);
        if (line.starts_with(kMark)) {
            path = trim(line.substr(kMark.size()));
            files[path];
        } else if (!trim(line).empty() || files.contains(path)) {
            files[path] += line;
        }
    }
    files.try_emplace("ims.yaml", example_settings());
    return files;
}

}  // namespace ims
