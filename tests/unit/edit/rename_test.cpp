#include "edit/rename.h"

#include <doctest/doctest.h>

#include <string>

#include "analyzed.h"
#include "edit/apply.h"

using namespace ims;

namespace {

// What records.yaml becomes, or why it does not.
std::string renamed(std::string_view folder, std::string_view name, std::string_view id) {
    const auto analysis = analyzed(folder);
    const auto renaming = rename_everywhere(*analysis, id_of(*analysis, name), id);
    if (!renaming) return renaming.error().message();
    const auto files = apply(*analysis, renaming->fix);
    if (!files) return files.error().message();
    REQUIRE(files->size() == 1);
    return files->front().bytes;
}

}  // namespace

TEST_CASE("quotes, brackets, comments and line ends stay as they are") {
    const std::string before =
        "\xEF\xBB\xBFrole: 'a'  # a\r\ntitle: a\r\n---\r\nrole: b\r\ntitle: B\r\nincludes:\r\n- \"a\"  # role/a\r\n"
        "deputies: [ a , role/a ]\r\nreports_to: >-\r\n  a";
    const std::string after =
        "\xEF\xBB\xBFrole: 'new'  # a\r\ntitle: a\r\n---\r\nrole: b\r\ntitle: B\r\nincludes:\r\n- \"new\"  # role/a\r\n"
        "deputies: [ new , role/new ]\r\nreports_to: >-\r\n  new";
    CHECK(renamed(before, "role/a", "new") == after);
    CHECK(renamed(after, "role/new", "a") == before);
}

TEST_CASE("an id that looks like something else needs no more quotes than before") {
    const std::string before = "risk: a\ntitle: A\n---\ncontrol: c\ntitle: C\nrisks: [a, 'a']\n";
    for (const std::string id : {"007", "no", "2026-01-01", "1.10", "1e5", "y"}) {
        const std::string after =
            "risk: " + id + "\ntitle: A\n---\ncontrol: c\ntitle: C\nrisks: [" + id + ", '" + id + "']\n";
        CHECK(renamed(before, "risk/a", id) == after);
        CHECK(renamed(after, "risk/" + id, "a") == before);
    }
}

TEST_CASE("where an anchor stands it is changed once, where all that name it mean the record") {
    CHECK(renamed("role: &r a\ntitle: A\n---\nprocess: p\ntitle: P\nowner: &o a\nconsulted: [*o]\ninformed: &l [a, b]\n"
                  "responsible: *l\n---\nrole: b\ntitle: B\n",
                  "role/a", "n") ==
          "role: &r n\ntitle: A\n---\nprocess: p\ntitle: P\nowner: &o n\nconsulted: [*o]\ninformed: &l [n, b]\n"
          "responsible: *l\n---\nrole: b\ntitle: B\n");
    CHECK(renamed("role: &r a\ntitle: *r\n", "role/a", "n") ==
          "records.yaml:2: an alias says here what line 1 says, and it is no reference to `role/a`; write it out here, "
          "then rename");
    CHECK(renamed("site: a\ntitle: A\n---\nrole: a\ntitle: R\n---\nprocess: p\ntitle: P\nowner: &o a\nsites: [*o]\n",
                  "role/a", "n") ==
          "records.yaml:9: an alias says here what line 9 says, and it is no reference to `role/a`; write it out here, "
          "then rename");
}

TEST_CASE("broken references and what only looks like one stay") {
    CHECK(renamed("role: a\ntitle: a\n---\nprocess: p\ntitle: a\nowner: b\nsites: [a]\nx_a: a\ninputs: [{item: a, "
                  "from: a}]\n",
                  "role/a", "n") ==
          "role: n\ntitle: a\n---\nprocess: p\ntitle: a\nowner: b\nsites: [a]\nx_a: a\ninputs: [{item: a, from: a}]\n");
}
