#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::change_unassessed {

void check(const RecordView& change, const CheckContext& context, Reporter& report) {
    const FieldView effects = change[fields::change::effects];
    if (effects.invalid()) return;
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

}  // namespace ims::rules::change_unassessed
