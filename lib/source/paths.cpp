#include "source/paths.h"

namespace ims {

std::string join_path(std::string_view folder, std::string_view name) {
    if (folder.empty() || folder == ".") return std::string(name);
    std::string path(folder);
    if (name.empty()) return path;
    if (path.back() != '/') path += '/';
    path += name;
    return path;
}

std::optional<std::string> folder_of(std::string_view path) {
    if (path.empty() || path == "." || path == "/") return std::nullopt;
    const std::size_t slash = path.rfind('/');
    if (slash == std::string_view::npos) return "";
    return std::string(path.substr(0, slash == 0 ? 1 : slash));
}

std::string_view name_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

}  // namespace ims
