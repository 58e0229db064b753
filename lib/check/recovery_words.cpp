#include "check/recovery_words.h"

#include <fmt/format.h>

#include "base/text.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

std::string kind_and_id(const RecordView& record) {
    return fmt::format("{} {}", visible(record.kind_name()), ticked(record));
}

std::string input_in_words(const Need& need) {
    return fmt::format("`{}`", visible(shorten(need.input[fields::process::inputs.item].text(), 60)));
}

namespace {

std::string step_in_words(const Graph& graph, const Recovery& recovery, RecordId step) {
    const OwnRecovery& own = recovery.own(step);
    const std::string name = ticked(graph[step]);
    if (!own.time) return name + " (time unknown)";
    const std::string time = visible(own.written.text());
    if (graph[step].is(kinds::process)) return fmt::format("{} (rto {})", name, time);
    return fmt::format("{} ({}{}{})", name, time, own.demonstrated ? ", demonstrated" : "",
                       own.stated_by == step ? "" : fmt::format(", as its provider {}", ticked(graph[own.stated_by])));
}

}  // namespace

std::string path_in_words(const Graph& graph, const Recovery& recovery, RecordId from) {
    constexpr std::size_t kMost = 8;
    constexpr std::size_t kFirst = 5;
    const EffectiveRecovery& effective = recovery.effective(from);
    const bool whole = effective.steps <= kMost;
    std::string text;
    for (const RecordId step : recovery.path(from, whole ? kMost : kFirst)) {
        if (!text.empty()) text += " → ";
        text += step_in_words(graph, recovery, step);
    }
    if (!whole) {
        text += fmt::format(" → {} → {}", counted(effective.steps - kFirst - 1, "more step"),
                            step_in_words(graph, recovery, effective.sets));
    }
    return text;
}

}  // namespace ims
