#include "assess/clauses/reuse.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ims {

std::string_view rolled_up(std::string_view key) {
    const std::size_t first = key.find('.');
    return first == std::string_view::npos ? key : key.substr(0, key.find('.', first + 1));
}

std::optional<ClauseTopic> topic_of(const Clause& clause) {
    if (!clause.counts() || clause.theme.empty()) return std::nullopt;
    // What a discipline has of its own has no place in the common structure that would mean anything.
    return ClauseTopic{clause.extension ? std::string_view() : rolled_up(clause.harmonised), clause.theme};
}

namespace {

void add_all(std::vector<RecordId>& to, const std::vector<RecordId>& from) {
    to.insert(to.end(), from.begin(), from.end());
}

void keep_each_once(std::vector<RecordId>& records) {
    std::ranges::sort(records);
    records.erase(std::unique(records.begin(), records.end()), records.end());
}

struct NamedFor {
    RecordId newest;
    DisciplineSet disciplines;
    std::vector<RecordId> records;  // each once
};

// The records that are named for a clause of the topic, by standard.
std::vector<NamedFor> named_by_standard(const SharedTopic& topic) {
    std::vector<NamedFor> out;
    std::map<RecordId, std::size_t> places;  // by newest
    for (const ClauseOf& each : topic.clauses) {
        const auto [place, added] = places.try_emplace(each.newest, out.size());
        if (added) out.push_back({each.newest, {}, {}});
        NamedFor& named = out[place->second];
        named.disciplines |= each.standard->disciplines;
        add_all(named.records, each.clause->named);
    }
    for (NamedFor& each : out) keep_each_once(each.records);
    return out;
}

void find_shared(SharedTopic& topic) {
    const auto named = named_by_standard(topic);
    std::vector<RecordId> all;
    for (const NamedFor& each : named) {
        add_all(all, each.records);
        topic.concerned |= each.disciplines;
    }
    std::ranges::sort(all);
    for (std::size_t index = 1; index < all.size(); ++index) {
        const bool new_one = topic.shared.empty() || topic.shared.back() != all[index];
        if (all[index] == all[index - 1] && new_one) topic.shared.push_back(all[index]);
    }
    for (const NamedFor& each : named) {
        const bool serves = std::ranges::any_of(
            each.records, [&](RecordId record) { return std::ranges::binary_search(topic.shared, record); });
        if (serves) topic.served |= each.disciplines;
    }
}

}  // namespace

std::vector<RecordId> SharedTopic::elsewhere(const StandardFacts& standard) const {
    std::vector<RecordId> out;
    std::vector<RecordId> here;
    RecordId newest;
    for (const ClauseOf& each : clauses) {
        if (each.standard == &standard) newest = each.newest;
    }
    for (const ClauseOf& each : clauses) add_all(each.newest == newest ? here : out, each.clause->named);
    keep_each_once(out);
    keep_each_once(here);
    std::erase_if(out, [&](RecordId each) { return std::ranges::binary_search(here, each); });
    return out;
}

std::vector<SharedTopic> shared_topics(const ClauseFacts& facts, const StandardFacts* besides) {
    std::vector<SharedTopic> topics;
    std::map<ClauseTopic, std::size_t> places;
    for (const StandardFacts& standard : facts.standards()) {
        if (!standard.in_force() && &standard != besides) continue;
        for (const Clause& clause : standard.clauses) {
            const auto topic = topic_of(clause);
            if (!topic) continue;
            const auto [place, added] = places.try_emplace(*topic, topics.size());
            if (added) topics.push_back({topic->first, topic->second, {}, {}, {}, {}});
            topics[place->second].clauses.push_back({&standard, &clause, facts.newest(standard).record});
        }
    }
    std::erase_if(topics, [](const SharedTopic& topic) {
        return std::ranges::all_of(topic.clauses,
                                   [&](const ClauseOf& each) { return each.newest == topic.clauses.front().newest; });
    });
    for (SharedTopic& topic : topics) find_shared(topic);
    return topics;
}

}  // namespace ims
