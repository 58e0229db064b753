#include <vector>

#include "assess/performance/nonconformities.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::repeated_nonconformity {
namespace {

// What both are about: where to look for the cause.
std::vector<RecordId> in_common(const RecordView& later, const RecordView& earlier) {
    namespace own = fields::nonconformity;
    std::vector<RecordId> both;
    for (const Field field : {own::assets, own::suppliers, own::sites, own::risks, own::processes}) {
        for (const RecordView each : later.linked(field)) {
            if (earlier.links_to(field, each.record())) both.push_back(each.record());
        }
    }
    return both;
}

// What became of the action against the earlier one.
Message told_action(const RecordView& earlier, Reporter& report) {
    namespace own = fields::nonconformity;
    const FieldView action = earlier[own::action];
    const FieldView effectiveness = earlier[own::effectiveness];
    if (effectiveness[own::effectiveness.result].word() == "effective") {
        const auto day = effectiveness[own::effectiveness.date].date();
        return day ? report.say("the action against {} was judged effective on {}", earlier, *day)
                   : report.say("the action against {} was judged effective", earlier);
    }
    if (const auto done = action[own::action.done].date())
        return report.say("the action against {} was done on {}, and did not hold", earlier, *done);
    return action ? report.say("{} is not mended yet: its action is not said to be done", earlier)
                  : report.say("{} is not mended yet: it has no action", earlier);
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    namespace own = fields::nonconformity;
    const FieldView repeats = record[own::repeats];
    // What it names may be retired by now: it came back all the same.
    if (!is_lapse(record)) return report.not_asked(record);
    if (!is_open(record) || !repeats.target().known()) return;
    const RecordView earlier = context.graph[repeats.target()];
    auto finding = report.at(record, repeats, "nonconformity {} repeats[[| nonconformity]] {}", record, earlier);
    finding.field("repeats").label(earlier.id_span(), "the earlier one").note(told_action(earlier, report));
    if (const std::vector<RecordId> both = in_common(record, earlier); !both.empty())
        finding.note("both are about {}", full(both));
    finding.help(
        "look for the cause anew, deeper than the last time, and take another action; [[the finding ends with "
        "`effectiveness: {{date: YYYY-MM-DD, result: effective}}`|this is settled once that is found to be "
        "effective]]");
}

}  // namespace ims::rules::repeated_nonconformity
