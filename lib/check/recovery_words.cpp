#include "check/recovery_words.h"

#include <vector>

#include "schema/fields.h"

namespace ims {

Message kind_and_id(const RecordView& record, Arena& arena) {
    return make_message(arena, "{} {}", record.kind(), record);
}

TextArgument input_in_words(const Need& need) { return quoted(need.input[fields::process::inputs.item].text(), 60); }

namespace {

Message step_in_words(const Graph& graph, const Recovery& recovery, RecordId step, Arena& arena) {
    const OwnRecovery& own = recovery.own(step);
    if (!own.time) return make_message(arena, "{} (time unknown)", step);
    const WrittenAs<FieldView> time = plain(own.written);
    if (graph[step].is(kinds::process)) return make_message(arena, "{} ([[rto|objective:]] {})", step, time);
    const bool by_itself = own.stated_by == step;
    if (own.demonstrated) {
        return by_itself ? make_message(arena, "{} ({}, demonstrated)", step, time)
                         : make_message(arena, "{} ({}, demonstrated, as its provider {})", step, time, own.stated_by);
    }
    return by_itself ? make_message(arena, "{} ({})", step, time)
                     : make_message(arena, "{} ({}, as its provider {})", step, time, own.stated_by);
}

}  // namespace

Message path_in_words(const Graph& graph, const Recovery& recovery, RecordId from, Arena& arena) {
    constexpr std::size_t kMost = 8;
    constexpr std::size_t kFirst = 5;
    const EffectiveRecovery& effective = recovery.effective(from);
    const bool whole = effective.steps <= kMost;
    std::vector<Message> steps;
    for (const RecordId step : recovery.path(from, whole ? kMost : kFirst))
        steps.push_back(step_in_words(graph, recovery, step, arena));
    if (!whole) {
        steps.push_back(make_message(arena, "{0} more {0:step|steps}", effective.steps - kFirst - 1));
        steps.push_back(step_in_words(graph, recovery, effective.sets, arena));
    }
    return make_message(arena, "{:all}", listed_by(Joined::by_arrows, steps));
}

}  // namespace ims
