#include <fmt/format.h>

#include "assess/risks/lapses.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::control_leans_on_lapsed {
namespace {

namespace own = fields::control;

std::string leaning(const Shortfall& lapse, const Graph& graph) {
    return fmt::format("leans on asset {}, {}", ticked(graph[lapse.asset]), said_of_asset(lapse));
}

// Where the control names an asset; its id where the link comes from elsewhere.
FieldView place_of(const RecordView& control, RecordId asset) {
    for (const FieldView item : control[own::assets].children()) {
        if (item.target() == asset) return item;
    }
    return {};
}

std::string advice(const Shortfall& lapse, const Graph& graph) {
    const std::string asset = ticked(graph[lapse.asset]);
    if (!lapse.uncertain())
        return fmt::format("have asset {} put right, and write under its `{}` when it passed", asset, lapse.upkeep);
    return fmt::format("have the {0} of asset {1} done, and write under its `{0}` on which day and how it ended",
                       lapse.upkeep, asset);
}

// All of them, however many: each is rated by somebody who counts on the control.
void tell_what_rests(FindingBuilder& finding, const LinkedRecords& records, std::string_view one,
                     std::string_view several, const Graph& graph) {
    std::vector<RecordId> resting;
    for (const RecordView record : records) {
        if (record.active()) resting.push_back(record.record());
    }
    if (resting.empty()) return;
    finding.note(fmt::format("{}: {}", resting.size() == 1 ? one : several,
                             join_names(ids_of(graph, resting), Ticks::yes, resting.size())));
}

}  // namespace

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    if (control.word(own::implementation) == "planned" || !control.has(own::assets)) return report.not_asked(control);
    const std::vector<Shortfall> lapses = lapses_of(control, context.today);
    if (lapses.empty()) return;
    const Shortfall& first = lapses.front();
    auto finding = report.at(control, place_of(control, first.asset),
                             fmt::format("control {} {}", ticked(control), leaning(first, context.graph)));
    finding.field("assets");
    for (const Shortfall& lapse : lapses) {
        finding.because(lapse.asset);
        if (&lapse != &first) finding.note(fmt::format("it also {}", leaning(lapse, context.graph)));
    }
    tell_what_rests(finding, control.linked(own::risks), "a risk rests on it", "risks rest on it", context.graph);
    tell_what_rests(finding, control.linked(own::obligations), "an obligation is met by it",
                    "obligations are met by it", context.graph);
    finding.label(context.graph[first.asset].id_span(), "the asset");
    finding.help(advice(first, context.graph));
}

}  // namespace ims::rules::control_leans_on_lapsed
