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

// Whether the same statement says something of the clause by a longer number than this.
bool decided_closer(const Graph& graph, const StandardFacts& standard, const ClauseNaming& naming, std::size_t clause) {
    for (const FieldView entry : graph[naming.record][own::decisions].children()) {
        if (entry.key().size() <= naming.number.size()) continue;
        const auto clauses = standard.meant(entry.key());
        if (std::ranges::find(clauses, clause) != clauses.end()) return true;
    }
    return false;
}

}  // namespace

std::vector<RecordId> put_into_practice(const Graph& graph, const Decision& decision, const Clause& clause) {
    std::vector<RecordId> out = clause.named;
    for (const Field field : kNamed) {
        for (const FieldView item : decision.entry[field].children()) {
            const auto record = target_of(graph, item);
            if (record && record->active()) out.push_back(record->record());
        }
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::vector<std::size_t> not_in_practice(const Graph& graph, const StandardFacts& standard,
                                         const ClauseNaming& naming) {
    const Decision decision{naming.record, naming.place};
    if (!decision.applies() || graph.anything_unread() || may_name_more(graph, naming.place)) return {};
    std::vector<std::size_t> out;
    for (const std::size_t index : naming.clauses) {
        const Clause& clause = standard.clauses[index];
        if (!clause.annex || !put_into_practice(graph, decision, clause).empty()) continue;
        if (naming.clauses.size() > 1 && decided_closer(graph, standard, naming, index)) continue;
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
