// Which files are copies, what is said of them, and which record references lead to.
#include "link/copied_files.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "analyzed.h"
#include "diagnostics/rules.h"

using namespace ims;

namespace {

const Finding* first_of(const Analysis& analysis, RuleId rule) {
    const auto found = std::ranges::find(analysis.findings, rule, &Finding::rule);
    return found == analysis.findings.end() ? nullptr : &*found;
}

// What is told of copies, each in a line: "b.yaml: this file is a copy of `a.yaml`".
std::string copies(std::string_view files) {
    const auto analysis = analyzed(files);
    std::string text;
    for (const Finding& each : analysis->findings) {
        if (each.rule != RuleId::copied_file) continue;
        text += analysis->sources[each.span.file].path + ": " + said(*analysis, each.message) + "\n";
    }
    return text;
}

// Its notes, each in a line, then the help.
std::string advice(std::string_view files) {
    const auto analysis = analyzed(files);
    const Finding* const finding = first_of(*analysis, RuleId::copied_file);
    REQUIRE(finding != nullptr);
    std::string text;
    for (const Message& note : finding->notes) text += said(*analysis, note) + "\n";
    return text + said(*analysis, finding->help);
}

const std::string kDriver = "role: driver\ntitle: Driver\nholders: 2\n";
const std::string kClerk = "role: clerk\ntitle: Clerk\nholders: 1\n";

std::string file(const std::string& path, const std::string& text) { return "# file: " + path + "\n" + text; }

}  // namespace

TEST_CASE("a name that says so makes a file a copy, whatever was changed in it") {
    CHECK(copies(file("driver.yaml", kDriver) + file("driver (1).yaml", "role: driver\ntitle: Night driver\n")) ==
          "driver (1).yaml: this file is a copy of `driver.yaml`\n");
    CHECK(copies(file("roles.yaml", kDriver + "---\n" + kClerk) + file("Kopie von roles.yaml", kClerk)) ==
          "Kopie von roles.yaml: this file is a copy of `roles.yaml`\n");
    // One record of it is nowhere else.
    CHECK(copies(file("roles.yaml", kDriver) + file("Kopie von roles.yaml", kDriver + "---\n" + kClerk)) == "");
}

TEST_CASE("the same records under the same titles are a copy, where they mostly say the same") {
    CHECK(copies(file("a/driver.yaml", kDriver) +
                 file("b/people.yaml", "# As a comment\nholders: 2\ntitle: 'Driver'\nrole: driver\n")) ==
          "b/people.yaml: this file is a copy of `a/driver.yaml`\n");
    // The name tells which of the two it is.
    CHECK(copies(file("driver - Kopie.yaml", kDriver) + file("people.yaml", kDriver)) ==
          "driver - Kopie.yaml: this file is a copy of `people.yaml`\n");
    // Written by two people.
    CHECK(copies(file("a.yaml", kDriver) + file("b.yaml", "role: driver\ntitle: Driver of the van\nholders: 2\n")) ==
          "");
    CHECK(copies(file("a.yaml", kDriver) +
                 file("b.yaml", "role: driver\ntitle: Driver\nholders: 1\ndeputies: [clerk]\n") +
                 file("c.yaml", kClerk)) == "");
    // One of several.
    CHECK(copies(file("a.yaml", kDriver) + file("b.yaml", kDriver + "---\n" + kClerk)) == "");
    // In one file.
    CHECK(copies(file("a.yaml", kDriver + "---\n" + kDriver)) == "");
    // Of several copies the first stays the original.
    CHECK(copies(file("a.yaml", kDriver) + file("b.yaml", kDriver) + file("c.yaml", kDriver)) ==
          "b.yaml: this file is a copy of `a.yaml`\nc.yaml: this file is a copy of `a.yaml`\n");
}

TEST_CASE("a file of which something could not be read is no copy") {
    CHECK(copies(file("driver.yaml", kDriver) + file("driver (1).yaml", kDriver + "---\nrole: clerk\ntitle: 'C\n")) ==
          "");
}

TEST_CASE("of a copied folder it is told once") {
    const std::string both = file("roles/clerk.yaml", kClerk) + file("roles/driver.yaml", kDriver);
    const std::string copied =
        file("Kopie von roles/clerk.yaml", kClerk) + file("Kopie von roles/driver.yaml", kDriver);
    CHECK(copies(both + copied) ==
          "Kopie von roles/clerk.yaml: folder `Kopie von roles` is a copy of `roles`, with 2 files\n");
    CHECK(copies(both + copied + file("Kopie von roles/chef.yaml", "role: chef\ntitle: Chef\n")) ==
          "Kopie von roles/clerk.yaml: 2 of the 3 files in folder `Kopie von roles` are copies of those in `roles`\n");
    CHECK(copies(both + file("backup/roles/clerk.yaml", kClerk) + file("backup/roles/driver.yaml", kDriver)) ==
          "backup/roles/clerk.yaml: folder `backup` is a copy of the folder of ims.yaml, with 2 files\n");
    // The originals lie in it: only the files are copies.
    CHECK(copies(file("roles/a/clerk.yaml", kClerk) + file("roles/a/driver.yaml", kDriver) +
                 file("roles/clerk.yaml", kClerk) + file("roles/driver.yaml", kDriver)) ==
          "roles/clerk.yaml: this file is a copy of `roles/a/clerk.yaml`\n"
          "roles/driver.yaml: this file is a copy of `roles/a/driver.yaml`\n");
}

TEST_CASE("it is said in what the two differ, and what to write") {
    const std::string driver = file("driver.yaml", kDriver);
    CHECK(advice(driver + file("driver (1).yaml", "# A comment\n" + kDriver)) ==
          "but for comments and layout both say the same\n"
          "delete it; or leave it out of the check: `ignore: [\"/driver (1).yaml\"]` in ims.yaml");
    CHECK(advice(driver + file("driver (1).yaml",
                               "role: driver\ntitle: Night driver\nholders: 2\nincludes: []\ndescription: D\n")) ==
          "it differs from the original in 2 fields: `title` and `description`\n"
          "delete it, once what was changed in it stands in the original; or leave it out of the check: "
          "`ignore: [\"/driver (1).yaml\"]` in ims.yaml");
    CHECK(
        advice(driver + file("old \"x\"/driver (1).yaml", kDriver) +
               file("ims.yaml", "organisation: O\ndisciplines: {quality: {}}\nignore: [x]\n"))
            .ends_with("leave it out of the check: `- \"old \\\"x\\\"/driver (1).yaml\"` under `ignore` in ims.yaml"));
    const std::string both = file("roles.yaml", kDriver + "---\n" + kClerk);
    CHECK(advice(both + file("roles (1).yaml", "role: clerk\ntitle: Clerk\nholders: 3\n"))
              .starts_with("it differs from the original in 1 field: `holders`\n"
                           "the original has more: 2 records in all\n"));
    CHECK(advice(both + file("roles (1).yaml", kClerk + "---\nrole: driver\ntitle: Driver\nholders: 3\n"))
              .starts_with("it differs from the original in 1 field: `role/driver: holders`\n"));
}

TEST_CASE("what it advises leaves the copy out") {
    const std::string both = file("roles/clerk.yaml", kClerk) + file("roles/driver.yaml", kDriver);
    for (const std::string& copied :
         {file("Kopie von roles/clerk.yaml", kClerk) + file("Kopie von roles/driver.yaml", kDriver),
          file("roles/driver (1).yaml", kDriver), file("roles/[x], \"y\" 'z' - Copy.yaml", kDriver),
          file("driver (1).yaml", kDriver)}) {
        CAPTURE(copied);
        const std::string help = advice(both + copied);
        const std::size_t begin = help.find("`ignore: ");
        REQUIRE(begin != std::string::npos);
        const std::string line = help.substr(begin + 1, help.rfind('`') - begin - 1);
        const auto mended =
            analyzed(both + copied + file("ims.yaml", "organisation: O\ndisciplines: {quality: {}}\n" + line + "\n"));
        CHECK(first_of(*mended, RuleId::copied_file) == nullptr);
        CHECK(first_of(*mended, RuleId::duplicate_id) == nullptr);
        CHECK(mended->graph.all().size() == 2);
    }
}

TEST_CASE("references lead to the record of the original, whatever its path") {
    const auto analysis = analyzed(file("Kopie von roles.yaml", kDriver) + file("roles.yaml", kDriver) +
                                   file("work.yaml", "process: deliver\ntitle: D\nowner: driver\n"));
    const auto driver = analysis->graph.find("role/driver");
    REQUIRE(driver.has_value());
    CHECK(analysis->sources[analysis->graph[*driver].file()].path == "roles.yaml");
    const auto plain = analyzed(file("a.yaml", kDriver) + file("b.yaml", "role: driver\ntitle: Another\n"));
    CHECK(plain->sources[plain->graph[*plain->graph.find("role/driver")].file()].path == "a.yaml");
}

TEST_CASE("ims.yaml grades it and turns it off, and what follows from it speaks for itself then") {
    const std::string both = file("driver.yaml", kDriver) + file("driver (1).yaml", kDriver);
    const auto settings = [](const std::string& rules) {
        return file("ims.yaml", "organisation: O\ndisciplines: {quality: {}}\ncheck: {rules: {" + rules + "}}\n");
    };
    const auto high = analyzed(both + settings("copied-file: high"));
    CHECK(first_of(*high, RuleId::copied_file)->grade == Grade::high);
    const auto off = analyzed(both + settings("copied-file: off"));
    CHECK(first_of(*off, RuleId::copied_file) == nullptr);
    CHECK(std::ranges::count(off->findings, RuleId::duplicate_id, &Finding::rule) == 2);
    CHECK(std::ranges::count(off->untold, RuleId::copied_file, &Finding::rule) == 1);
}
