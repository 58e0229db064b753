#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (context.settings.disciplines.empty() || record.has(fields::disciplines)) return;
    if (!context.facts.disciplines(record.record()).empty()) return;
    if (record.is(kinds::control)) {
        // A control takes the disciplines of what it is for; where those have none, the gap is theirs.
        if (!record.lacks(fields::control::risks) || !record.lacks(fields::control::obligations)) return;
    }
    report.on(record, fmt::format("{} `{}` names no discipline", record.kind_name(), record.id()))
        .field("disciplines")
        .note("it counts nowhere: no process is held to address it, nobody is asked to answer for it")
        .help(record.is(kinds::control)
                  ? "link the risk or obligation that it is for (`risks`, `obligations`), or add `disciplines`"
                  : fmt::format("add the disciplines that it serves: `disciplines: [{}]`",
                                context.settings.disciplines[0].name));
}

IMS_DEFINE_RULE(record_without_discipline) = {
    .kinds = {kinds::risk, kinds::obligation, kinds::objective, kinds::control},
    .check_record = check,
    .page =
        R"(A risk, an obligation or an objective names no discipline; or a control names none and is linked to no risk and no
obligation that would give it one. It counts nowhere: no process addresses a discipline through it, nobody is asked to
answer for it, and no report of a discipline shows it.

## Why it matters

What is kept without a discipline falls between them, which is the very gap that this tool looks for. Clause 6.1 of the
management system standards asks for risks and actions that are tied to what the system is for.

## How to mend it

Add `disciplines`, one or several: a fire is a matter of safety, of continuity and of the environment at once. If many
records of a kind serve the same discipline, put it under `defaults` in ims.yaml. A control takes the disciplines of its
risks and obligations: link those. To accept the finding, add an entry to `exceptions`.
)",
    .bad = R"(risk: water-damage
title: Water runs into the store room
)",
    .good = R"(risk: water-damage
title: Water runs into the store room
disciplines: [business-continuity, quality]
)"};

}  // namespace ims
