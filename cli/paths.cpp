#include "cli/paths.h"

#include <fmt/format.h>

#include "base/text.h"
#include "source/find_files.h"
#include "source/relative_path.h"

namespace ims {

Result<Place> find_place(const FileSystem& files, const std::vector<std::string>& paths) {
    Place place;
    if (paths.empty()) {
        IMS_TRY_ASSIGN(place.root, find_root(files, "."));
        return place;
    }
    place.given = paths;
    bool everything = false;
    for (const std::string& path : paths) {
        IMS_TRY_ASSIGN(std::string root, find_root(files, path));
        if (!place.root.empty() && root != place.root) {
            return Error{fmt::format(
                "`{}` and `{}` belong to different folders with an ims.yaml: {} and {}; check one at a time",
                visible(paths.front()), visible(path), visible(place.root), visible(root))};
        }
        place.root = std::move(root);
        std::string inside = relative_path(place.root, files.real_path(path).value_or(place.root));
        if (inside.empty()) everything = true;
        place.paths.push_back(std::move(inside));
    }
    if (everything) place.paths.clear();
    return place;
}

std::string describe(const Place& place) {
    if (place.given.empty()) return visible(place.root);
    return join_names(place.given, Ticks::yes);
}

}  // namespace ims
