#include "source/find_root.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

using namespace ims;

namespace {

MemoryFileSystem with(std::initializer_list<std::string> paths) {
    MemoryFileSystem files;
    for (const std::string& path : paths) files.files[path] = "";
    return files;
}

// The folder, with a `>` before one that is below; or why there is none.
std::string root_of(const FileSystem& files, const std::string& path, const AskIgnored& ask = {}) {
    const Result<Root> root = find_root(files, path, ask);
    if (!root) return root.error().message();
    return (root->below ? ">" : "") + root->folder;
}

}  // namespace

TEST_CASE("where no ims.yaml is found, the path that was given is at fault") {
    const MemoryFileSystem files = with({"shop/role.yaml"});
    const Result<Root> missing = find_root(files, "sho");
    REQUIRE(!missing);
    CHECK(missing.error().message() == "sho: no such file or folder");
    const Result<Root> bare = find_root(files, "shop/role.yaml");
    REQUIRE(!bare);
    CHECK(bare.error().path == "shop/role.yaml");
    CHECK(bare.error().reason.starts_with("no ims.yaml here or in any folder above; "));
}

TEST_CASE("the nearest at or above a path") {
    const MemoryFileSystem files = with({"a/ims.yaml", "a/b/c.yaml", "a/d/ims.yaml", "a/d/e/f.yaml"});
    CHECK(root_of(files, "a") == "a");
    CHECK(root_of(files, "a/b/c.yaml") == "a");
    CHECK(root_of(files, "a/d/e") == "a/d");
}

TEST_CASE("what was meant to be one is named") {
    for (const std::string name : {"ims.yml", "ims.yaml.txt", "IMS.yaml"}) {
        const MemoryFileSystem files = with({"a/" + name, "a/b/c.yaml", "a/b/d/ims.yaml"});
        CHECK(root_of(files, "a/b") ==
              "a/b: no ims.yaml here or in any folder above, but a/" + name + "; rename that to `ims.yaml`");
    }
}

TEST_CASE("else the only one below a folder, however deep") {
    CHECK(root_of(with({"a/README.md", "a/b/c/ims.yaml", "a/b/c/d/ims.yaml"}), "a") == ">a/b/c");
    CHECK(root_of(with({"a/b/ims.yaml/c.yaml", "a/d/ims.yaml"}), "a") == ">a/d");
    CHECK(root_of(with({"a/b/ims.yaml", "a/c/d/ims.yaml", "a/c/e/ims.yaml"}), "a") ==
          "a: no ims.yaml here or in any folder above, and several below: `a/b/ims.yaml`, `a/c/d/ims.yaml` and "
          "`a/c/e/ims.yaml`; name the folder that you mean");
}

TEST_CASE("not below: what is hidden, what installers and builds fill, what git ignores") {
    MemoryFileSystem files = with({"a/.b/ims.yaml", "a/node_modules/b/ims.yaml", "a/build/ims.yaml", "a/c/ims.yaml"});
    CHECK(root_of(files, "a") == ">a/c");
    files.files["a/copy/ims.yaml"] = "";
    const auto ask = [](const std::string& folder) {
        CHECK(folder == "a");
        return GitIgnored{{"copy"}, ""};
    };
    CHECK(root_of(files, "a", ask).find("several below") != std::string::npos);  // nothing is to be ignored
    files.files["a/.git/HEAD"] = "";
    files.files["a/.gitignore"] = "copy/";
    CHECK(root_of(files, "a", ask) == ">a/c");
}

TEST_CASE("among very many folders, one that is found may not be the only one") {
    MemoryFileSystem files = with({"a/b/ims.yaml"});
    for (int number = 0; number < 3000; ++number) files.files["a/c/" + std::to_string(number) + "/x"] = "";
    CHECK(root_of(files, "a") == ">a/b");
    for (int number = 3000; number < 5000; ++number) files.files["a/c/" + std::to_string(number) + "/x"] = "";
    CHECK(root_of(files, "a") ==
          "a: no ims.yaml here or in any folder above. If `a/b/ims.yaml` is meant, name its folder");
}
