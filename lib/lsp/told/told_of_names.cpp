// Names that mean something: rules, families of them, disciplines.
#include <algorithm>

#include <fmt/format.h>

#include "diagnostics/voice.h"
#include "lsp/told/told_of.h"
#include "output/explain/explain.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Of ims.yaml, what stands below a discipline.
FieldView run_of_discipline(const Graph& graph, std::string_view name) {
    for (const FieldView entry : graph[graph.settings_record()][fields::ims::disciplines].children()) {
        if (entry.key() == name) return entry;
    }
    return {};
}

}  // namespace

std::string told_of_rule(const Asked& asked, std::string_view name) {
    const RuleSet& rules = asked.judged->analysis->rules;
    ToldText text(asked.client);
    if (const auto rule = rules.book().find(name)) {
        const RuleEntry& about = rules.book()[*rule];
        const auto grade = asked.judged->graph().settings().grade(about);
        text.strong(for_editors(about.summary)).paragraph();
        text.own("Rule ").code(about.name).own(", ");
        if (grade) text.own(fmt::format("grade {}", to_string(*grade)));
        else text.own("turned off in ims.yaml");
        if (about.fixedness == Fixedness::fixed) text.own(", which is fixed: no exception accepts what it finds");
        text.paragraph().said(rule_help(rules, *rule).finds);
        return text.take();
    }
    const auto families = rules.book().families();
    const auto family = std::ranges::find(families, name, &RuleFamily::name);
    if (family == families.end()) return {};
    text.own("All rules on ").said(family->says).own(".");
    return text.take();
}

std::string told_of_discipline(const Asked& asked, std::string_view name) {
    const Graph& graph = asked.judged->graph();
    const auto discipline = graph.settings().find(name);
    ToldText text(asked.client);
    if (!discipline) return {};
    text.strong(name).paragraph().own("A discipline in force");
    const DisciplineInForce& in_force = graph.settings().disciplines[discipline->index()];
    for (const std::string& standard : in_force.standards)
        text.own(&standard == &in_force.standards.front() ? ", by " : ", ").code(standard);
    text.own(".").paragraph();
    const FieldView lead = run_of_discipline(graph, name)[fields::ims::disciplines.lead];
    if (!lead) {
        text.own("ims.yaml names nobody who leads it.");
        return text.take();
    }
    text.own("Lead: ");
    if (const auto target = target_of(graph, lead)) text.raw(target->title()).own(" (").code(lead.text()).own(")");
    else text.code(lead.text()).own(", of whom nothing is known");
    return text.take();
}

}  // namespace ims
