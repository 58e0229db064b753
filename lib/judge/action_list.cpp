#include "judge/action_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

#include "schema/fields.h"

namespace ims {
namespace {

using Actions = std::vector<ListedAction>;
using ByRecord = std::unordered_map<RecordId, std::vector<std::size_t>>;  // places of actions, in their order

// Those that are promised on each record; `with_risks`: those against it too.
ByRecord by_record(const Actions& actions, bool with_risks) {
    ByRecord out;
    for (std::size_t place = 0; place < actions.size(); ++place) {
        const auto add = [&](RecordId record) {
            std::vector<std::size_t>& places = out[record];
            if (places.empty() || places.back() != place) places.push_back(place);
        };
        add(actions[place].promised->record);
        if (!with_risks) continue;
        for (const RecordId risk : actions[place].against) add(risk);
    }
    return out;
}

bool is_treatment(const Graph& graph, const ListedAction& action) {
    return action.promised && action.promised->what.empty() && graph[action.promised->record].is(kinds::risk);
}

// The control that a treatment consists of: one that is to be put in place by the same day, or by any where the risk
// says none.
ListedAction* control_of(const Graph& graph, Actions& actions, const ByRecord& places, const ListedAction& treatment) {
    for (const RecordView control : graph[treatment.promised->record].linked(fields::risk::controls)) {
        const auto of_control = places.find(control.record());
        if (of_control == places.end()) continue;
        for (const std::size_t place : of_control->second) {
            if (!treatment.due() || actions[place].due() == treatment.due()) return &actions[place];
        }
    }
    return nullptr;
}

void merge_treatments(const Graph& graph, Actions& actions) {
    const ByRecord places = by_record(actions, false);
    std::unordered_set<RecordId> merged;
    for (const ListedAction& each : actions) {
        if (!is_treatment(graph, each)) continue;
        if (ListedAction* const control = control_of(graph, actions, places, each)) {
            control->against.push_back(each.promised->record);
            merged.insert(each.promised->record);
        }
    }
    std::erase_if(actions, [&](const ListedAction& each) {
        return is_treatment(graph, each) && merged.contains(each.promised->record);
    });
}

// Whether what is promised is about a finding: it stands there; or on its record, which has nothing else to promise.
// What a review decided is about anything.
enum class About : std::uint8_t { nothing, record, place };

About about(const OpenAction& action, const Graph& graph, const Finding& finding) {
    if (!finding.on.known() || action.record != finding.on) return About::nothing;
    const Span place = action.place ? action.place.span() : Span();
    if (place.file == finding.span.file && place.begin <= finding.span.begin && finding.span.end <= place.end)
        return About::place;
    return graph[finding.on].is(kinds::management_review) ? About::nothing : About::record;
}

ListedAction* promised_on(const Graph& graph, Actions& actions, const ByRecord& places, const Finding& finding) {
    const auto on_record = places.find(finding.on);
    if (!finding.on.known() || on_record == places.end()) return nullptr;
    ListedAction* only = nullptr;
    std::size_t count = 0;
    for (const std::size_t place : on_record->second) {
        ListedAction& each = actions[place];
        const bool held = each.promised->record != finding.on;  // it is against that
        const About found = about(*each.promised, graph, finding);
        if (found == About::place) return &each;
        if (!held && found == About::nothing) continue;
        only = &each;
        ++count;
    }
    return count == 1 ? only : nullptr;
}

// Of each grade how many, and how many are overdue: those with the worst first.
using Load = std::array<std::size_t, 5>;

void sort_by_desk(Actions& actions) {
    std::map<RecordId, Load> loads;
    for (const ListedAction& each : actions) {
        Load& load = loads[each.who];
        if (!each.causes.empty()) ++load[3 - static_cast<std::size_t>(each.grade)];
        if (each.overdue()) ++load[4];
    }
    std::ranges::stable_sort(actions, [&](const ListedAction& a, const ListedAction& b) {
        if (a.who != b.who) {
            const Load& of_a = loads[a.who];
            const Load& of_b = loads[b.who];
            return of_a != of_b ? of_a > of_b : a.who < b.who;
        }
        const auto key = [](const ListedAction& each) {
            return std::tuple(!each.overdue(), each.causes.empty() ? 1 : -static_cast<int>(each.grade),
                              !each.due().has_value(), each.due().value_or(Date{}));
        };
        return key(a) < key(b);
    });
}

}  // namespace

std::vector<ListedAction> list_actions(const Judged& judged, std::span<const Cause> causes) {
    Actions actions;
    for (const OpenAction& each : open_actions(judged.graph, judged.facts))
        actions.push_back({.promised = each, .who = each.owner});
    merge_treatments(judged.graph, actions);
    const ByRecord places = by_record(actions, true);
    Actions unpromised;
    const FindingList& findings = judged.judgement.findings();
    for (std::size_t place = 0; place < causes.size(); ++place) {
        const Cause& cause = causes[place];
        if (cause.accepted) continue;
        const bool many = cause.population && cause.members.size() > 1;
        ListedAction* const promised =
            many ? nullptr : promised_on(judged.graph, actions, places, findings[cause.first()]);
        ListedAction& action = promised != nullptr ? *promised : unpromised.emplace_back();
        action.causes.push_back(place);
        action.grade = std::max(action.grade, cause.grade);
        if (!action.who.known()) action.who = cause.owner;
    }
    actions.insert(actions.end(), unpromised.begin(), unpromised.end());
    sort_by_desk(actions);
    return actions;
}

const OpenAction* promised_about(std::span<const OpenAction> actions, const Graph& graph, const Finding& finding) {
    if (!finding.on.known()) return nullptr;
    const RecordView record = graph[finding.on];
    const auto is_about = [&](const OpenAction& action) {
        if (about(action, graph, finding) != About::nothing) return true;
        if (!record.is(kinds::risk)) return false;
        const RecordView other = graph[action.record];
        return (other.is(kinds::control) && record.links_to(fields::risk::controls, action.record)) ||
               (other.is(kinds::nonconformity) && other.links_to(fields::nonconformity::risks, record.record()));
    };
    const auto soonest = std::ranges::find_if(actions, is_about);
    return soonest == actions.end() ? nullptr : &*soonest;
}

}  // namespace ims
