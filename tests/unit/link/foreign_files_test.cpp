// Files that hold no record: told together, with what leaves out these and no others.
#include "link/foreign_files.h"

#include <doctest/doctest.h>

#include <string>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

const std::string kIms = "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n";
const std::string kMeans = " in ims.yaml; a record begins with its kind and id, such as `process: take-orders`\n";

// Files of which each `+` holds a record, each `!` cannot be read, and all others are another program's.
std::string findings_of(std::initializer_list<std::string> paths, const std::string& settings = kIms) {
    std::string files = settings;
    for (const std::string& path : paths) {
        const std::string text = path[0] == '+' ? "role: r" + std::to_string(files.size()) + "\ntitle: T\nholders: 2\n"
                                 : path[0] == '!' ? "a: [b\n"
                                                  : "services: {}\n";
        files += "# file: " + path.substr(path[0] == '+' || path[0] == '!' ? 1 : 0) + "\n" + text;
    }
    std::string out = Folder(files, Folder::Records::faulty).placed_findings();
    // The first of them is enough here.
    return out.substr(0, out.find('\n') + 1);
}

void check(std::initializer_list<std::string> paths, const std::string& pattern) {
    CAPTURE(pattern);
    const std::string found = findings_of(paths);
    CAPTURE(found);
    CHECK(found.find("write `ignore: [" + pattern + "]`" + kMeans) != std::string::npos);
}

}  // namespace

TEST_CASE("one file of another program keeps what is wrong with it") {
    CHECK(findings_of({"k8s.yaml", "+roles.yaml"}) ==
          "k8s.yaml:1 no-kind: this document does not say which kind of record it is; begin it with its kind and id, "
          "such "
          "as `process: take-orders`; or, if the file belongs to another program, write `ignore: [k8s.yaml]` in "
          "ims.yaml\n");
}

TEST_CASE("several are one finding, at the first by path") {
    CHECK(findings_of({"mkdocs.yml", "docker-compose.yml", "+roles.yaml"}) ==
          "docker-compose.yml:1 no-kind: 2 files hold no record: `docker-compose.yml` and `mkdocs.yml`; if they belong "
          "to "
          "other programs, write `ignore: [docker-compose.yml, mkdocs.yml]`" +
              kMeans);
    const std::string many = findings_of({"a", "b", "c", "d", "e", "f", "g", "+z.yaml"});
    CHECK(many == "");  // no YAML
    CHECK(findings_of({"a.yml", "b.yml", "c.yml", "d.yml", "e.yml", "f.yml", "g.yml", "+z.yaml"})
              .starts_with(
                  "a.yml:1 no-kind: 7 files hold no record: `a.yml`, `b.yml`, `c.yml`, `d.yml`, `e.yml` and 2 more; "));
}

TEST_CASE("a pattern for each, and one for a folder in which nothing else lies") {
    check({"k8s/a.yaml", "k8s/b/c.yaml", "+roles.yaml"}, "k8s/");
    check({"k8s/a.yaml", "mkdocs.yml", "+roles.yaml"}, "k8s/a.yaml, mkdocs.yml");
    check({"k8s/a.yaml", "k8s/b/c.yaml", "k8s/b/d.yaml", "+k8s/roles.yaml"}, "k8s/a.yaml, k8s/b/");
    check({"k8s/a.yaml", "k8s/b.yaml", "!k8s/broken.yaml"}, "k8s/a.yaml, k8s/b.yaml");
}

TEST_CASE("no pattern leaves out more than these") {
    check({"web.yaml", "x.yaml", "+roles/web.yaml"}, "/web.yaml, x.yaml");
    check({"web/a.yaml", "web/b.yaml", "+sites/web/roles.yaml"}, "/web/");
    check({"web.yaml/a.yaml", "web.yaml/b.yaml", "+roles/web.yaml"}, "/web.yaml/");
    check({"web.yaml", "x.yaml", "+roles/web.yaml/a.yaml"}, "web.yaml, x.yaml");
}

TEST_CASE("what YAML would take for something else stands between quotes") {
    check({"a, b.yaml", "c #d.yaml", "+z.yaml"}, "\"a, b.yaml\", \"c #d.yaml\"");
}

TEST_CASE("where ims.yaml has a list of what is ignored, it gets the patterns") {
    const std::string settings = kIms + "ignore: [drafts/]\n";
    CHECK(
        findings_of({"a.yml", "b.yml", "+z.yaml"}, settings).ends_with("add `a.yml` and `b.yml` to `ignore`" + kMeans));
    CHECK(findings_of({"a.yml", "+z.yaml"}, settings)
              .ends_with("or, if the file belongs to another program, add `a.yml` to `ignore` in ims.yaml\n"));
}
