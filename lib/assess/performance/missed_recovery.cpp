#include "assess/performance/missed_recovery.h"

#include <algorithm>
#include <cstdint>
#include <limits>

#include "assess/performance/follow_up.h"
#include "assess/performance/nonconformities.h"
#include "assess/recovery/continuity.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr Date kAnyDay{std::numeric_limits<std::int32_t>::max()};

// The last day on which a miss is settled by it.
std::optional<Date> settles_until(const RecordView& nonconformity, OpenOnAssets& open) {
    if (!nonconformity.active()) return std::nullopt;
    if (is_open(nonconformity)) return is_left_ineffective(nonconformity, open) ? std::nullopt : std::optional(kAnyDay);
    namespace own = fields::nonconformity;
    const FieldView effectiveness = nonconformity[own::effectiveness];
    if (effectiveness[own::effectiveness.result].word() != "effective") return std::nullopt;
    return effectiveness[own::effectiveness.date].date().value_or(kAnyDay);
}

// A time that is written and could not be read is one all the same.
bool gives_a_time(const RecordView& record, const Edge& edge, RecordId process, Date today) {
    if (record.is(kinds::exercise) && edge.field == fields::exercise::achieved.process) {
        if (!held_on(record, today)) return false;
        for (const FieldView entry : record[fields::exercise::achieved].children()) {
            if (entry[fields::exercise::achieved.process].target() == process && entry[fields::exercise::achieved.in])
                return true;
        }
        return false;
    }
    if (!record.is(kinds::incident) || edge.field != fields::incident::processes || !record.active()) return false;
    const auto day = record[fields::incident::date].date();
    return record.has(fields::incident::downtime) && (!day || *day <= today);
}

}  // namespace

std::optional<Date> taken_up_until(const RecordView& process) {
    std::optional<Date> until;
    const Graph& graph = process.graph();
    const auto continuity = continuity_discipline(graph.settings());
    OpenOnAssets open;  // many of them may be about one asset
    for (const Edge& edge : graph.references_to(process.record())) {
        if (until == kAnyDay) break;
        const RecordView other = graph[edge.other];
        if (!other.is(kinds::nonconformity) || edge.field != fields::nonconformity::processes) continue;
        const bool named = !continuity || other.disciplines(fields::disciplines).has(*continuity);
        if (named) until = std::max(until, settles_until(other, open));
    }
    return until;
}

bool was_ever_shown(const RecordView& process, Date today) {
    const Graph& graph = process.graph();
    for (const Edge& edge : graph.references_to(process.record())) {
        if (gives_a_time(graph[edge.other], edge, process.record(), today)) return true;
    }
    return false;
}

}  // namespace ims
