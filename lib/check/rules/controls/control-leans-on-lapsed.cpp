#include "assess/risks/lapses.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::control_leans_on_lapsed {
namespace {

namespace own = fields::control;

// Of another asset than the one that the message names.
Message leans_also_on(const Shortfall& lapse, Reporter& report) {
    if (!lapse.day) {
        return lapse.uncertain()
                   ? report.say("it also leans on asset {}, whose {} was due", lapse.asset, lapse.upkeep)
                   : report.say("it also leans on asset {}, which failed its {}", lapse.asset, lapse.upkeep);
    }
    return lapse.uncertain()
               ? report.say("it also leans on asset {}, whose {} was due on {}", lapse.asset, lapse.upkeep, *lapse.day)
               : report.say("it also leans on asset {}, which failed its {} on {}", lapse.asset, lapse.upkeep,
                            *lapse.day);
}

// Where the control names an asset; its id where the link comes from elsewhere.
FieldView place_of(const RecordView& control, RecordId asset) {
    for (const FieldView item : control[own::assets].children()) {
        if (item.target() == asset) return item;
    }
    return {};
}

Message advice(const Shortfall& lapse, Reporter& report) {
    if (!lapse.uncertain())
        return report.say("have asset {0} put right, and write [[under its `{1}`|down]] when it passed", lapse.asset,
                          lapse.upkeep);
    return report.say(
        "have the {0} of asset {1} done, and write [[under its `{0}`|down]] on which day and how it ended",
        lapse.upkeep, lapse.asset);
}

// All of them, however many: each is rated by somebody who counts on the control.
void tell_what_rests(FindingBuilder& finding, const LinkedRecords& records,
                     Template<std::vector<RecordId>> what_rests) {
    std::vector<RecordId> resting;
    for (const RecordView record : records) {
        if (record.active()) resting.push_back(record.record());
    }
    if (!resting.empty()) finding.note(what_rests, resting);
}

}  // namespace

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    if (control.word(own::implementation) == "planned" || !control.has(own::assets)) return report.not_asked(control);
    const std::vector<Shortfall> lapses = lapses_of(control, context.today);
    if (lapses.empty()) return;
    const Shortfall& first = lapses.front();
    auto finding = report.at(control, place_of(control, first.asset), told(first, context.graph, report.arena()));
    finding.field("assets");
    for (const Shortfall& lapse : lapses) {
        finding.because(lapse.asset);
        if (&lapse != &first) finding.note(leans_also_on(lapse, report));
    }
    tell_what_rests(finding, control.linked(own::risks), "{0:a risk rests|risks rest} on it: {0:all}");
    tell_what_rests(finding, control.linked(own::obligations),
                    "{0:an obligation is|obligations are} met by it: {0:all}");
    finding.label(context.graph[first.asset].id_span(), "the asset");
    finding.help(advice(first, report));
}

}  // namespace ims::rules::control_leans_on_lapsed
