#include "source/relative_path.h"

#include <vector>

namespace ims {
namespace {

std::vector<std::string_view> parts(std::string_view path) {
    std::vector<std::string_view> found;
    while (!path.empty()) {
        const std::size_t slash = path.find('/');
        const std::string_view part = path.substr(0, slash);
        if (!part.empty() && part != ".") found.push_back(part);
        if (slash == std::string_view::npos) break;
        path.remove_prefix(slash + 1);
    }
    return found;
}

}  // namespace

std::string relative_path(std::string_view from, std::string_view to) {
    const std::vector<std::string_view> here = parts(from);
    const std::vector<std::string_view> there = parts(to);
    std::size_t common = 0;
    while (common < here.size() && common < there.size() && here[common] == there[common]) ++common;
    std::string path;
    const auto append = [&](std::string_view part) {
        if (!path.empty()) path += '/';
        path += part;
    };
    for (std::size_t index = common; index < here.size(); ++index) append("..");
    for (std::size_t index = common; index < there.size(); ++index) append(there[index]);
    return path;
}

}  // namespace ims
