#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::unrated_risk {
namespace {

namespace own = fields::risk;

// What is not rated, `likelihood` or `consequence`; of a consequence by discipline the entries without a step.
// What was written and could not be read is reported as such.
void find_unrated(const FieldView& field, std::string_view name, std::vector<std::string>& missing, FieldView& place) {
    if (!field) missing.push_back(fmt::format("no {}", name));
    for (const FieldView entry : field.children()) {
        if (entry.invalid() || entry.step()) continue;
        missing.push_back(fmt::format("no {} for {}", name, visible(entry.key())));
        place = entry;
    }
}

// "`likelihood: possible` (of rare, unlikely, …)"
std::string example(std::string_view name, const std::vector<std::string>& scale) {
    const std::string step = scale.empty() ? "…" : visible(scale[scale.size() / 2]);
    return fmt::format("`{}: {}` (of {})", name, step, join_names(scale, Ticks::no, 10));
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskType type = context.facts.risk(risk.record()).type;
    // An aspect has no level; without a word on its significance it lacks a required field, which is an error.
    if (type == RiskType::unknown || type == RiskType::aspect) return report.not_asked(risk);
    std::vector<std::string> missing;
    FieldView place;
    find_unrated(risk[own::likelihood], "likelihood", missing, place);
    find_unrated(risk[own::consequence], "consequence", missing, place);
    if (missing.empty()) return;
    const Vocabulary& words = context.settings.vocabulary;
    std::vector<std::string> examples;
    if (!risk[own::likelihood]) examples.push_back(example("likelihood", words.scale(Scale::likelihood)));
    if (!risk[own::consequence] || place) examples.push_back(example("consequence", words.scale(Scale::consequence)));
    const bool field_missing = !risk[own::likelihood] || !risk[own::consequence];
    report
        .at(risk, field_missing ? risk.id_span() : place.key_span(),
            fmt::format("{} {} has {}", noun(type), ticked(risk), join_names(missing, Ticks::no)))
        .because(risk.record())
        .note("what was not rated is not low: whether it may be retained is unknown")
        .help(place ? fmt::format("add a step of the scale in ims.yaml: {}",
                                  join_names(words.scale(Scale::consequence), Ticks::no, 10))
                    : fmt::format("add a step of the scale in ims.yaml, such as {}", fmt::join(examples, " and ")));
}

}  // namespace ims::rules::unrated_risk
