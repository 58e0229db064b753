// Which audits count, and what they cover.
#include "assess/performance/audits.h"

#include <doctest/doctest.h>

#include "assess/folder.h"
#include "schema/fields.h"

using namespace ims;
using test::Folder;

namespace {

// A folder with one audit, its fields after its title.
AuditState state_of(const std::string& fields, Folder::Records records = Folder::Records::sound) {
    const Folder folder(
        "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\naudit: {cycle: 2 y}\n"
        "# file: a.yaml\naudit: a\ntitle: A\n" +
            fields,
        records);
    return audit_state(folder["audit/a"], folder.facts().today());
}

}  // namespace

TEST_CASE("how an audit counts today") {
    CHECK(state_of("planned: 2024-05-01\ndone: 2024-06-01\n") == AuditState::done);
    CHECK(state_of("planned: 2024-05-01\ndone: 2024-05-31\n") == AuditState::outdated);
    CHECK(state_of("planned: 2026-05-31\n") == AuditState::overdue);
    CHECK(state_of("planned: 2026-06-01\n") == AuditState::planned);
    CHECK(state_of("planned: 2028-06-01\n") == AuditState::planned);
    CHECK(state_of("planned: 2028-06-02\n") == AuditState::far_off);
    CHECK(state_of("planned: 2024-05-01\ndone: 2026-06-02\n", Folder::Records::faulty) == AuditState::unknown);
    CHECK(state_of("planned: 2024-05-01\ndone: spring\n", Folder::Records::faulty) == AuditState::unknown);
    CHECK(state_of("planned: spring\n", Folder::Records::faulty) == AuditState::unknown);
}

TEST_CASE("a part is audited with its whole, a whole not with its part") {
    const Folder folder(R"(# file: processes.yaml
process: deepest
title: P
part_of: part
---
process: part
title: P
part_of: whole
---
process: whole
title: P
---
process: apart
title: P
# file: audits.yaml
audit: of-whole
title: A
planned: 2026-04-01
done: 2026-04-01
disciplines: [quality, environment]
processes: [whole]
---
audit: of-part
title: A
planned: 2026-09-01
disciplines: [health-and-safety]
processes: [part]
---
audit: drafted
title: A
status: draft
planned: 2026-09-01
disciplines: [information-security]
processes: [whole, apart]
)");
    const std::vector<AuditCoverage> coverage = folder.facts().audit_coverage();
    REQUIRE(coverage.size() == 4);
    const auto told = [&](std::size_t place) {
        const AuditCoverage& each = coverage[place];
        return folder.names(each.done) + " | " + folder.names(each.expected) + (each.together ? " | together" : "");
    };
    CHECK(told(0) == "quality, environment | health-and-safety | together");
    CHECK(told(1) == told(0));
    CHECK(told(2) == "quality, environment |  | together");
    CHECK(told(3) == " | ");

    const auto audits = [&](std::string_view process) {
        std::vector<RecordId> records;
        for (const RecordView& audit : audits_of(folder[process])) records.push_back(audit.record());
        return folder.names(records);
    };
    CHECK(audits("process/deepest") == "audit/of-whole, audit/of-part");
    CHECK(audits("process/whole") == "audit/of-whole");
    CHECK(audits("process/apart") == "");
}

TEST_CASE("parts that form a circle end") {
    const Folder folder(R"(# file: processes.yaml
process: a
title: P
part_of: b
---
process: b
title: P
part_of: a
# file: audits.yaml
audit: of-a
title: A
planned: 2026-04-01
done: 2026-04-01
disciplines: [quality]
processes: [a]
)",
                        Folder::Records::faulty);
    CHECK(folder.facts().audit_coverage().size() == 2);
    CHECK(audits_of(folder["process/a"]).size() == 1);
    CHECK(audits_of(folder["process/b"]).size() == 1);
}
