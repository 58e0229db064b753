#include "source/overlay.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace ims;

namespace {

std::vector<std::string> names_in(const FileSystem& files, const std::string& folder) {
    std::vector<std::string> names;
    const auto entries = files.list(folder);
    if (!entries) return {"none"};
    for (const Entry& each : *entries) names.push_back(each.name + (each.type == EntryType::folder ? "/" : ""));
    std::ranges::sort(names);
    return names;
}

}  // namespace

TEST_CASE("files as they would be lie over those that there are") {
    MemoryFileSystem below;
    below.files = {{"folder/a.yaml", "a"}, {"folder/roles/b.yaml", "b"}};
    const OverlayFileSystem files(below, {{"folder/a.yaml", "new a"}, {"folder/new/deep/c.yaml", "c"}});
    using Names = std::vector<std::string>;
    CHECK(names_in(files, "folder") == Names{"a.yaml", "new/", "roles/"});
    CHECK(names_in(files, "folder/roles") == Names{"b.yaml"});
    CHECK(names_in(files, "folder/new") == Names{"deep/"});
    CHECK(names_in(files, "folder/new/deep") == Names{"c.yaml"});
    CHECK(names_in(files, "folder/nowhere") == Names{"none"});
    CHECK(*files.read("folder/a.yaml", 100) == "new a");
    CHECK(*files.read("folder/a.yaml", 2) == "new");
    CHECK(*files.read("folder/roles/b.yaml", 100) == "b");
    CHECK(files.type("folder/new") == EntryType::folder);
    CHECK(files.type("folder/new/deep/c.yaml") == EntryType::file);
    CHECK(files.type("folder/ne") == EntryType::missing);
    CHECK(files.real_path("folder/new/deep/c.yaml") == "folder/new/deep/c.yaml");
    CHECK_FALSE(files.real_path("folder/nowhere").has_value());
}
