#include "check/fallback_words.h"

#include <cstddef>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "check/recovery_words.h"
#include "check/words.h"

namespace ims {
namespace {

std::string not_counted(const Graph& graph, RecordId what, const Alternative& alternative) {
    const std::string name = ticked(graph[alternative.what]);
    const std::string thing = ticked(graph[what]);
    switch (alternative.unfit) {
        case Unfit::no: break;
        case Unfit::retired: return name + " is retired and was not counted";
        case Unfit::draft: return name + " is a draft and was not counted";
        case Unfit::itself:
            return alternative.what == what ? name + " cannot stand in for itself and was not counted"
                                            : fmt::format("{} needs {} and was not counted for it", name, thing);
        case Unfit::rejected: return name + " was rejected at its newest evaluation and was not counted";
        case Unfit::needs_it: return fmt::format("{} cannot do without {} itself and was not counted", name, thing);
        case Unfit::needed:
            return fmt::format("{} cannot do without {}: both fail with it, and it was not counted", thing, name);
        case Unfit::shared:
            return fmt::format("{} fails together with {} if {} does, and was not counted", name, thing,
                               kind_and_id(graph[alternative.shared]));
    }
    return {};
}

}  // namespace

void note_unfit(FindingBuilder& finding, const Graph& graph, RecordId what, std::span<const Alternative> alternatives) {
    constexpr std::size_t kMost = 4;
    std::size_t unfit = 0;
    for (const Alternative& each : alternatives) {
        if (each.usable()) continue;
        if (++unfit <= kMost) finding.note(not_counted(graph, what, each));
    }
    if (unfit > kMost)
        finding.note(fmt::format("{} not counted either", counted(unfit - kMost, "more was", "more were")));
}

}  // namespace ims
