// What records need to work: the one graph of needs, for concerns and recovery alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "assess/needs/fallbacks.h"
#include "assess/records/record_index.h"
#include "base/components.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// A need, with what may stand in for it.
struct Need {
    RecordId what;
    Alternatives named;                  // under `alternatives` of the entry, then of a supplier; null: none
    std::optional<Duration> workaround;  // for how long one can do without it; none: not at all
    FieldView entry;                     // under `needs`; none where it is needed without an entry
    FieldView input;                     // of the process, where that makes another process a need, or the entry only
                                         // says how to do without it
    bool unclear = false;                // an alternative is written of which nothing is known: no such id, or unread

    // What is named to stand in for it, each judged.
    [[nodiscard]] std::span<const Alternative> alternatives() const {
        return named == nullptr ? std::span<const Alternative>() : std::span(*named);
    }
    [[nodiscard]] bool has_fallback() const;  // one of them is usable
    // A workaround, a usable fallback, or what may be one and could not be read: work does not stop with it.
    [[nodiscard]] bool bridged() const;
    // Its loss takes the one that needs it: neither a workaround nor another thing that is named, usable or not. An
    // input is not meant: that processes feed each other is how work is.
    [[nodiscard]] bool hard(RecordId user) const;
};

// Processes, assets, suppliers and sites that are not retired need: what stands under their `needs`; a process also its
// assets, sites and the suppliers of its inputs, an asset its provider. Only records that could be read and are not
// retired are needed. A process with an rto also needs a process that alone gives it an input: for recovery, not for
// what concerns it, so that direct(), users() and all() leave it out.
class NeedGraph {
public:
    NeedGraph() = default;  // nothing needs anything
    // What each record needs, end to end: that of records[n] is at [starts[n], starts[n + 1]).
    struct Lists {
        std::vector<RecordId> records;  // that may need others, in the order of records
        std::vector<std::uint32_t> need_starts;
        std::vector<Need> needs;
        std::vector<std::uint32_t> direct_starts;
        std::vector<RecordId> direct;                             // of one record lowest first, each once
        std::unordered_map<RecordId, Alternatives> of_suppliers;  // that name any
    };
    NeedGraph(const Graph& graph, Lists lists);

    // Each thing once, in the order of the entries, then what is needed without one. What an entry names as an
    // alternative is not told again, though a link may name it too.
    [[nodiscard]] std::span<const Need> needs(RecordId record) const;
    // That of one thing; null where the record does not need it itself.
    [[nodiscard]] const Need* need(RecordId record, RecordId what) const;
    // What a supplier names under `alternatives`, judged for nobody in particular.
    [[nodiscard]] std::span<const Alternative> alternatives(RecordId supplier) const;
    // The things themselves, lowest first; those too that an entry calls an alternative and a link names.
    [[nodiscard]] std::span<const RecordId> direct(RecordId record) const;
    // What needs a record directly, lowest first.
    [[nodiscard]] std::span<const RecordId> users(RecordId record) const;
    // What it needs to any depth, without itself, nearest first; at most about kMostReached.
    [[nodiscard]] std::vector<RecordId> all(RecordId record) const;

    // The records that may need others, in the order of records, and the place of each among them: for tables of what
    // is known of those.
    [[nodiscard]] std::span<const RecordId> records() const { return lists_.records; }
    [[nodiscard]] const RecordIndex& places() const { return places_; }

private:
    Lists lists_;
    RecordIndex places_;
    std::vector<std::uint32_t> user_starts_;  // by record, one more at the end
    std::vector<RecordId> users_;
};

// Linear in records and needs, and in walks from what has alternatives. `rejected`: the suppliers that were rejected at
// their newest evaluation, lowest first.
NeedGraph find_needs(const Graph& graph, std::span<const RecordId> rejected);

// Records that need each other, in circles, together: by place in NeedGraph::records. `visit(record, add)` hands to
// `add` what counts as needed by a record. A component comes after all that it needs.
template <class Visit>
Components circles_of(const NeedGraph& graph, const Visit& visit) {
    std::vector<std::uint32_t> starts;
    std::vector<std::uint32_t> targets;
    starts.reserve(graph.records().size() + 1);
    for (const RecordId record : graph.records()) {
        starts.push_back(static_cast<std::uint32_t>(targets.size()));
        visit(record, [&](RecordId needed) {
            // What needs nothing itself is in no circle.
            if (const auto place = graph.places().find(needed)) targets.push_back(static_cast<std::uint32_t>(*place));
        });
    }
    starts.push_back(static_cast<std::uint32_t>(targets.size()));
    return strongly_connected(starts, targets);
}

}  // namespace ims
