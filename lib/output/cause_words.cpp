#include "output/cause_words.h"

#include <fmt/format.h>

#include "base/text.h"

namespace ims {

bool is_population(const Cause& cause) { return cause.population && cause.members.size() > 1; }

std::string cause_words(const CheckResult& result, const Cause& cause) {
    if (!is_population(cause)) return visible(result.words(result.finding(cause.first()).message));
    const Population& population = result.judgement().populations().all()[*cause.population];
    Arena arena;
    const Message says = told(population, result.analysis->graph, result.rules(), arena);
    std::string text = fmt::format("{}: {} of {}", visible(result.words(says)), population.found, population.asked);
    if (cause.members.size() < population.members.size())
        text += fmt::format(", {} of them here", cause.members.size());
    return text;
}

}  // namespace ims
