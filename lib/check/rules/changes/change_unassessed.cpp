#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    const FieldView effects = change[fields::change::effects];
    if (!change.active() || effects.invalid()) return;
    DisciplineSet assessed;
    for (const FieldView entry : effects.children()) {
        const auto discipline = context.settings.find(entry.key());
        if (discipline && (entry.invalid() || !trim(entry.text()).empty())) assessed.add(*discipline);
    }
    const DisciplineSet missed = report.excepted(change, context.settings.in_force().without(assessed));
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    report
        .about(change, missed, effects ? effects.key_span() : change.id_span(),
               fmt::format("change {} does not say what it means for {}", ticked(change),
                           join_names(names, Ticks::no, 12)))
        .field("effects")
        .help(
            fmt::format("ask those who answer for it, and write a sentence each: `effects: {{{}: …}}`; if there is no "
                        "effect, say why: `none, because …`",
                        fmt::join(names, ": …, ")));
}

IMS_DEFINE_RULE(change_unassessed) = {
    .kinds = {kinds::change},
    .check_record = check,
    .page =
        R"(A change does not say under `effects` what it means for a discipline in force. One finding names all disciplines that
are missing; an entry without words is missing too. "None, because …" is an answer. Drafts are not looked at.

## Why it matters

A change that one department thought through is a surprise to the others: the new till that is quicker and prints card
numbers, the cargo bike that saves diesel and has no lock. Clause 6.3 of ISO 9001, 14001, 27001 and 22301 wants changes
carried out in a planned way, ISO 45001 8.1.3 their risks looked at before, ISO/IEC 27001 A.8.32 their control.

## How to mend it

Ask those who answer for each discipline what the change does to it, and write a sentence under `effects`. If it does
nothing, write why, so that the next reader need not ask again. To accept the gap for a while, add an entry to
`exceptions` of the change with `rule`, `disciplines`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: changes/cargo-bike.yaml
change: cargo-bike
title: A cargo bike for short trips
reason: Half of the deliveries are within two kilometres
effects:
  quality: Later deliveries become possible in the old town
  environment: Half of the van's kilometres
  business-continuity: A second way to deliver
)",
    .good = R"(# file: changes/cargo-bike.yaml
change: cargo-bike
title: A cargo bike for short trips
reason: Half of the deliveries are within two kilometres
effects:
  quality: Later deliveries become possible in the old town
  environment: Half of the van's kilometres
  business-continuity: A second way to deliver
  health-and-safety: Traffic and weight; an afternoon's training and a helmet
  information-security: none, because addresses stay in the locked box
)"};

}  // namespace ims
