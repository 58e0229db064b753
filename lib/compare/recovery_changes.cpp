#include "compare/recovery_changes.h"

#include <algorithm>
#include <tuple>

#include "schema/fields.h"

namespace ims {
namespace {

std::optional<RecoveryChange::Turn> turn_of(const EffectiveRecovery& before, const EffectiveRecovery& now) {
    if (now.unknown.known() != before.unknown.known())
        return now.unknown.known() ? RecoveryChange::Turn::unknown : RecoveryChange::Turn::known;
    if (!before.time || !now.time || *before.time == *now.time) return std::nullopt;
    return *now.time > *before.time ? RecoveryChange::Turn::grown : RecoveryChange::Turn::shrunk;
}

}  // namespace

std::string_view to_string(RecoveryChange::Turn turn) {
    switch (turn) {
        case RecoveryChange::Turn::grown: return "longer";
        case RecoveryChange::Turn::unknown: return "not known any more";
        case RecoveryChange::Turn::shrunk: return "shorter";
        case RecoveryChange::Turn::known: break;
    }
    return "known now";
}

std::vector<RecoveryChange> find_recovery_changes(const Analysis& before, const Analysis& now,
                                                  const RecordPairs& pairs) {
    std::vector<RecoveryChange> changes;
    for (const KindId kind : {kinds::process, kinds::asset, kinds::supplier, kinds::site}) {
        for (const RecordId record : now.graph.of_kind(kind)) {
            const RecordId was = pairs.before(record);
            if (!was.known() || !now.graph[record].active() || !before.graph[was].active()) continue;
            const EffectiveRecovery& then = before.facts.recovery().effective(was);
            const EffectiveRecovery& is = now.facts.recovery().effective(record);
            if (const auto turn = turn_of(then, is)) changes.push_back({{was, record}, *turn, then.time, is.time});
        }
    }
    std::ranges::stable_sort(changes, {}, [&](const RecoveryChange& each) {
        return std::tuple(!now.graph[each.what.now].is(kinds::process), each.turn);
    });
    return changes;
}

}  // namespace ims
