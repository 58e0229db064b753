#include <algorithm>
#include <optional>

#include "assess/dates/history.h"
#include "assess/performance/documents.h"
#include "check/fixes.h"
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

// Somebody stands behind it, and since when.
bool is_approved(const RecordView& document, Date today) {
    constexpr auto kApproved = fields::document::approved;
    const FieldView approved = document[kApproved];
    const std::optional<Date> date = approved[kApproved.date].date();
    return approved[kApproved.by].target().known() && date && *date <= today;
}

// References to it are told then, and which document to name instead. What nobody has approved takes no place.
std::optional<Fix> fix_that_retires(const RecordView& document, const RecordView& newer, const FieldView& status,
                                    const CheckContext& context, Reporter& report) {
    const FieldView said = document[fields::replaced_by];
    if (!is_approved(newer, context.today) || (said && said.target() != newer.record())) return std::nullopt;
    Fix fix{report.say("retire {}, which {} replaces", document, newer), Fix::Safety::unsafe, {}};
    std::vector<NewEntry> entries;
    if (status && !status.inherited()) fix.operations.emplace_back(ReplaceValue{status.span(), "retired"});
    else entries.push_back({"status", new_text("retired")});
    if (!said) entries.push_back({"replaced_by", new_text(newer.id())});
    if (entries.empty()) return fix;
    auto added = addition_to(document, std::move(entries));
    if (!added) return std::nullopt;
    fix.operations.push_back(std::move(*added));
    return fix;
}

}  // namespace

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
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
    finding.fix(fix_that_retires(document, *newer, status, context, report));
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
