#include "check/discipline_finding.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::unclassified_asset {
namespace {

namespace own = fields::asset;

// "public / internal / secret"
Message steps_in_words(const std::vector<std::string>& steps, Reporter& report) {
    Message told;
    for (const std::string& step : steps)
        told = told.empty() ? report.say("{}", plain(step)) : report.say("{} / {}", told, plain(step));
    return told;
}

}  // namespace

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    const auto security = context.settings.find("information-security");
    const std::string_view type = asset.word(own::type);
    if (!security || (type != "information" && type != "system")) return report.not_asked(asset);
    std::vector<Field> fields;
    std::vector<Message> missing;
    std::vector<Message> steps;
    const auto look = [&](Field field, Message name, Scale scale) {
        if (asset.has(field)) return;
        fields.push_back(field);
        missing.push_back(name);
        steps.push_back(
            report.say("[[`{0}`|{0}]] ({1})", name, steps_in_words(context.settings.vocabulary.scale(scale), report)));
    };
    look(own::confidentiality, "confidentiality", Scale::confidentiality);
    look(own::integrity, "integrity", Scale::integrity);
    look(own::availability, "availability", Scale::availability);
    if (missing.empty()) return;
    auto finding = discipline_finding(asset, DisciplineSet::of(*security), report, asset.id_span(),
                                      report.say("asset {} is not classified by {}", asset, missing));
    if (!finding) return;
    finding->asks_for(asset, {}, fields)
        .because(asset.record())
        .note("nobody can tell how much harm would follow if it were seen, altered or lost")
        .help("ask who answers for it how bad that would be, and [[write|choose]] a step of {}", steps);
}

}  // namespace ims::rules::unclassified_asset
