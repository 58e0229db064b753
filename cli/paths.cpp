#include "cli/paths.h"

#include <algorithm>
#include <optional>
#include <set>
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

Result<std::vector<Place>> find_places(const Environment& environment, const std::vector<std::string>& paths,
                                       bool quiet) {
    std::vector<Place> places;
    std::set<std::string> whole;  // the roots of those of which everything is meant
    if (paths.empty()) {
        IMS_TRY_ASSIGN(const Root root, root_of(environment, ".", quiet));
        return std::vector<Place>{{root.folder, {}, {}}};
    }
    for (const std::string& path : paths) {
        IMS_TRY_ASSIGN(Root root, root_of(environment, path, quiet));
        auto place = std::ranges::find(places, root.folder, &Place::root);
        if (place == places.end()) place = places.insert(places.end(), {root.folder, {}, {}});
        std::string inside = relative_path(root.folder, environment.files->real_path(path).value_or(root.folder));
        if (inside.empty() || root.below) whole.insert(root.folder);
        place->given.push_back(path);
        place->paths.push_back(std::move(inside));
    }
    for (Place& place : places) {
        if (whole.contains(place.root)) place.paths.clear();
    }
    return places;
}

Result<Place> find_place(const Environment& environment, const std::vector<std::string>& paths, bool quiet) {
    IMS_TRY_ASSIGN(std::vector<Place> places, find_places(environment, paths, quiet));
    if (places.size() == 1) return std::move(places.front());
    return Error{fmt::format("`{}` and `{}` belong to different folders with an ims.yaml: {} and {}; name one of them",
                             visible(places[0].given.front()), visible(places[1].given.front()),
                             visible(places[0].root), visible(places[1].root))};
}

std::string from_here(const Environment& environment, const std::string& path) {
    const auto here = environment.files->real_path(".");
    if (!here || !path.starts_with('/')) return path;
    const std::string way = relative_path(*here, path);
    return way.empty() ? "." : way;
}

Outcome from_here(const Environment& environment, Outcome outcome) {
    if (outcome) return outcome;
    const Error& why = outcome.error();
    return Error(from_here(environment, why.path), why.place, why.reason);
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

std::string describe_plainly(const Place& place) {
    if (place.given.empty()) return place.root;
    return place.given.size() == 1 ? place.given.front() : join_names(place.given, Ticks::no);
}

std::string describe(const Place& place) {
    if (place.given.empty()) return visible(place.root);
    return join_names(place.given, Ticks::yes);
}

}  // namespace ims
