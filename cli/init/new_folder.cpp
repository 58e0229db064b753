#include "cli/init/new_folder.h"

#include "base/text.h"
#include "source/git_repository.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims {
namespace {

// The path without links, `.` and `..`, though its last names may lead to nothing.
Result<std::string> future_path(const FileSystem& files, const std::string& path) {
    if (const auto real = files.real_path(path)) return *real;
    const std::string_view name = name_of(path);
    if (name == "..") return Error(visible(path), "there is no such folder");
    std::string above = folder_of(path).value_or("");
    if (above.empty()) above = path.starts_with('/') ? "/" : ".";
    IMS_TRY_ASSIGN(const std::string folder, future_path(files, above));
    if (files.type(folder) == EntryType::file) return Error(visible(above), "this is a file, and no folder");
    return name == "." ? folder : join_path(folder, name);
}

}  // namespace

Result<NewFolder> find_new_folder(const Environment& environment, const std::string& given) {
    const FileSystem& files = *environment.files;
    NewFolder folder;
    folder.given = given.empty() ? "." : given;
    while (folder.given.size() > 1 && folder.given.ends_with('/')) folder.given.pop_back();
    IMS_TRY_ASSIGN(folder.root, future_path(files, folder.given));
    const EntryType type = files.type(folder.root);
    if (type != EntryType::missing && type != EntryType::folder)
        return Error(visible(folder.given), "this is a file; name the folder that the records are to lie in");
    folder.exists = type == EntryType::folder;
    folder.repository = find_repository(files, folder.root);
    if (folder.repository) folder.way = relative_path(*folder.repository, folder.root);
    for (auto each = folder_of(folder.root); each && !folder.above; each = folder_of(*each)) {
        if (files.type(join_path(*each, "ims.yaml")) == EntryType::file) folder.above = each;
    }
    return folder;
}

}  // namespace ims
