#include "checked.h"

using namespace ims;

namespace {

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a comment begins with its marker and a sentence") {
    CHECK(printed(Files{{"r.yaml", "role: r\ntitle: R\n"}}, "markdown", {}, fixed_rules()) ==
          "<!-- ims: check -->\n**Nothing found** in 1 record.\n");
    const std::string text = printed(wrong_fields(1), "markdown", {}, fixed_rules());
    CHECK(text.starts_with("<!-- ims: check -->\n**1 finding** in 1 record: 1 error.\n\n| Grade | What | Where | "));
    CHECK(holds(text, "| error | a role has no field `wrong100` (`unknown-field`) | `r.yaml:3` |  |\n"));
}

TEST_CASE("nobody is called by name, and no text leaves its cell") {
    const Files files = {{"r.yaml",
                          "role: r\ntitle: R\nstatus: \"@ada #12 !12 GH-12 | <b>x</b> [y](z)\"\n"
                          "\"@ada #12\": x\n"}};
    const std::string text = printed(files, "markdown", {}, fixed_rules());
    CHECK(holds(text, R"(\@&#8203;ada \#&#8203;12 \!&#8203;12 GH-&#8203;12 \| \<b>x\</b> \[y\](z))"));
    CHECK(holds(text, "a role has no field `@ada #12` ("));  // hosts leave code alone
}

TEST_CASE("ten causes are open, the rest is folded, and a comment stays short enough") {
    const std::string twelve = printed(wrong_fields(12), "markdown", {}, fixed_rules());
    CHECK(holds(twelve, "<summary>2 more causes</summary>\n\n| Grade |"));
    CHECK(!holds(twelve, "left out"));
    const std::string many = printed(wrong_fields(2000), "markdown", {}, fixed_rules());
    CHECK(many.size() < 60'000);
    CHECK(holds(many, " more causes are left out, since a comment holds no more.\n"));
    CHECK(holds(many, "\n</details>\n"));
}

TEST_CASE("what is known is counted, what is worse comes with its reason") {
    const auto before = owner_found(Grade::medium);
    const std::string known = printed_since(*before, *owner_found(Grade::medium), "markdown");
    CHECK(known.starts_with("<!-- ims: check -->\n**Nothing new** in 1 record.\nCompared with "));
    CHECK(known.ends_with(": 0 new, 1 known before.\n"));
    CHECK(holds(printed_since(*before, *owner_found(Grade::high), "markdown"),
                "**1 finding became worse** in 1 record: 1 high.\nCompared with "));
}

TEST_CASE("a rule leads to its page where the build was told where that is") {
    Style style;
    style.docs = "https://docs.example.org";
    CHECK(holds(printed(wrong_fields(1), "markdown", style, fixed_rules()),
                "([`unknown-field`](https://docs.example.org/lib/check/rules/records/unknown-field.md))"));
}
