#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"

namespace ims {
namespace {

bool forbids_itself(const Schema& schema, const RecordView& record, Field field) {
    const ReferenceSpec* spec = schema.reference(record.kind(), field);
    return spec != nullptr && (spec->not_self || spec->tree);
}

// Retired records too: `replaced_by` is a field of theirs.
void check(const CheckContext& context, Reporter& report) {
    for (const RecordId id : context.graph.all()) {
        const RecordView record = context.graph[id];
        for (const Edge& edge : context.graph.edges(id)) {
            if (edge.other != id || edge.inverted || !forbids_itself(context.graph.schema(), record, edge.field))
                continue;
            const std::string_view path = context.graph.schema().path(edge.field);
            report
                .at(record, context.graph.written(id, edge),
                    fmt::format("{} `{}` names itself under `{}`", record.kind_name(), visible(record.id()), path))
                .help(fmt::format("name another {}, or take this out", record.kind_name()))
                .field(std::string(path));
        }
    }
}

}  // namespace

IMS_DEFINE_RULE(self_reference) = {
    .check_folder = check,
    .page =
        R"(A record names itself in a field that is meant for another record: it is part of itself, reports to itself, deputises for
itself, replaces or supersedes itself, or needs itself. A process that takes in what it gives out itself is fine.

## Why it matters

Such a reference says nothing, and where a deputy or an alternative is due it looks like an answer: who stands in for the
driver? The driver. Responsibilities have to be assigned so that they can be carried out (harmonised clause 5.3), and
recovery must not count on what has just failed (ISO 22301 8.3).

## How to mend it

Name the record that is really meant, or take the reference out. A default for all records of a kind under `defaults` in
`ims.yaml`, such as `role: {reports_to: owner}`, does not apply to the record that it names, so it needs no care.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: roles/driver.yaml
role: driver
title: Driver
deputies: [driver]
)",
    .good = R"(# file: roles/driver.yaml
role: driver
title: Driver
deputies: [florist]
# file: roles/florist.yaml
role: florist
title: Florist
)"};

}  // namespace ims
