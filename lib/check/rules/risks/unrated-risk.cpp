#include <vector>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unrated_risk {
namespace {

namespace own = fields::risk;

// What is not rated, `likelihood` or `consequence`; of a consequence by discipline the entries without a step.
// What was written and could not be read is reported as such.
void find_unrated(const FieldView& field, Message name, std::vector<Message>& missing, FieldView& place,
                  const Settings& settings, Reporter& report) {
    if (!field) missing.push_back(report.say("no {}", name));
    for (const FieldView entry : field.children()) {
        if (entry.invalid() || entry.step()) continue;
        const auto in_force = settings.find(entry.key());
        missing.push_back(in_force ? report.say("no {} for {}", name, *in_force)
                                   : report.say("no {} for {}", name, plain(entry.key())));
        place = entry;
    }
}

// "rare, unlikely and possible"; for readers "rare, unlikely or possible": they are to choose.
Message names_of(const std::vector<std::string>& scale, Reporter& report) {
    std::vector<TextArgument> names;
    for (const std::string& step : scale) names.push_back(plain(step));
    return report.say("[[{0:10}|{1:10}]]", names, listed_by(Joined::by_or, names));
}

// "`likelihood: possible` (of rare, unlikely, …)"
Message example(Message name, const std::vector<std::string>& scale, Reporter& report) {
    return report.say("[[`{0}: {1}` (of {2})|its {0} ({2})]]", name, plain(scale[scale.size() / 2]),
                      names_of(scale, report));
}

}  // namespace

void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    const RiskType type = context.facts.risk(risk.record()).type;
    // An aspect has no level; without a word on its significance it lacks a required field, which is an error.
    if (type == RiskType::unknown || type == RiskType::aspect) return report.not_asked(risk);
    std::vector<Message> missing;
    FieldView place;
    find_unrated(risk[own::likelihood], "likelihood", missing, place, context.settings, report);
    find_unrated(risk[own::consequence], "consequence", missing, place, context.settings, report);
    if (missing.empty()) return;
    const Vocabulary& words = context.settings.vocabulary;
    std::vector<Message> examples;
    if (!risk[own::likelihood]) examples.push_back(example("likelihood", words.scale(Scale::likelihood), report));
    if (!risk[own::consequence] || place)
        examples.push_back(example("consequence", words.scale(Scale::consequence), report));
    std::vector<Field> fields;
    if (!risk[own::likelihood]) fields.push_back(own::likelihood);
    if (!risk[own::consequence]) fields.push_back(own::consequence);
    const bool field_missing = !risk[own::likelihood] || !risk[own::consequence];
    report.at(risk, field_missing ? risk.id_span() : place.key_span(), "{} {} has {}", noun(type), risk, missing)
        .because(risk.record())
        .asks_for(risk, {}, fields)
        .note("what was not rated is not low: whether it may be retained is unknown")
        .help(place ? report.say("[[add a step of the scale in ims.yaml:|rate what is missing:]] {}",
                                 names_of(words.scale(Scale::consequence), report))
                    : report.say("[[add a step of the scale in ims.yaml, such as|rate]] {}", examples));
}

}  // namespace ims::rules::unrated_risk
