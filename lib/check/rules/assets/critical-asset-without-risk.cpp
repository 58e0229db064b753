#include "assess/performance/follow_up.h"
#include "check/rule.h"
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
    std::vector<Message> highest;
    FieldView first;
    const auto look = [&](Field field, Message name, Scale scale) {
        const auto& steps = context.settings.vocabulary.scale(scale);
        const FieldView value = asset[field];
        // A scale of one step tells nothing apart.
        if (!value.step() || *value.step() != steps.size() || steps.size() < 2) return;
        if (!first) first = value;
        highest.push_back(report.say("{} ({})", name, plain(steps.back())));
    };
    look(own::confidentiality, "confidentiality", Scale::confidentiality);
    look(own::integrity, "integrity", Scale::integrity);
    look(own::availability, "availability", Scale::availability);
    if (highest.empty()) return report.not_asked(asset);
    if (has_risk(asset)) return;

    auto finding = report.on(asset, "asset {} is of the highest {}, and no risk is linked to it", asset, highest);
    finding.asks_for(asset, {fields::asset::risks})
        .field("risks")
        .because(asset.record())
        .label(first.span(), "[[rated here|its rating]]");
    for (const RecordView draft : asset.linked(own::risks)) {
        finding.note("risk {} is a draft, which does not count yet", draft);
        break;
    }
    finding.help(
        "[[link a risk that names|assess the risk of]] what could happen to it[[ (`risks: […]` here, or `assets: [{}]` "
        "there)]], or lower the rating if it is too high",
        plain(asset));
}

}  // namespace ims::rules::critical_asset_without_risk
