#include "check/fallback_words.h"

#include <cstddef>

#include "check/recovery_words.h"

namespace ims {
namespace {

Message not_counted(const Graph& graph, RecordId what, const Alternative& alternative, Arena& arena) {
    // Readers do not see from an id what it is.
    const auto named = [&](RecordId record) {
        return make_message(arena, "[[{0}|{1} {0}]]", record, in_words(graph[record].kind()));
    };
    const Message name = named(alternative.what);
    switch (alternative.unfit) {
        case Unfit::no: break;
        case Unfit::retired: return make_message(arena, "{} is retired and was not counted", name);
        case Unfit::draft: return make_message(arena, "{} is a draft and was not counted", name);
        case Unfit::itself:
            return alternative.what == what
                       ? make_message(arena, "{} cannot stand in for itself and was not counted", name)
                       : make_message(arena, "{} needs {} and was not counted for it", name, named(what));
        case Unfit::rejected:
            return make_message(arena, "{} was rejected at its newest evaluation and was not counted", name);
        case Unfit::needs_it:
            return make_message(arena, "{} cannot do without {} itself and was not counted", name, named(what));
        case Unfit::needed:
            return make_message(arena, "{} cannot do without {}: both fail with it, and it was not counted",
                                named(what), name);
        case Unfit::shared:
            return make_message(arena, "{} fails together with {} if {} does, and was not counted", name, named(what),
                                kind_and_id(graph[alternative.shared], arena));
    }
    return {};
}

}  // namespace

void note_unfit(FindingBuilder& finding, const Graph& graph, RecordId what, std::span<const Alternative> alternatives) {
    constexpr std::size_t kMost = 4;
    std::size_t unfit = 0;
    for (const Alternative& each : alternatives) {
        if (each.usable()) continue;
        if (++unfit <= kMost) finding.note(not_counted(graph, what, each, finding.arena()));
    }
    if (unfit > kMost) finding.note("{0} more {0:was|were} not counted either", unfit - kMost);
}

}  // namespace ims
