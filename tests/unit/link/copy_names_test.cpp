// What a file was called before it was copied.
#include "link/copy_names.h"

#include <doctest/doctest.h>

using namespace ims;

namespace {

// Whether the path is that of a copy, and its likeliest original; nothing where there is none.
void check(std::string_view path, std::string_view original, bool called_copy = true) {
    CAPTURE(path);
    const std::vector<std::string> originals = originals_by_name(path);
    CHECK((originals.empty() ? "" : originals.front()) == original);
    CHECK(is_called_copy(path) == called_copy);
}

}  // namespace

TEST_CASE("file managers have their ways of calling a copy") {
    for (const std::string_view copy : {"x (1).yaml",
                                        "x(2).yaml",
                                        "x - Copy.yaml",
                                        "x - Copy (2).yaml",
                                        "x - Kopie.yaml",
                                        "x – Kopie.yaml",
                                        "x copy.yaml",
                                        "x copy 2.yaml",
                                        "x Kopie 3.yaml",
                                        "x (copy).yaml",
                                        "x (3rd copy).yaml",
                                        "x (another copy).yaml",
                                        "Copy of x.yaml",
                                        "Copy (2) of x.yaml",
                                        "Kopie von x.yaml",
                                        "Kopie (2) von x.yaml",
                                        "Copie de x.yaml",
                                        "x - Copie.yaml",
                                        "x_copy.yaml",
                                        "x-kopie.yaml",
                                        "x.bak.yaml",
                                        "x backup.yaml",
                                        "x (1) (1).yaml",
                                        "Kopie von x - Kopie.yaml",
                                        "x (Anna's conflicted copy 2026-05-01).yaml",
                                        "x.sync-conflict-20260501-101500-ABCDEF.yaml"})
        check(copy, "x.yaml");
    check("roles/x (1).yml", "roles/x.yml");
}

TEST_CASE("folders are copied too") {
    check("Kopie von roles/x.yaml", "roles/x.yaml");
    check("roles - Copy/deep/x.yaml", "roles/deep/x.yaml");
    check("Copy of roles/x (1).yaml", "roles/x.yaml");
    check("backup/roles/x.yaml", "roles/x.yaml");
    check("old/Kopie (2)/x.yaml", "old/x.yaml");
    // A folder's name may have been so before.
    const auto originals = originals_by_name("audits (1)/x (1).yaml");
    CHECK(originals == std::vector<std::string>{"audits/x.yaml", "audits (1)/x.yaml", "audits/x (1).yaml"});
}

TEST_CASE("a number alone is a copy only beside its original") {
    check("hall 2.yaml", "hall.yaml", false);
    check("site 1/hall 2.yaml", "site/hall.yaml", false);
}

TEST_CASE("what only sounds like a copy is none") {
    for (const std::string_view path :
         {"hardcopy.yaml", "copy.yaml", "photocopies.yaml", "copyshop.yaml", "risks 2026.yaml", "risks (2026).yaml",
          "(1).yaml", "a/b/c.yaml", "backup.yaml", "bak.yml", ".yaml", "", "kopie von .yaml", "copy of.yaml"}) {
        CAPTURE(path);
        CHECK(originals_by_name(path).empty());
        CHECK_FALSE(is_called_copy(path));
    }
}
