#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::late_control {

void check(const RecordView& control, const CheckContext& context, Reporter& report) {
    namespace own = fields::control;
    const std::string_view state = control.word(own::implementation);
    const FieldView due = control[own::due];
    const bool unfinished = state == "planned" || state == "partly";
    if (unfinished && !due) return report.not_asked(control);
    if (!unfinished || !due.date() || *due.date() >= context.today) return;
    auto finding = report.at(control, due,
                             fmt::format("control {} was due on {} and is {}", ticked(control), to_string(*due.date()),
                                         state == "planned" ? "still planned" : "in place only in part"));
    finding.field("due");
    std::vector<RecordId> risks;
    for (const RecordView risk : control.linked(own::risks)) risks.push_back(risk.record());
    if (!risks.empty())
        finding.note(fmt::format("until it is in place it lowers no risk; {} on it: {}",
                                 risks.size() == 1 ? "one waits" : fmt::format("{} wait", risks.size()),
                                 join_names(ids_of(context.graph, risks), Ticks::yes)));
    finding.help("if it is in place by now, say `implementation: in-place`; if not, set a new day under `due`");
}

}  // namespace ims::rules::late_control
