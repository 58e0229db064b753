#include <fmt/format.h>

#include "base/text.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::unclassified_asset {
namespace {

namespace own = fields::asset;

}  // namespace

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    const auto security = context.settings.find("information-security");
    const std::string_view type = asset.word(own::type);
    if (!security || (type != "information" && type != "system")) return report.not_asked(asset);
    std::vector<std::string_view> missing;
    std::vector<std::string> steps;
    const auto look = [&](Field field, std::string_view name, Scale scale) {
        if (asset.has(field)) return;
        missing.push_back(name);
        std::vector<std::string> words;
        for (const std::string& step : context.settings.vocabulary.scale(scale)) words.push_back(visible(step));
        steps.push_back(fmt::format("`{}` ({})", name, fmt::join(words, " / ")));
    };
    look(own::confidentiality, "confidentiality", Scale::confidentiality);
    look(own::integrity, "integrity", Scale::integrity);
    look(own::availability, "availability", Scale::availability);
    if (missing.empty()) return;
    auto finding = discipline_finding(
        asset, DisciplineSet::of(*security), report, asset.id_span(),
        fmt::format("asset {} is not classified by {}", ticked(asset), join_names(missing, Ticks::no, 3)));
    if (!finding) return;
    finding->because(asset.record())
        .note("nobody can tell how much harm would follow if it were seen, altered or lost")
        .help(fmt::format("ask who answers for it how bad that would be, and write a step of {}",
                          join_names(steps, Ticks::no, 3)));
}

}  // namespace ims::rules::unclassified_asset
