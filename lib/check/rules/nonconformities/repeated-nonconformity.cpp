#include <fmt/format.h>

#include "assess/performance/nonconformities.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::repeated_nonconformity {
namespace {

// What both are about: where to look for the cause.
std::vector<std::string> in_common(const RecordView& later, const RecordView& earlier) {
    namespace own = fields::nonconformity;
    std::vector<std::string> names;
    for (const Field field : {own::assets, own::suppliers, own::sites, own::risks, own::processes}) {
        for (const RecordView each : later.linked(field)) {
            if (earlier.links_to(field, each.record())) names.push_back(each.name());
        }
    }
    return names;
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    namespace own = fields::nonconformity;
    const FieldView repeats = record[own::repeats];
    // What it names may be retired by now: it came back all the same.
    if (!is_lapse(record)) return report.not_asked(record);
    if (!is_open(record) || !repeats.target().known()) return;
    const RecordView earlier = context.graph[repeats.target()];
    auto finding =
        report.at(record, repeats, fmt::format("nonconformity {} repeats {}", ticked(record), ticked(earlier)));
    finding.field("repeats").label(earlier.id_span(), "the earlier one");
    const FieldView action = earlier[own::action];
    const FieldView effectiveness = earlier[own::effectiveness];
    const FieldView result = effectiveness[own::effectiveness.result];
    if (result.word() == "effective") {
        const auto day = effectiveness[own::effectiveness.date].date();
        finding.note(fmt::format("the action against {} was judged effective{}", ticked(earlier),
                                 day ? " on " + to_string(*day) : ""));
    } else if (action[own::action.done].date()) {
        finding.note(fmt::format("the action against {} was done on {}, and did not hold", ticked(earlier),
                                 to_string(*action[own::action.done].date())));
    } else {
        finding.note(fmt::format("{} is not mended yet: {}", ticked(earlier),
                                 action ? "its action is not said to be done" : "it has no action"));
    }
    if (const std::vector<std::string> names = in_common(record, earlier); !names.empty())
        finding.note(fmt::format("both are about {}", join_names(names, Ticks::yes)));
    finding.help(
        "look for the cause anew, deeper than the last time, and take another action; the finding ends with "
        "`effectiveness: {date: YYYY-MM-DD, result: effective}`");
}

}  // namespace ims::rules::repeated_nonconformity
