#include <algorithm>

#include "assess/recovery/continuity.h"
#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "check/fallback_words.h"
#include "check/recovery_words.h"
#include "schema/fields.h"

namespace ims::rules::single_source {
namespace {

// The process stands still for as long as the supplier does: whether that is too long, slow-dependency tells.
bool is_too_slow(const RecordView& supplier, const RecordView& process, const Recovery& recovery) {
    namespace own = fields::process;
    const auto time = recovery.effective(supplier.record()).time;
    const FieldView block = process[own::continuity];
    const auto rto = block[own::continuity.rto].duration();
    const auto mtpd = block[own::continuity.mtpd].duration();
    return time && ((rto && *time > *rto) || (mtpd && *time > *mtpd));
}

// Like the process that is named, it can neither bridge the time nor turn to another.
bool stands_still(const RecordView& process, const Need& need) {
    return !need.bridged() && continuity_concerns(process);
}

// What was named for the supplier, or for something on the way from the process to it, and does not count.
void note_way(FindingBuilder& finding, const RecordView& supplier, const CheckContext& context) {
    constexpr int kMost = 8;  // steps of a long way
    const Facts& facts = context.facts;
    RecordId what = supplier.record();
    const RecordId process = facts.recovery().demand(what).stands_still;
    for (int step = 0; step < kMost && what != process; ++step) {
        const RecordId user = facts.recovery().demand(what).through;
        if (const Need* need = facts.needs().need(user, what))
            note_unfit(finding, context.graph, what, need->alternatives());
        what = user;
    }
}

// It was asked for, and is well.
bool names_another(const RecordView& supplier, const Facts& facts) {
    return std::ranges::any_of(facts.needs().alternatives(supplier.record()), &Alternative::usable) &&
           !facts.needs().users(supplier.record()).empty();
}

}  // namespace

void check(const RecordView& supplier, const CheckContext& context, Reporter& report) {
    const Demand& demand = context.facts.recovery().demand(supplier.record());
    if (!continuity_discipline(context.settings)) return report.not_asked(supplier);
    if (!demand.stands_still.known()) {
        if (!names_another(supplier, context.facts)) report.not_asked(supplier);
        return;
    }
    if (context.graph.may_be_unread(kinds::risk) || is_known_as_risk(supplier)) return;
    const RecordView process = context.graph[demand.stands_still];
    const bool prioritised = is_prioritised(process);
    auto finding = continuity_finding(
        supplier, context, report, supplier.id_span(),
        prioritised
            ? report.say("prioritised process {} has nothing to fall back on if supplier {} fails", process, supplier)
            : report.say("process {} has nothing to fall back on if supplier {} fails", process, supplier),
        prioritised ? Grade::high : Grade::medium, where_awaited(supplier, process.record(), context, stands_still));
    if (!finding) return;
    finding->asks_for(supplier, {fields::supplier::alternatives}).label(process.id_span(), "the process");
    finding->because(is_too_slow(supplier, process, context.facts.recovery()) ? process.record() : supplier.record());
    if (demand.through != process.record())
        finding->note("it needs the supplier through {}", kind_and_id(context.graph[demand.through], report.arena()));
    note_way(*finding, supplier, context);
    finding->help(
        "name who could take over[[ (`alternatives` of the supplier)]], [[|find out ]]how long the process can do "
        "without "
        "it[[ (`needs: [{{what: {0}, workaround: 2 d}}]`)]], or look at it as a risk[[ with `disciplines: "
        "[business-continuity]` and `suppliers: [{1}]`| to business continuity]]",
        bare(supplier), plain(supplier));
}

}  // namespace ims::rules::single_source
