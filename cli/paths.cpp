#include "cli/paths.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "source/find_root.h"
#include "source/git_ignored.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims {

namespace {

AskIgnored asker(const Environment& environment) {
    if (environment.git.empty()) return {};
    return [&environment](const std::string& folder) { return git_ignored(environment.git, folder); };
}

Result<Root> root_of(const Environment& environment, const std::string& path, bool quiet) {
    IMS_TRY_ASSIGN(Root root, find_root(*environment.files, path, asker(environment)));
    if (root.below && !quiet) {
        const std::string way = relative_path(environment.files->real_path(path).value_or(path), root.folder);
        environment.err->write(fmt::format("ims: using `{}`; there is no ims.yaml here or in any folder above\n",
                                           visible(join_path(join_path(path, way), "ims.yaml"))));
    }
    return root;
}

}  // namespace

Result<Place> find_place(const Environment& environment, const std::vector<std::string>& paths, bool quiet) {
    Place place;
    if (paths.empty()) {
        IMS_TRY_ASSIGN(const Root root, root_of(environment, ".", quiet));
        place.root = root.folder;
        return place;
    }
    place.given = paths;
    bool everything = false;
    for (const std::string& path : paths) {
        IMS_TRY_ASSIGN(Root root, root_of(environment, path, quiet));
        if (!place.root.empty() && root.folder != place.root) {
            return Error{fmt::format(
                "`{}` and `{}` belong to different folders with an ims.yaml: {} and {}; check one at a time",
                visible(paths.front()), visible(path), visible(place.root), visible(root.folder))};
        }
        place.root = std::move(root.folder);
        std::string inside = relative_path(place.root, environment.files->real_path(path).value_or(place.root));
        if (inside.empty() || root.below) everything = true;
        place.paths.push_back(std::move(inside));
    }
    if (everything) place.paths.clear();
    return place;
}

std::string why_not_read(const Environment& environment, const Place& place) {
    if (environment.git.empty()) return {};
    const GitIgnored ignored = git_ignored(environment.git, place.root);
    for (const std::string& path : place.paths) {
        for (std::optional<std::string> part = path; part && !part->empty(); part = folder_of(*part)) {
            if (std::ranges::find(ignored.paths, *part) == ignored.paths.end()) continue;
            return fmt::format("git ignores `{}`, and so it is not read", visible(*part));
        }
    }
    return {};
}

std::string describe(const Place& place) {
    if (place.given.empty()) return visible(place.root);
    return join_names(place.given, Ticks::yes);
}

}  // namespace ims
