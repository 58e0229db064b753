#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::applicability)) return;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force() || !standard.has_annex || !standard.statements.empty()) continue;
        auto finding =
            report.whole(context.settings.disciplines[standard.followed[0].discipline.index()].span,
                         fmt::format("there is no statement of applicability for {}", visible(standard.title)));
        finding.key(std::string(standard.id)).about("", context.settings.names(standard.disciplines));
        finding.note(fmt::format(
            "its annex has {}; each is needed or left out for a reason",
            counted(static_cast<std::size_t>(std::ranges::count_if(standard.clauses, &Clause::annex)), "control")));
        for (const RecordId id : context.graph.of_kind(kinds::applicability)) {
            const RecordView statement = context.graph[id];
            if (statement.status() == Status::draft &&
                statement[fields::applicability::against].target() == standard.record)
                finding.label(statement.id_span(), "this one is a draft");
        }
        finding.help(
            fmt::format("add a record `applicability: …` with `against: {}` and a decision for each control under "
                        "`decisions`",
                        standard.id));
    }
}

}  // namespace

IMS_DEFINE_RULE(applicability_missing) = {
    .check_folder = check,
    .page =
        R"(A discipline follows a standard whose catalogue has controls of an annex (ISO/IEC 27001, ISO/IEC 42001), and no active
statement of applicability is kept against it. A draft does not count. It stands at the discipline in ims.yaml.

## Why it matters

The statement of applicability says for each control of Annex A whether it is needed and why, or why not (ISO/IEC 27001
6.1.3 d, ISO/IEC 42001 6.1.3). It is the first document that a certification audit asks for: without it nobody can tell a
control that was left out on purpose from one that was forgotten.

## How to mend it

Add a record of the kind `applicability` with `against: iso-27001-2022`, and decide on each control under `decisions`:
`A.5.31: {applies: yes, reason: we keep data of customers, controls: [privacy-notice]}`. A whole group can be decided at
once by its heading (`A.7`). To accept the gap for a while, give the rule another grade under `check.rules` in ims.yaml.
)",
    .bad = R"(# file: ims.yaml
organisation: Example
disciplines:
  information-security: {standards: [iso-27001-2022]}
# file: controls/locked-door.yaml
control: locked-door
title: The server room is locked
disciplines: [information-security]
clauses: [iso-27001-2022:A.7.2]
)",
    .good = R"(# file: ims.yaml
organisation: Example
disciplines:
  information-security: {standards: [iso-27001-2022]}
# file: controls/locked-door.yaml
control: locked-door
title: The server room is locked
disciplines: [information-security]
clauses: [iso-27001-2022:A.7.2]
# file: security/statement.yaml
applicability: security-statement
title: Statement of applicability
against: iso-27001-2022
decisions:
  A.7.2: {applies: yes, reason: the server stands in the shop, controls: [locked-door]}
)"};

}  // namespace ims
