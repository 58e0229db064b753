#include <algorithm>

#include "assess/recovery/continuity.h"
#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "check/fallback_words.h"
#include "check/recovery_words.h"
#include "schema/fields.h"

namespace ims::rules::dependency_unknown {
namespace {

FieldView recovery_of(const RecordView& record) {
    if (record.is(kinds::asset)) return record[fields::asset::recovery];
    if (record.is(kinds::supplier)) return record[fields::supplier::recovery];
    if (record.is(kinds::site)) return record[fields::site::recovery];
    return record[fields::process::continuity];
}

// Another finding says it already: a provider is needed too, and a process that has to have an rto is asked for it.
bool told_elsewhere(const RecordView& record) {
    if (record.is(kinds::asset)) return !record.linked(fields::asset::provider).empty();
    if (!record.is(kinds::process)) return false;
    return std::ranges::count(impact_analysis(record).missing, "rto") > 0;
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    const Recovery& recovery = context.facts.recovery();
    const OwnRecovery& own = recovery.own(record.record());
    const Demand& demand = recovery.demand(record.record());
    if (own.not_asked || !demand.at_once_for.known()) return report.not_asked(record);
    if (own.time || own.uncertain) return;
    if (!continuity_discipline(context.settings) || told_elsewhere(record)) return;
    const RecordView process = context.graph[demand.at_once_for];
    const bool is_process = record.is(kinds::process);
    const FieldView block = recovery_of(record);
    const std::vector<Cells> homes =
        where_awaited(record, process.record(), context, [](const RecordView& other, const Need& need) {
            const FieldView rto = other[fields::process::continuity][fields::process::continuity.rto];
            return rto.duration() && !need.has_fallback() && !need.workaround;
        });
    const Message what = kind_and_id(record, report.arena());
    const auto within = plain(demand.at_once);
    auto finding = continuity_finding(
        record, context, report, block && !block.inherited() ? block.key_span() : record.id_span(),
        is_process
            ? report.say("no [[`rto`|recovery time objective]] tells how soon {} is back, [[and|but]] process {} needs "
                         "it within {}",
                         what, process, within)
            : report.say("nothing tells how soon {} is back, [[and|but]] process {} needs it within {}", what, process,
                         within),
        {}, homes);
    if (!finding) return;
    finding->field(is_process ? "continuity.rto" : "recovery");
    finding->label(demand.at_once.span(), "how long the process can wait");
    const Need* const need = context.facts.needs().need(process.record(), record.record());
    if (need != nullptr) {
        if (need->input) finding->note("it is needed because {} comes from it alone", input_in_words(*need));
        note_unfit(*finding, context.graph, need->what, need->alternatives());
    }
    const Message bridge =
        need == nullptr
            ? Message(
                  "if [[the|that]] process can do without it for a while, [[say so with a `workaround` under its "
                  "`needs`|record for how long]]")
            : report.say(
                  "if [[the|that]] process can do without it for a while, [[say so under its `needs`: "
                  "`{{what: {}, workaround: …}}`|record for how long]]",
                  bare(record));
    if (is_process) {
        finding->help(
            "[[add how soon it is to run again: `continuity: {{rto: …}}`|decide how soon it is to run again]]; {}",
            bridge);
        return;
    }
    finding->help(
        "[[add how soon it is back: `recovery: {{agreed: {0}}}`, or `demonstrated` where a test has shown it|find "
        "out how soon it is back: ask whoever provides it, or try it out]]; {1}",
        within, bridge);
}

}  // namespace ims::rules::dependency_unknown
