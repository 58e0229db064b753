#include "judge/lacking.h"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>

#include "diagnostics/rules.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct ClosedBy {
    RuleId rule;
    KindId kind;
    std::string_view set = {};  // what the record has to say: `type=policy`
};

// What is found since a record is not there that no field of the finding names.
constexpr std::array<ClosedBy, 22> kClosedBy = {{
    {RuleId::audit_gap, kinds::audit},
    {RuleId::audit_overdue, kinds::audit},
    {RuleId::separate_audits, kinds::audit},
    {RuleId::policy_missing, kinds::document, "type=policy"},
    {RuleId::discipline_without_objective, kinds::objective},
    {RuleId::process_without_objective, kinds::objective},
    {RuleId::prioritised_without_plan, kinds::plan},
    {RuleId::emergency_without_plan, kinds::plan},
    {RuleId::plan_not_exercised, kinds::exercise},
    {RuleId::rto_never_shown, kinds::exercise},
    {RuleId::exercise_without_action, kinds::nonconformity},
    {RuleId::failed_without_action, kinds::nonconformity},
    {RuleId::incident_unlearned, kinds::nonconformity},
    {RuleId::critical_asset_without_risk, kinds::risk},
    {RuleId::unforeseen_incident, kinds::risk},
    {RuleId::discipline_unaddressed, kinds::risk},
    {RuleId::residual_without_control, kinds::control},
    {RuleId::risk_over_appetite, kinds::control},
    {RuleId::significant_aspect_uncontrolled, kinds::control},
    {RuleId::need_undecided, kinds::obligation},
    {RuleId::applicability_missing, kinds::applicability},
    {RuleId::climate_undecided, kinds::issue},
}};

// The kind that a field names by a link of two sides, if it is one.
std::optional<KindId> kind_named_by(const Graph& graph, const Finding& finding) {
    const auto kind = graph.schema().find_kind(finding.record.kind);
    if (!kind || finding.field.empty()) return std::nullopt;
    const FieldSpec* const field = graph.schema().find_field(*kind, finding.field);
    if (field == nullptr || field->shape->item == nullptr) return std::nullopt;
    const ReferenceSpec* const reference = field->shape->item->reference;
    if (reference == nullptr || reference->inverse.empty() || reference->kinds.size() != 1) return std::nullopt;
    return graph.schema().find_kind(reference->kinds.front());
}

std::optional<KindId> closed_by(const Graph& graph, const Finding& finding) {
    const auto known = std::ranges::find(kClosedBy, finding.rule, &ClosedBy::rule);
    return known != kClosedBy.end() ? std::optional(known->kind) : kind_named_by(graph, finding);
}

std::string_view set_for(const Finding& finding) {
    const auto known = std::ranges::find(kClosedBy, finding.rule, &ClosedBy::rule);
    return known == kClosedBy.end() ? std::string_view() : known->set;
}

std::vector<RecordId> drafts_for(const Graph& graph, const Lacking& lacking) {
    constexpr std::string_view kType = "type=";
    std::vector<RecordId> out;
    for (const RecordId id : graph.of_kind(lacking.kind)) {
        const RecordView record = graph[id];
        const bool fits =
            !lacking.set.starts_with(kType) || record.word(fields::type) == lacking.set.substr(kType.size());
        if (record.status() == Status::draft && !record.built_in() && fits) out.push_back(id);
    }
    return out;
}

bool worse(const Finding& a, const Finding& b) { return a.grade > b.grade; }

}  // namespace

std::vector<Lacking> find_lacking(const Graph& graph, const Coverage& coverage, const FindingList& findings) {
    std::vector<Lacking> all;
    const auto of_kind = [&](KindId kind) -> Lacking& {
        const auto known = std::ranges::find(all, kind, &Lacking::kind);
        if (known != all.end()) return *known;
        all.emplace_back().kind = kind;
        return all.back();
    };
    // Without a process nothing else is missed yet.
    if (coverage.processes == 0 && !graph.may_be_unread(kinds::process)) {
        of_kind(kinds::process).none = "nothing between disciplines can be judged";
        if (graph.of_kind(kinds::role).empty()) of_kind(kinds::role).none = "who does the work cannot be judged";
        if (graph.of_kind(kinds::risk).empty()) of_kind(kinds::risk).none = "what can go wrong cannot be judged";
    }
    for (const Coverage::Missing& each : coverage.missing) of_kind(each.kind).none = each.why;
    for (std::size_t index = 0; index < findings.told(); ++index) {
        const auto id = FindingId::from(index);
        const Finding& finding = findings[id];
        const auto kind = closed_by(graph, finding);
        if (!kind) continue;
        Lacking& lacking = of_kind(*kind);
        ++lacking.gaps;
        if (!lacking.first || worse(finding, findings[*lacking.first])) lacking.first = id;
    }
    for (Lacking& lacking : all) {
        if (lacking.first) lacking.about = findings[*lacking.first].on;
        if (lacking.first) lacking.set = set_for(findings[*lacking.first]);
        lacking.drafts = drafts_for(graph, lacking);
    }
    // Among equals what was missed first: the order of the coverage, which is that of what kinds are for.
    std::ranges::stable_sort(all, [](const Lacking& a, const Lacking& b) {
        return std::tuple(a.none.empty(), b.gaps) < std::tuple(b.none.empty(), a.gaps);
    });
    return all;
}

}  // namespace ims
