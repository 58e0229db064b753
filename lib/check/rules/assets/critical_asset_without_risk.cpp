#include <fmt/format.h>

#include "assess/follow_up.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::asset;

// A risk that is in force is linked, or may be in what could not be read.
bool has_risk(const RecordView& asset) {
    const LinkedRecords risks = asset.linked(own::risks);
    if (any_active(risks)) return true;
    return asset.graph().may_be_unread(kinds::risk) || (risks.empty() && !asset.lacks(own::risks));
}

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    if (!asset.active()) return;
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
    if (highest.empty() || has_risk(asset)) return;

    auto finding = report.at(asset, asset.id_span(),
                             fmt::format("asset `{}` is of the highest {}, and no risk is linked to it",
                                         visible(asset.id()), join_names(highest, Ticks::no, 3)));
    finding.field("risks").label(first.span(), "rated here");
    for (const RecordView draft : asset.linked(own::risks)) {
        finding.note(fmt::format("risk `{}` is a draft, which does not count yet", visible(draft.id())));
        break;
    }
    finding.help(
        fmt::format("link a risk that names what could happen to it (`risks: […]` here, or `assets: [{}]` there), or "
                    "lower the rating if it is too high",
                    visible(asset.id())));
}

}  // namespace

IMS_DEFINE_RULE(critical_asset_without_risk) = {
    .kinds = {kinds::asset},
    .check_record = check,
    .page =
        R"(An asset of any type has the highest step of `confidentiality`, `integrity` or `availability`, and no risk is linked to it,
from neither side. A risk on its provider, on its site or on a process that uses it is not a risk on the asset; a draft
does not count. If a file cannot be read that may hold the risk, nothing is reported.

## Why it matters

The rating says that the worst would follow if this were seen, altered or lost; no evidence was found that anybody asked how
that could happen. ISO/IEC 27001 6.1.2 asks for the risks of losing confidentiality, integrity and availability, ISO 22301
8.2.3 for those of losing what prioritised work needs.

## How to mend it

Write down what could happen to it as a `risk`, rate it and link it: `risks` of the asset or `assets` of the risk. An
existing risk may be named too. If the asset was rated too high, lower the step.

To accept it for a while, add an entry to `exceptions` with `rule: critical-asset-without-risk`, `reason`, `by` and
`until`.
)",
    .bad = R"(# file: assets/card-reader.yaml
asset: card-reader
title: Card reader at the till
type: system
confidentiality: confidential
integrity: high
availability: medium
)",
    .good = R"(# file: assets/card-reader.yaml
asset: card-reader
title: Card reader at the till
type: system
confidentiality: confidential
integrity: high
availability: medium
# file: risks/card-data-copied.yaml
risk: card-data-copied
title: Card data are copied at the till
disciplines: [information-security]
likelihood: unlikely
consequence: moderate
assets: [card-reader]
)"};

}  // namespace ims
