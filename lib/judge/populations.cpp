#include "judge/populations.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "link/graph_names.h"

namespace ims {
namespace {

constexpr std::size_t kFewest = 10;
constexpr std::size_t kPercent = 80;

// `text`: of a rule's page, where `{0}` is the kind and `{1}` its plural.
Message with_kind(std::string_view text, KindId kind, Arena& arena) {
    const std::span<Argument> names = arena.make<Argument>(2);
    names[0] = argument(arena, in_words(kind));
    names[1] = argument(arena, WrittenAs<KindPlural>{plural(kind), Written::words});
    return {text, names};
}

std::size_t count_records(std::span<const FindingId> members, const FindingList& findings) {
    if (members.size() < kFewest) return 0;
    std::vector<RecordName> records;
    for (const FindingId member : members) records.push_back(findings[member].record);
    std::ranges::sort(records);
    return static_cast<std::size_t>(std::ranges::unique(records).begin() - records.begin());
}

}  // namespace

std::optional<std::size_t> Populations::of(FindingId finding) const {
    if (finding.index() >= of_.size() || of_[finding.index()] == all_.size()) return std::nullopt;
    return of_[finding.index()];
}

Message told(const Population& population, const Graph&, const RuleBook& rules, Arena& arena) {
    if (!population.same_message.empty()) return population.same_message;
    return with_kind(rules[population.rule].everywhere_says, population.kind, arena);
}

Message mending(const Population& population, const Graph&, const RuleBook& rules, Arena& arena) {
    if (!population.same_message.empty()) return population.same_help;
    return with_kind(rules[population.rule].everywhere_mend, population.kind, arena);
}

Populations find_populations(const Graph& graph, const RuleBook& rules, const FindingList& findings,
                             const std::map<std::pair<RuleId, KindId>, std::size_t>& asked) {
    // Of what rules find the same field is the same; of what cannot be read the same words.
    const GraphNames names(graph);
    std::map<std::tuple<RuleId, KindId, std::string>, std::vector<FindingId>> groups;
    for (std::size_t index = 0; index < findings.size(); ++index) {
        const FindingId id = FindingId::from(index);
        const Finding& finding = findings[id];
        if (finding.silence != Silence::none && finding.silence != Silence::outside) continue;
        if (finding.on.known() && !rules[finding.rule].everywhere_says.empty()) {
            groups[{finding.rule, graph[finding.on].kind(), finding.field.substr(0, finding.field.find_first_of(".["))}]
                .push_back(id);
        } else if (finding.record.known() && rules[finding.rule].family == "records") {
            if (const auto record = graph.find(finding.record))
                groups[{finding.rule, graph[*record].kind(), for_editors(finding.message, names)}].push_back(id);
        }
    }
    Populations out;
    for (auto& [key, members] : groups) {
        const auto& [rule, kind, what] = key;
        if (members.size() < kFewest) continue;
        Population group;
        const Finding& first = findings[members.front()];
        if (first.on.known()) {
            const auto count = asked.find({rule, kind});
            if (count == asked.end()) continue;
            group.asked = count->second;
        } else {
            group.asked = static_cast<std::size_t>(
                std::ranges::count_if(graph.of_kind(kind), [&](RecordId id) { return !graph[id].built_in(); }));
            group.same_message = first.message;
            group.same_help = first.help;
        }
        group.found = count_records(members, findings);
        if (group.found < kFewest || group.found * 100 < group.asked * kPercent) continue;
        group.rule = rule;
        group.kind = kind;
        group.members = std::move(members);
        out.all_.push_back(std::move(group));
    }
    out.of_.assign(findings.size(), static_cast<std::uint32_t>(out.all_.size()));
    for (std::size_t index = 0; index < out.all_.size(); ++index) {
        for (const FindingId member : out.all_[index].members)
            out.of_[member.index()] = static_cast<std::uint32_t>(index);
    }
    return out;
}

}  // namespace ims
