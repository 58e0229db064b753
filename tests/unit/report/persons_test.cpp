// Cells that name people: whoever reads a report is told of a role, whoever edits the records of the person.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "analyzed.h"
#include "judge/pictures.h"

using namespace ims;

namespace {

constexpr std::string_view kPeople = R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
# file: records.yaml
process: sell
title: Sell
---
role: boss
title: Boss
---
person: p-1
title: Ann Lee
roles: [boss]
---
person: p-2
title: Bo Day
---
document: paper
title: Paper
type: policy
owner: person/p-1
approved: {by: person/p-1, date: 2026-05-01}
---
audit: spring
title: Spring
planned: 2026-07-01
processes: [sell]
disciplines: [quality]
auditors: [person/p-2, person/p-1]
---
nonconformity: thin
title: Thin
grade: minor
date: 2026-05-01
action: {does: Mend it, owner: person/p-1, due: 2026-07-01}
---
change: tablets
title: Tablets
reason: R
effective: 2026-05-01
approved: {by: person/p-1, date: 2026-04-01}
---
objective: more
title: More
measure: M
actions: {does: Ask, owner: person/p-1, due: 2026-07-01}
)";

std::string in_markdown(const Analysis& analysis, std::string_view report, Audience audience) {
    const Document document = find_report(report)->build({analysis, {}, audience});
    return test::written(document, *find_document_format("markdown"));
}

}  // namespace

TEST_CASE("cells tell readers of the role of a person, and editors of the person") {
    const auto analysis = analyzed(kPeople);
    for (const std::string_view report : {"documents", "audits", "nonconformities", "changes", "objectives"}) {
        CAPTURE(report);
        const std::string for_readers = in_markdown(*analysis, report, Audience::readers);
        CHECK(for_readers.find("Ann Lee") == std::string::npos);
        CHECK(for_readers.find("a holder of “") != std::string::npos);
        CHECK(in_markdown(*analysis, report, Audience::editors).find("Ann Lee") != std::string::npos);
    }
}

TEST_CASE("a person who holds no role is somebody to readers") {
    const auto analysis = analyzed(kPeople);
    const std::string audits = in_markdown(*analysis, "audits", Audience::readers);
    CHECK(audits.find("Bo Day") == std::string::npos);
    const bool told =
        audits.find("somebody, a holder of “") != std::string::npos || audits.find("”, somebody") != std::string::npos;
    CHECK(told);
}
