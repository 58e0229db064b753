#include <algorithm>

#include "assess/dates/history.h"
#include "assess/performance/documents.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::superseded_in_use {
namespace {

constexpr std::size_t kShown = 4;
constexpr std::size_t kMost = 100;  // nobody counts more

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
        if (uses.size() > kMost) break;
    }
    return uses;
}

}  // namespace

void check(const RecordView& document, const CheckContext&, Reporter& report) {
    const auto newer = successor_of(document);
    if (!newer) return;
    const std::vector<Use> uses = uses_of(document);
    const FieldView status = document[fields::status];
    auto finding = report.at(document, status.inherited() ? FieldView() : status,
                             "document {} is still in force, and {} has taken its place", document, *newer);
    finding.field("status");
    finding.label(newer->id_span(), "the newer document");
    std::vector<RecordId> shown;
    for (std::size_t index = 0; index < std::min(uses.size(), kShown); ++index) {
        finding.label(uses[index].place.span(), "{} names the old one", bare(uses[index].user));
        shown.push_back(uses[index].user);
    }
    if (uses.size() > kMost) {
        finding.note(
            "[[more than {0} records name it, here are {1} of them|more than {0} others still refer to it, among them "
            "{2}]]",
            kMost, kShown, shown);
    } else if (uses.size() > kShown) {
        finding.note("[[{0} records name it, here are {1} of them|{0} others still refer to it, among them {2}]]",
                     uses.size(), kShown, shown);
    }
    if (uses.empty()) {
        finding.help("[[say `status: retired` and `replaced_by: {}` here|withdraw the old one]]", plain(*newer));
    } else {
        finding.help(
            "[[name {0} where the old one is named, then say `status: retired` and `replaced_by: {1}` here|refer to "
            "{0} wherever the old one is referred to, then withdraw the old one]]",
            *newer, plain(*newer));
    }
}

}  // namespace ims::rules::superseded_in_use
