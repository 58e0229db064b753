#include "assess/failures/hanging.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {

void Support::add(RecordId who) {
    if (open || includes(who)) return;
    if (!first.known()) first = who;
    else if (!second.known()) second = who;
    else open = true;
    if (second.known() && second < first) std::swap(first, second);
}

void Support::add(const Support& other) {
    open = open || other.open;
    if (other.first.known()) add(other.first);
    if (other.second.known()) add(other.second);
}

OnPeople::OnPeople(const Graph& graph, const Responsibilities& responsibilities, const Participation& participation,
                   const People& people)
    : graph_(graph), people_(people) {
    find_supports();
    for (const ProcessFacts& process : participation.processes()) {
        find_standstills(graph[process.process], responsibilities);
        find_answers(process);
    }
}

const Hanging& OnPeople::on(RecordId who, RecordId second) const {
    static const Hanging kNothing;
    if (second.known() && second < who) std::swap(who, second);
    const auto found = hanging_.find({who, second});
    return found == hanging_.end() ? kNothing : found->second;
}

RecordId OnPeople::holder(RecordId role) const {
    const auto found = holders_.find(role);
    return found == holders_.end() ? RecordId() : found->second;
}

// Those who hold it, without deputies.
Support OnPeople::held_by(RecordId role) const {
    Support out;
    if (const RecordId one = people_.the_one(role); one.known()) {
        out.add(one);
        return out;
    }
    const Holders& all = people_.holders(role);
    if (all.vacant()) return out;
    if (all.known && all.count() == 1) {
        out.add(role);
        return out;
    }
    out.open = !all.known || all.unnamed > 0;
    for (const RecordId person : all.people) out.add(person);
    return out;
}

// Those who hold it, and those who stand in.
Support OnPeople::of(const RecordView& role) const {
    Support out = held_by(role.record());
    out.open = out.open || !people_.deputies_known(role.record());
    for (const RecordView deputy : role.linked(fields::role::deputies)) {
        if (deputy.is(kinds::person)) {
            if (people_.is_here(deputy.record())) out.add(deputy.record());
        } else if (deputy.active() && deputy != role) {
            out.add(held_by(deputy.record()));
        }
    }
    return out;
}

std::vector<StandIn> OnPeople::stand_ins(RecordId role, RecordId away) const {
    std::vector<StandIn> out;
    for (const RecordView deputy : graph_[role].linked(fields::role::deputies)) {
        const RecordId id = deputy.record();
        if (deputy.is(kinds::person)) {
            if (id != away && people_.is_here(id)) out.push_back({id});
        } else if (deputy.active() && id != role) {
            const Support held = held_by(id);
            const bool another = held.open || held.second.known() || (held.first.known() && held.first != away);
            const bool known = people_.holders(id).known || people_.the_one(id).known();
            if (another) out.push_back({id, !known});
        }
    }
    return out;
}

void OnPeople::find_supports() {
    for (const RecordId id : graph_.of_kind(kinds::role)) {
        const RecordView role = graph_[id];
        if (!role.active()) continue;
        const Support held = held_by(id);
        holders_[id] = held.open || held.second.known() ? RecordId() : held.first;
        const Support support = of(role);
        supports_[id] = support;
        if (Hanging* const all = hanging(support)) all->roles.push_back(id);
    }
}

Hanging* OnPeople::hanging(const Support& support) {
    if (support.open || support.nobody()) return nullptr;
    return &hanging_[{support.first, support.second}];
}

void OnPeople::find_standstills(const RecordView& process, const Responsibilities& responsibilities) {
    namespace own = fields::process;
    bool anybody = false;
    // Work goes on while one of those who do it is there; who is not known may be there.
    const auto add = [&](const std::vector<RecordId>& roles, bool certain, FieldView activity) {
        anybody = anybody || !roles.empty() || !certain;
        Support support;
        RecordId role;
        for (const RecordId each : roles) {
            const Support& of_role = supports_.at(each);
            if (!role.known() && !of_role.nobody()) role = each;
            support.add(of_role);
        }
        Hanging* const all = certain ? hanging(support) : nullptr;
        if (all != nullptr) all->standstills.push_back({process.record(), role, activity});
    };
    const auto add_written = [&](const FieldView& written, FieldView activity) {
        if (!written) return;
        std::vector<RecordId> roles;
        bool certain = !written.invalid();
        for (const FieldView item : written.children()) {
            const RecordId role = item.target();
            certain = certain && role.known() && !graph_[role].unread();
            if (supports_.contains(role)) roles.push_back(role);
        }
        add(roles, certain, activity);
    };
    add_written(process[own::responsible], {});
    for (const FieldView activity : process[own::activities].children())
        add_written(activity[own::activities.responsible], activity);
    if (anybody) return;
    std::vector<RecordId> roles;
    for (const RaciEntry& each : people_.raci(responsibilities, process.record())) {
        if (each.is(Raci::responsible) && supports_.contains(each.who)) roles.push_back(each.who);
    }
    add(roles, !graph_.may_be_unread(kinds::role), {});
    if (roles.empty()) nobody_says_.push_back(process.record());
}

void OnPeople::find_answers(const ProcessFacts& process) {
    if (graph_.may_be_unread(kinds::role)) return;
    std::map<std::uint8_t, Support> supports;  // by discipline
    for (const Participant& each : process.participants) {
        for (const Discipline discipline : each.answers_for()) supports[discipline.value].add(supports_.at(each.role));
    }
    for (const auto& [value, support] : supports) {
        const DisciplineSet discipline = DisciplineSet::of(Discipline(value));
        Hanging* const all = hanging(support);
        if (all == nullptr || (process.concerned & discipline).empty()) continue;
        if (all->answers.empty() || all->answers.back().first != process.process)
            all->answers.emplace_back(process.process, DisciplineSet());
        all->answers.back().second |= discipline;
    }
}

}  // namespace ims
