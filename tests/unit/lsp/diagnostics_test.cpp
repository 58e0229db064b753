#include <doctest/doctest.h>

#include "lsp/editor.h"

namespace ims {
namespace {

TEST_CASE("what is found is told of files that were never opened, and is gone with its cause") {
    Editor editor(FilesOfFolder{{"roles/driver.yaml", "role: driver\ntitle: Driver\nreports_to: owner\n"}});
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
    editor.save("roles/owner.yaml", "role: owner\ntitle: Owner\n");
    CHECK(editor.told("roles/driver.yaml") == "");
    editor.save("roles/owner.yaml", std::nullopt);
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
    editor.open("roles/owner.yaml", "role: owner\ntitle: Owner\n");
    CHECK(editor.told("roles/driver.yaml") == "");
    editor.close("roles/owner.yaml");
    CHECK(editor.told("roles/driver.yaml") == "3:13 unknown-reference");
}

}  // namespace
}  // namespace ims
