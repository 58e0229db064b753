#include "assess/clauses/applicability.h"

#include <algorithm>

#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::applicability;

const Field kNamed[] = {own::decisions.controls, own::decisions.documents};

// A reference that leads nowhere was reported; the record that is meant may be there.
bool may_name_more(const Graph& graph, const FieldView& decision) {
    for (const Field field : kNamed) {
        for (const FieldView item : decision[field].children()) {
            if (!item.target().known() || graph[item.target()].unread()) return true;
        }
    }
    return false;
}

// The active records that a decision names itself.
std::vector<RecordId> named_by(const Graph& graph, const FieldView& decision) {
    std::vector<RecordId> out;
    for (const Field field : kNamed) {
        for (const FieldView item : decision[field].children()) {
            const auto record = target_of(graph, item);
            if (record && record->active()) out.push_back(record->record());
        }
    }
    return out;
}

}  // namespace

std::vector<RecordId> put_into_practice(const Graph& graph, const Decision& decision, const Clause& clause) {
    std::vector<RecordId> out = named_by(graph, decision.entry);
    out.insert(out.end(), clause.named.begin(), clause.named.end());
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::size_t> longest_numbers(const Graph& graph, const StandardFacts& standard, RecordId statement) {
    std::vector<std::size_t> longest(standard.clauses.size(), 0);
    for (const FieldView entry : graph[statement][own::decisions].children()) {
        for (const std::size_t clause : standard.meant(entry.key()))
            longest[clause] = std::max(longest[clause], entry.key().size());
    }
    return longest;
}

std::vector<std::size_t> not_in_practice(const Graph& graph, const StandardFacts& standard, const ClauseNaming& naming,
                                         std::span<const std::size_t> longest) {
    const Decision decision{naming.record, naming.place};
    if (!decision.applies() || graph.anything_unread() || may_name_more(graph, naming.place)) return {};
    if (!named_by(graph, naming.place).empty()) return {};
    std::vector<std::size_t> out;
    for (const std::size_t index : naming.clauses) {
        const Clause& clause = standard.clauses[index];
        if (!clause.annex || !clause.named.empty()) continue;
        if (naming.clauses.size() > 1 && longest[index] > naming.number.size()) continue;
        out.push_back(index);
    }
    return out;
}

std::vector<std::size_t> undecided(const Graph& graph, const StandardFacts& standard, RecordId statement) {
    std::vector<bool> decided(standard.clauses.size(), false);
    for (const ClauseNaming& naming : standard.namings) {
        const RecordView record = graph[naming.record];
        const bool counts = naming.record == statement || record.active();
        if (naming.as_evidence || !counts || !record.is(kinds::applicability)) continue;
        for (const std::size_t index : naming.clauses) decided[index] = true;
    }
    std::vector<std::size_t> out;
    for (std::size_t index = 0; index < decided.size(); ++index) {
        if (standard.clauses[index].annex && !decided[index]) out.push_back(index);
    }
    return out;
}

}  // namespace ims
