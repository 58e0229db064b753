#include <algorithm>
#include <unordered_map>

#include "assess/participation/roles.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::duty_conflict {
namespace {

namespace field = fields::role;

// A role that must be apart from the one looked at; either may say so, or both.
struct Conflict {
    RecordView other;
    FieldView own;     // the entry of the role looked at
    FieldView others;  // … of the other one
    [[nodiscard]] FieldView entry() const { return own ? own : others; }
};

// The entry of `conflicts_with` in which a role is named.
FieldView entry_around(const RecordView& of, const FieldView& named) {
    const Value* const values = of.graph().values(of.file());
    std::uint32_t around = named.index() - 1;
    while (values[around].next <= named.index()) --around;
    return {values, around, &of.graph().value_sources(of.file())};
}

std::vector<Conflict> conflicts_of(const RecordView& role, const Graph& graph) {
    std::vector<Conflict> all;
    std::unordered_map<RecordId, std::size_t> places;
    const auto conflict = [&](const RecordView& other) -> Conflict& {
        const auto [place, added] = places.try_emplace(other.record(), all.size());
        return added ? all.emplace_back(Conflict{other, {}, {}}) : all[place->second];
    };
    for (const FieldView entry : role[field::conflicts_with].children()) {
        const auto other = target_of(graph, entry[field::conflicts_with.role]);
        if (other && *other != role) conflict(*other).own = entry;
    }
    for (const Edge& edge : graph.references_to(role.record())) {
        const RecordView other = graph[edge.other];
        if (edge.field != field::conflicts_with.role || other == role || other.retired()) continue;
        // Of several entries for one role the last counts.
        conflict(other).others = entry_around(other, graph.places(edge.other, edge).back());
    }
    return all;
}

// A control that makes up for it is in place, or nobody can tell.
bool is_compensated(const FieldView& entry, const Graph& graph) {
    const FieldView named = entry[field::conflicts_with.compensated_by];
    if (!named || !named.target().known()) return static_cast<bool>(named);  // what names nothing is reported as such
    const RecordView control = graph[named.target()];
    return control.unread() || (control.active() && control.word(fields::control::implementation) == "in-place");
}

Message safeguard(const Conflict& conflict, Reporter& report) {
    const RecordId control = conflict.entry()[field::conflicts_with.compensated_by].target();
    return control.known() ? report.say("control {} is to make up for it, and is not in place", control)
                           : Message("no control makes up for it");
}

// Whoever stands in under this name has the other role's duties too.
bool does_both(const RecordView& deputy, const RecordView& other, const CheckContext& context) {
    const People& people = context.facts.people();
    const std::vector<RecordId> doers = people.doers(other.record());
    const auto does = [&](RecordId each) { return std::ranges::binary_search(doers, each); };
    if (deputy.is(kinds::person)) return does(deputy.record());
    const std::vector<RecordId> included = included_roles(context.graph, deputy.record());
    if (deputy == other || std::ranges::find(included, other.record()) != included.end()) return true;
    const Holders& holders = people.holders(deputy.record());
    return holders.named() && std::ranges::all_of(holders.people, does);
}

// What the conflict touches.
struct Touched {
    std::vector<Cells> homes;  // the processes in which both roles take part
    DisciplineSet about;       // what those carry; without any such process, what those of either role do
};

Touched touched_by(RecordId role, RecordId other, const Facts& facts) {
    Touched out;
    const auto own = facts.processes_of(role);
    const auto others = facts.processes_of(other);
    std::vector<RecordId> both;
    std::ranges::set_intersection(own, others, std::back_inserter(both));
    for (const RecordId process : both) out.homes.push_back({process, facts.process(process)->concerned});
    if (both.empty()) std::ranges::set_union(own, others, std::back_inserter(both));
    for (const RecordId process : both) out.about |= facts.process(process)->concerned;
    return out;
}

// Somebody has both roles. The one that says that they must be apart speaks; where both do, both, unless one of them
// accepts it.
void report_holders(const RecordView& role, const Conflict& conflict, std::span<const RecordId> both,
                    const CheckContext& context, Reporter& report) {
    const Graph& graph = context.graph;
    if (!conflict.own) return;
    const Touched touched = touched_by(role.record(), conflict.other.record(), context.facts);
    const bool told_there = conflict.others && conflict.other.active();
    if (told_there && report.accepts(conflict.other, touched.about) && !report.accepts(role, touched.about)) return;
    auto finding = discipline_finding(
        role, touched.about, report, conflict.own[field::conflicts_with.role].span(),
        report.say("roles {0} and {1} must be apart, and {2} {2:has|have} both", role, conflict.other, both), {},
        touched.homes);
    if (!finding) return;
    finding->field("conflicts_with").key(std::string(conflict.other.id())).note(safeguard(conflict, report));
    if (conflict.others) {
        finding->twins(role, conflict.other);
        finding->label(conflict.others[field::conflicts_with.role].span(), "said here too");
    }
    for (const RecordId person : both.first(std::min<std::size_t>(both.size(), 3)))
        finding->label(graph[person].id_span(), "the person");
    finding->help(
        "give one of the roles to somebody else, or [[name a control that makes up for it and is in place: "
        "`compensated_by: CONTROL`|put a control in place that makes up for it]]");
}

// Nobody has both roles, but whoever stands in for this one does.
void report_deputies(const RecordView& role, const std::vector<Conflict>& conflicts, const CheckContext& context,
                     Reporter& report) {
    for (const FieldView item : role[field::deputies].children()) {
        const auto deputy = target_of(context.graph, item);
        if (!deputy || *deputy == role) continue;
        std::vector<RecordId> others;
        const Conflict* first = nullptr;
        for (const Conflict& conflict : conflicts) {
            if (!does_both(*deputy, conflict.other, context)) continue;
            others.push_back(conflict.other.record());
            if (first == nullptr) first = &conflict;
        }
        if (first == nullptr) continue;
        const bool itself = std::ranges::find(others, deputy->record()) != others.end();
        const Touched touched = touched_by(role.record(), first->other.record(), context.facts);
        auto finding = discipline_finding(
            role, touched.about, report, item.span(),
            itself
                ? report.say("role {} must be apart from role {}, and is its deputy", *deputy, role)
                : report.say("deputy {0} of role {1} has [[|{2:role|the roles} ]]{2} too, which must be apart from it",
                             holder(*deputy), role, others),
            Grade::medium, touched.homes);
        if (!finding) continue;
        finding->field("deputies")
            .key(std::string(item.text()))
            .note("while the holder is away, one person does both")
            .note(safeguard(*first, report))
            .label(first->entry().span(), "said here")
            .help(
                "name another deputy, or [[a control that makes up for it and is in place: `compensated_by: CONTROL`|"
                "put a control in place that makes up for it]]");
    }
}

}  // namespace

void check(const RecordView& role, const CheckContext& context, Reporter& report) {
    const std::vector<Conflict> conflicts = conflicts_of(role, context.graph);
    if (conflicts.empty()) return report.not_asked(role);
    const std::vector<RecordId> doers = context.facts.people().doers(role.record());
    std::vector<Conflict> open;
    for (const Conflict& conflict : conflicts) {
        if (is_compensated(conflict.own, context.graph) || is_compensated(conflict.others, context.graph)) continue;
        std::vector<RecordId> both;
        const std::vector<RecordId> others = context.facts.people().doers(conflict.other.record());
        std::ranges::set_intersection(doers, others, std::back_inserter(both));
        if (both.empty()) open.push_back(conflict);
        else report_holders(role, conflict, both, context, report);
    }
    report_deputies(role, open, context, report);
}

}  // namespace ims::rules::duty_conflict
