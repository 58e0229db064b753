#include <fmt/format.h>

#include "assess/performance/follow_up.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::critical_asset_without_risk {
namespace {

namespace own = fields::asset;

// A risk that is in force is linked, or may be in what could not be read.
bool has_risk(const RecordView& asset) {
    const LinkedRecords risks = asset.linked(own::risks);
    if (any_active(risks)) return true;
    return asset.graph().may_be_unread(kinds::risk) || (risks.empty() && !asset.lacks(own::risks));
}

}  // namespace

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    std::vector<std::string> highest;
    FieldView first;
    const auto look = [&](Field field, std::string_view name, Scale scale) {
        const auto& steps = context.settings.vocabulary.scale(scale);
        const FieldView value = asset[field];
        // A scale of one step tells nothing apart.
        if (!value.step() || *value.step() != steps.size() || steps.size() < 2) return;
        if (!first) first = value;
        highest.push_back(fmt::format("{} ({})", name, visible(steps.back())));
    };
    look(own::confidentiality, "confidentiality", Scale::confidentiality);
    look(own::integrity, "integrity", Scale::integrity);
    look(own::availability, "availability", Scale::availability);
    if (highest.empty()) return report.not_asked(asset);
    if (has_risk(asset)) return;

    auto finding = report.at(asset, asset.id_span(),
                             fmt::format("asset {} is of the highest {}, and no risk is linked to it", ticked(asset),
                                         join_names(highest, Ticks::no, 3)));
    finding.field("risks").because(asset.record()).label(first.span(), "rated here");
    for (const RecordView draft : asset.linked(own::risks)) {
        finding.note(fmt::format("risk {} is a draft, which does not count yet", ticked(draft)));
        break;
    }
    finding.help(
        fmt::format("link a risk that names what could happen to it (`risks: […]` here, or `assets: [{}]` there), or "
                    "lower the rating if it is too high",
                    visible(asset.id())));
}

}  // namespace ims::rules::critical_asset_without_risk
