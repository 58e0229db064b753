#include "assess/performance/locations.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace ims;

namespace {

void check(LocationSort sort, std::initializer_list<std::string_view> locations) {
    for (const std::string_view location : locations) {
        CAPTURE(location);
        CHECK(static_cast<int>(sort_of_location(location)) == static_cast<int>(sort));
    }
}

}  // namespace

TEST_CASE("what a location is shows in its letters") {
    check(LocationSort::path,
          {"docs/policy.md", "docs", "./docs/policy.md", "docs/../docs/policy.md", "docs\\policy.md",
           "Cupboard 3, shelf 2", "Policy: the new one.md", "docs/a@b/c.md", "C#.md", "~notes.md"});
    check(LocationSort::outside, {"/docs/policy.md", "~/policy.md", "~", "../docs/policy.md", "docs/../../x", "..\\x"});
    check(LocationSort::web, {"https://example.org/a b.pdf", "HTTPS://example.org", "http://x", "ftp://example.org/x",
                              "mailto:office@example.org"});
    check(LocationSort::bare_web, {"www.example.org/x", "WWW.example.org"});
    check(LocationSort::mail, {"office@example.org"});
    check(LocationSort::elsewhere, {"C:\\docs\\policy.docx", "z:/docs", "\\\\server\\share\\x.docx", "//server/share/x",
                                    "file:///srv/x.pdf", "FILE:x", "sharepoint:/sites/x", "smb://server/x"});
    check(LocationSort::no_place, {"javascript:alert(1)", "JavaScript:alert(1)", "data:text/html,x", "vbscript:x"});
}
