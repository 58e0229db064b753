#include <algorithm>

#include <fmt/format.h>

#include "assess/dates/history.h"
#include "assess/performance/documents.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::superseded_in_use {
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

}  // namespace

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    const auto newer = successor_of(document);
    if (!newer) return;
    const std::vector<Use> uses = uses_of(document);
    const FieldView status = document[fields::status];
    auto finding = report.at(document, status.inherited() ? FieldView() : status,
                             fmt::format("document {} is still in force, and `{}` has taken its place",
                                         ticked(document), visible(newer->id())));
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
    finding.help(uses.empty() ? retire
                              : fmt::format("name {} where the old one is named, then {}", ticked(*newer), retire));
}

}  // namespace ims::rules::superseded_in_use
