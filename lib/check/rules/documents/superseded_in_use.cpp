#include <algorithm>

#include <fmt/format.h>

#include "assess/documents.h"
#include "assess/history.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kShown = 4;

struct Use {
    RecordId user;
    FieldView place;
};

// Records that name it otherwise than as what they replace or are replaced by, each once. What is retired, or tells of
// the past, names what was there then.
std::vector<Use> uses_of(const RecordView& document) {
    namespace own = fields::document;
    const Graph& graph = document.graph();
    std::vector<Use> uses;
    for (const Edge& edge : graph.references_to(document.record())) {
        if (edge.field == own::supersedes || edge.field == own::superseded_by || edge.field == fields::replaced_by)
            continue;
        if (edge.other == document.record() || graph[edge.other].retired() || is_history(graph[edge.other])) continue;
        if (std::ranges::find(uses, edge.other, &Use::user) != uses.end()) continue;
        uses.push_back({edge.other, graph.written(edge.other, edge)});
        if (uses.size() > 100) break;
    }
    return uses;
}

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    if (!document.active()) return;
    const auto newer = successor_of(document);
    if (!newer) return;
    const std::vector<Use> uses = uses_of(document);
    const FieldView status = document[fields::status];
    auto finding = report.at(document, status.inherited() ? FieldView() : status,
                             fmt::format("document `{}` is still in force, and `{}` has taken its place",
                                         visible(document.id()), visible(newer->id())));
    finding.field("status");
    finding.label(newer->id_span(), "the newer document");
    for (std::size_t index = 0; index < std::min(uses.size(), kShown); ++index) {
        finding.label(uses[index].place.span(),
                      fmt::format("{} names the old one", visible(context.graph[uses[index].user].name())));
    }
    if (uses.size() > kShown) {
        finding.note(fmt::format("{} name it, here are {} of them",
                                 uses.size() > 100 ? "more than 100 records" : counted(uses.size(), "record"), kShown));
    }
    const std::string retire = fmt::format("say `status: retired` and `replaced_by: {}` here", visible(newer->id()));
    finding.help(uses.empty()
                     ? retire
                     : fmt::format("name `{}` where the old one is named, then {}", visible(newer->id()), retire));
}

}  // namespace

IMS_DEFINE_RULE(superseded_in_use) = {
    .kinds = {kinds::document},
    .check_record = check,
    .page =
        R"(A document in force has taken the place of another (`supersedes`, or `superseded_by` there), and the older one is still in
force: its `status` is not `retired`. The finding shows where records still name the older one. One finding a document. As
long as the newer one is a draft, the older one holds and nothing is reported. Once the older one is retired, whoever still
names it is told by `retired-reference`.

## Why it matters

Two versions in force are two truths: the new colleague finds the old checklist first and works by it. Obsolete documents
are to be kept from being used by mistake (clause 7.5.3 of all management system standards, ISO 9001 7.5.3.2).

## How to mend it

Let processes and other records name the newer document. Then say `status: retired` and `replaced_by` in the older one: it
stays for the history and takes no part. If both are meant to hold, side by side, take `supersedes` out.

To accept it while you change over, add an entry to `exceptions` of the older document with `rule: superseded-in-use`,
`reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/close-shop.yaml
process: close-shop
title: Close the shop
documents: [closing-checklist-2024]
# file: documents/closing-checklist-2024.yaml
document: closing-checklist-2024
title: Closing checklist, 2024
type: checklist
# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
supersedes: closing-checklist-2024
)",
    .good = R"(# file: processes/close-shop.yaml
process: close-shop
title: Close the shop
documents: [closing-checklist]
# file: documents/closing-checklist-2024.yaml
document: closing-checklist-2024
title: Closing checklist, 2024
type: checklist
status: retired
replaced_by: closing-checklist
# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
supersedes: closing-checklist-2024
)"};

}  // namespace ims
