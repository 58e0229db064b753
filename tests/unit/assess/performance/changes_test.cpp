// When a change is to be looked at again.
#include "assess/performance/changes.h"

#include <doctest/doctest.h>

#include "assess/folder.h"

using namespace ims;
using test::Folder;

namespace {

std::string due(const std::string& fields) {
    const Folder folder(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\nreview: {every: 6 months}\n"
        "# file: c.yaml\nchange: c\ntitle: C\nreason: R\n" +
        fields);
    const auto day = follow_up_due(folder["change/c"]);
    return day ? to_string(*day) : "-";
}

}  // namespace

TEST_CASE("a change is looked at again some time after it took effect, unless somebody has") {
    CHECK(due("effective: 2026-01-31\nreview_after: 1 month\n") == "2026-02-28");
    CHECK(due("effective: 2026-01-31\n") == "2026-07-31");
    CHECK(due("review_after: 1 month\n") == "-");
    CHECK(due("effective: 2026-01-31\nreview: {last: 2026-01-31}\n") == "2026-07-31");
    CHECK(due("effective: 2026-01-31\nreview: {last: 2026-02-01}\n") == "-");
    CHECK(due("effective: 2026-01-31\nreview: {next: 2026-12-01}\n") == "-");
    CHECK(due("effective: 2026-01-31\nstatus: draft\n") == "-");
}
