#include "judge/nearest_processes.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "schema/fields.h"

namespace ims {
namespace {

using Set = NearestProcesses::Set;

// Sets of processes, each kept once.
class Sets {
public:
    // `members`: in any order, some of them perhaps twice.
    Set add(std::vector<RecordId>& members) {
        std::ranges::sort(members);
        const auto twice = std::ranges::unique(members);
        members.erase(twice.begin(), twice.end());
        if (members.empty()) return {};
        std::vector<Set>& alike = by_hash_[hash(members)];
        for (const Set each : alike) {
            if (sets_[each.index()] == members) return each;
        }
        alike.push_back(Set::from(sets_.size()));
        sets_.push_back(members);
        return alike.back();
    }

    // All of several sets.
    Set join(std::vector<Set>& parts) {
        std::ranges::sort(parts);
        const auto twice = std::ranges::unique(parts);
        parts.erase(twice.begin(), twice.end());
        if (parts.empty()) return {};
        if (parts.size() == 1) return parts.front();
        // Many records are linked to the same few.
        const auto [known, added] = joined_.try_emplace(parts);
        if (!added) return known->second;
        std::vector<RecordId> members;
        for (const Set each : parts)
            members.insert(members.end(), sets_[each.index()].begin(), sets_[each.index()].end());
        return known->second = add(members);
    }

    std::vector<std::vector<RecordId>> take() { return std::move(sets_); }

private:
    static std::size_t hash(const std::vector<RecordId>& members) {
        std::uint64_t value = members.size();
        for (const RecordId each : members) value = (value ^ each.value) * 0x9E3779B97F4A7C15u;
        return static_cast<std::size_t>(value ^ (value >> 31));
    }

    std::vector<std::vector<RecordId>> sets_;
    std::unordered_map<std::size_t, std::vector<Set>> by_hash_;
    std::map<std::vector<Set>, Set> joined_;
};

class Finder {
public:
    Finder(const Graph& graph, const Facts& facts) : graph_(graph), facts_(facts), found_(graph.size()) {}

    std::pair<std::vector<Set>, std::vector<std::vector<RecordId>>> run() {
        std::vector<RecordId> frontier;
        for (const RecordId record : graph_.all()) {
            if (graph_[record].retired()) continue;
            found_[record.index()] = named_by(record);
            if (found_[record.index()].known()) frontier.push_back(record);
        }
        while (!frontier.empty()) frontier = step(frontier);
        return {std::move(found_), sets_.take()};
    }

private:
    bool in_force(RecordId record) const {
        return graph_[record].is(kinds::process) && facts_.process(record) != nullptr;
    }

    bool is_person(RecordId record) const {
        const RecordView view = graph_[record];
        return view.is(kinds::role) || view.is(kinds::person) || view.is(kinds::competence);
    }

    bool is_way(RecordId record) const {
        const RecordView view = graph_[record];
        return view.active() && !view.built_in() && !view.is(kinds::site) && !view.is(kinds::process) &&
               record != graph_.settings_record();
    }

    // Processes that it is or names, or else those that name it.
    Set named_by(RecordId record) {
        std::vector<RecordId> processes;
        if (in_force(record)) {
            processes.push_back(record);
        } else if (graph_[record].is(kinds::role)) {
            const auto part = facts_.processes_of(record);
            processes.assign(part.begin(), part.end());
        } else {
            for (const Edge& edge : graph_.edges(record)) {
                if (in_force(edge.other)) processes.push_back(edge.other);
            }
            if (processes.empty() && !graph_[record].is(kinds::site)) {
                for (const Edge& edge : graph_.references_to(record)) {
                    if (in_force(edge.other)) processes.push_back(edge.other);
                }
            }
        }
        return sets_.add(processes);
    }

    template <class Visit>
    void visit_neighbours(RecordId record, const Visit& visit) const {
        const bool person = is_person(record);
        const auto look = [&](const Edge& edge) {
            if (!is_way(edge.other)) return;
            // Who answers for a thing is no way to it, nor is the superior or the deputy a way to a role.
            if (person != is_person(edge.other)) return;
            if (person && (edge.field == fields::role::deputies || edge.field == fields::role::reports_to ||
                           edge.field == fields::role::conflicts_with.role))
                return;
            visit(edge.other);
        };
        for (const Edge& edge : graph_.edges(record)) {
            // What is everybody's belongs to the processes of all who take it over; what is one's own not to theirs.
            if (edge.field != fields::role::includes) look(edge);
        }
        for (const Edge& edge : graph_.references_to(record)) look(edge);
    }

    // A nonconformity belongs where the things are that it is about, and not to all that the audit looked at which
    // found it.
    std::vector<Set> of_what_it_is_about(RecordId record) const {
        std::vector<Set> parts;
        const RecordView view = graph_[record];
        if (!view.is(kinds::nonconformity)) return parts;
        for (const Field field :
             {fields::nonconformity::assets, fields::nonconformity::suppliers, fields::nonconformity::risks}) {
            for (const RecordView each : view.linked(field)) {
                const Set set = found_[each.record().index()];
                if (is_way(each.record()) && set.known()) parts.push_back(set);
            }
        }
        return parts;
    }

    // The records one link further away than those of the frontier.
    std::vector<RecordId> step(const std::vector<RecordId>& frontier) {
        std::vector<RecordId> next;
        for (const RecordId record : frontier) {
            if (!is_way(record)) continue;
            visit_neighbours(record, [&](RecordId other) {
                if (!found_[other.index()].known()) next.push_back(other);
            });
        }
        std::ranges::sort(next);
        const auto twice = std::ranges::unique(next);
        next.erase(twice.begin(), twice.end());
        // Only what was found before this step counts, whatever the order.
        std::vector<Set> sets;
        sets.reserve(next.size());
        for (const RecordId record : next) {
            std::vector<Set> parts = of_what_it_is_about(record);
            if (parts.empty()) {
                visit_neighbours(record, [&](RecordId other) {
                    const Set set = found_[other.index()];
                    if (set.known()) parts.push_back(set);
                });
            }
            sets.push_back(sets_.join(parts));
        }
        for (std::size_t index = 0; index < next.size(); ++index) found_[next[index].index()] = sets[index];
        // Not every link leads both ways.
        std::erase_if(next, [&](RecordId record) { return !found_[record.index()].known(); });
        return next;
    }

    const Graph& graph_;
    const Facts& facts_;
    Sets sets_;
    std::vector<Set> found_;  // by record
};

}  // namespace

bool NearestProcesses::belongs(RecordId record, RecordId process) const {
    return std::ranges::binary_search(of(record), process);
}

NearestProcesses find_nearest_processes(const Graph& graph, const Facts& facts) {
    NearestProcesses nearest;
    std::tie(nearest.by_record_, nearest.sets_) = Finder(graph, facts).run();
    return nearest;
}

}  // namespace ims
