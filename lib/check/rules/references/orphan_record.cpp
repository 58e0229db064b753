#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Another rule says more of these where they stand alone (idle-control, risk-without-process, …), or they stand alone
// by their nature: a catalogue, what was decided for it, a review.
constexpr KindId kSpared[] = {
    kinds::process, kinds::role,     kinds::risk,     kinds::control,       kinds::obligation,
    kinds::asset,   kinds::incident, kinds::standard, kinds::applicability, kinds::management_review};

// A reference that leads nowhere was reported, and one that inherits its value still is one.
bool names_another(const Graph& graph, const RecordView& record) {
    if (!graph.edges(record.record()).empty()) return true;
    const Value* values = graph.values(record.file());
    const Record& data = graph.record(record.record());
    for (std::uint32_t index = data.first; index < data.last; ++index) {
        const ValueType type = values[index].type;
        if (type == ValueType::reference || type == ValueType::invalid) return true;
    }
    return false;
}

bool is_named(const Graph& graph, RecordId record) {
    return std::ranges::any_of(graph.references_to(record),
                               [&](const Edge& edge) { return !graph[edge.other].retired(); });
}

// Of every kind, a folder's own kinds too.
void check(const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    // What could not be read may name any of them.
    if (graph.anything_unread()) return;
    for (const RecordId id : graph.all()) {
        const RecordView record = graph[id];
        const bool spared = std::ranges::find(kSpared, record.kind()) != std::end(kSpared);
        // A clause is a link too; a draft is still being written.
        if (spared || !record.active() || record.has(fields::clauses)) continue;
        if (names_another(graph, record) || is_named(graph, id)) continue;
        report
            .on(record, fmt::format("{} `{}` stands alone: it names no other record, and none names it",
                                    record.kind_name(), visible(record.id())))
            .help("link it where it belongs, give it an `owner`, or delete it if nobody needs it");
    }
}

}  // namespace

IMS_DEFINE_RULE(orphan_record) = {
    .check_folder = check,
    .page =
        R"(A record names no other record, and no other record that is in force names it. Drafts are not reported, nor are records
that are evidence for a clause, nor kinds of which another rule says more where they stand alone: processes, roles, risks,
controls, obligations, assets and incidents. If a file cannot be read, nothing is reported, since it may hold the link.

## Why it matters

What is linked to nothing has no effect: nobody answers for it, no process uses it, no report shows it next to what it is
about. Mostly a link was forgotten. A management system is made of processes and what they have to do with each other
(harmonised clause 4.4), and of documented information that is needed for it (7.5.1).

## How to mend it

Link it from where it is used, or the other way round: a competence from the roles that need it, a site from its processes
and assets, an issue to the risks that it leads to. Give it an `owner`. If nobody needs it any more, delete it, or keep it
for its history with `status: retired`.

To accept it, add an entry to `exceptions` of the record: `rule: orphan-record`, with `reason`, `by` and `until`. To see it
never, write `orphan-record: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: competences/floristry.yaml
competence: floristry
title: Floristry
# file: roles/florist.yaml
role: florist
title: Florist
)",
    .good = R"(# file: competences/floristry.yaml
competence: floristry
title: Floristry
# file: roles/florist.yaml
role: florist
title: Florist
competences:
  - competence: floristry
)"};

}  // namespace ims
