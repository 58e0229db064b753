#include "checked.h"

using namespace ims;

namespace {

std::size_t count(const std::string& text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("a case for each record and family shows what is in order too") {
    const Files files = {{"a.yaml", "role: a\ntitle: A\nownr: x\nwrong: y\n"}, {"b.yaml", "role: b\ntitle: B\n"}};
    const std::string text = printed(files, "junit", {}, fixed_rules());
    CHECK(
        text.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"ims\" tests=\"6\" "
                         "failures=\"1\" errors=\"0\" skipped=\"0\">\n"));
    CHECK(count(text, "<testsuite ") == 3);  // yaml, records, references
    CHECK(count(text, "<testcase classname=\"ims.records\" name=\"role/a\" file=\"a.yaml\">\n") == 1);
    CHECK(count(text, "<testcase classname=\"ims.records\" name=\"role/b\" file=\"b.yaml\"/>\n") == 1);
    CHECK(count(text, "<failure message=\"a role has no field `ownr` (and 1 more)\" type=\"error\">") == 1);
    CHECK(count(text, "--&gt; a.yaml:4:1\n") == 1);
}

TEST_CASE("what was not looked at is no pass") {
    const Files files = {{"a.yaml", "role: a\ntitle: A\n"}};
    const std::string text = printed(files, "junit", {}, only({"unknown-field"}));
    CHECK(count(text, "<testsuite ") == 1);
    CHECK(count(text, "<testsuite name=\"records\"") == 1);
    CheckFilter elsewhere = fixed_rules();
    elsewhere.paths = {"b"};
    CHECK(count(printed(files, "junit", {}, elsewhere), "<testcase") == 0);
}

TEST_CASE("whatever a text holds, it is XML") {
    const Files files = {{"a.yaml", "role: a\ntitle: A\n\"<b>&\\\"\\x01\\uFFFE😀]]>\": x\n"}};
    const std::string text = printed(files, "junit", {}, only({"unknown-field"}));
    CHECK(count(text, "`&lt;b&gt;&amp;&quot;") == 2);
    CHECK(count(text, "😀]]&gt;`") == 2);
    CHECK(count(text, "\x01") == 0);
    CHECK(count(text, "\xEF\xBF\xBE") == 0);
}

TEST_CASE("what was known before is a pass") {
    const std::string text = printed_since(*owner_found(Grade::high), *owner_found(Grade::high), "junit");
    CHECK(count(text, "<failure") == 0);
    CHECK(count(text, "<testcase") > 0);
}
