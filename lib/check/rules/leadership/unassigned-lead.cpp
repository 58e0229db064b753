#include <iterator>
#include <optional>
#include <span>

#include "check/asking.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unassigned_lead {
namespace {

// What stands beside the discipline in ims.yaml; its name there may be misspelt, which is reported.
FieldView entry_of(const FieldView& all, const DisciplineInForce& discipline) {
    for (const FieldView entry : all.children()) {
        if (entry.key_span().begin == discipline.span.begin) return entry;
    }
    return {};
}

// Who is retired or does not exist is reported where they are named; a role that could not be read may well lead.
bool has_lead(const Graph& graph, const FieldView& entry) {
    const FieldView lead = entry[fields::ims::disciplines.lead];
    const auto role = target_of(graph, lead);
    return lead && (!role || role->active());
}

// In ims.yaml, where each of them is put into force.
std::optional<Fix> fix_that_asks(const FieldView& all, DisciplineSet without, const CheckContext& context,
                                 Reporter& report) {
    const RecordView settings = context.graph[context.graph.settings_record()];
    constexpr Field kLead = fields::ims::disciplines.lead;
    std::optional<Fix> fix;
    for (const Discipline each : without) {
        const FieldView entry = entry_of(all, context.settings.disciplines[each.index()]);
        auto asking = ask_for(settings, entry, std::span(&kLead, 1), report.arena());
        if (!asking.fix) continue;
        if (!fix) fix = std::move(asking.fix);
        else std::ranges::move(asking.fix->operations, std::back_inserter(fix->operations));
    }
    return fix;
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    const FieldView all = context.graph[context.graph.settings_record()][fields::ims::disciplines];
    if (!all || all.invalid()) return;
    DisciplineSet without;
    std::vector<FieldView> drafts;
    for (const Discipline discipline : context.settings.in_force()) {
        const FieldView entry = entry_of(all, context.settings.disciplines[discipline.index()]);
        if (!entry || entry.invalid() || has_lead(context.graph, entry)) continue;
        without.add(discipline);
        if (const FieldView lead = entry[fields::ims::disciplines.lead]) drafts.push_back(lead);
    }
    if (without.empty()) return;
    const auto place = [&](Discipline discipline) { return context.settings.disciplines[discipline.index()].span; };
    auto finding = report.whole(place(*without.begin()), "nobody leads {:12}", without);
    finding.about(context.settings, without).fix(fix_that_asks(all, without, context, report));
    for (const Discipline discipline : without) {
        if (discipline != *without.begin()) finding.label(place(discipline), "no lead here either");
    }
    finding.field("disciplines");
    if (!drafts.empty())
        finding.note(
            "the {0:role named is|roles named are} only [[a draft|{0:a draft|drafts}]], which is no evidence: {0}",
            drafts);
    finding
        .note(
            "so nobody sees to [[the discipline|{0:it|each of them}]] as a whole, or tells top management how it "
            "stands",
            without)
        .help(
            "[[name the role in ims.yaml: `{0}: {{lead: ROLE}}`|decide which role leads {1:12}]]; "
            "one role may lead several",
            *without.begin(), without);
}

}  // namespace ims::rules::unassigned_lead
