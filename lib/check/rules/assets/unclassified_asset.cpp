#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::asset;

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    if (!asset.active() || !context.settings.find("information-security")) return;
    const std::string_view type = asset.word(own::type);
    if (type != "information" && type != "system") return;
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
    report
        .on(asset,
            fmt::format("asset `{}` is not classified by {}", visible(asset.id()), join_names(missing, Ticks::no, 3)))
        .note("nobody can tell how much harm would follow if it were seen, altered or lost")
        .help(fmt::format("ask who answers for it how bad that would be, and write a step of {}",
                          join_names(steps, Ticks::no, 3)));
}

}  // namespace

IMS_DEFINE_RULE(unclassified_asset) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(An asset of type `information` or `system` lacks `confidentiality`, `integrity` or `availability`, while information
security is in force. One finding names all that is missing; a missing rating is unknown, never low. Assets of other types
and drafts are not looked at.

## Why it matters

Protection follows from the rating: what may hang on the notice board, what is locked away, what must be back within the
hour. Without it everything is guarded alike, mostly too little. ISO/IEC 27001 A.5.9 asks for a list of assets, A.5.12 that
information be classified by confidentiality, integrity and availability; continuity (ISO 22301 8.2.2) builds on the last.

## How to mend it

Ask the owner of the asset how much harm follows if the wrong people see it (`confidentiality`), if it is wrong
(`integrity`) and if it is not at hand (`availability`). Write a step of each scale, by name or by number. The scales stand
under `classification` in `ims.yaml`; left out, they are public, internal, confidential, and low, medium, high.

To accept it for a while, add an entry to `exceptions` with `rule: unclassified-asset`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: assets/customer-list.yaml
asset: customer-list
title: Names and addresses of customers
type: information
confidentiality: confidential
)",
    .good = R"(# file: assets/customer-list.yaml
asset: customer-list
title: Names and addresses of customers
type: information
confidentiality: confidential
integrity: medium
availability: medium
)"};

}  // namespace ims
