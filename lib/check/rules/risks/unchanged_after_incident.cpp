#include <algorithm>

#include <fmt/format.h>

#include "assess/risk_links.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    constexpr std::size_t kNotes = 4;
    const FieldView reviewed = risk[fields::review][fields::review.last];
    if (!risk.active() || !reviewed.date()) return;
    const std::vector<RecordView> since = incidents_between(risk, *reviewed.date(), context.today);
    if (since.empty()) return;
    const std::string_view name = noun(context.facts.risk(risk.record()).type);
    auto finding = report.at(risk, reviewed,
                             fmt::format("{} `{}` was last reviewed on {}, and came true since", name, risk.id(),
                                         to_string(*reviewed.date())));
    finding.field("review.last");
    for (const RecordView& incident : std::span(since).first(std::min(since.size(), kNotes))) {
        const Date day = *incident[fields::incident::date].date();
        finding.note(fmt::format("incident `{}` on {}", incident.id(), to_string(day)));
        finding.label(incident.id_span(), "the incident");
    }
    if (since.size() > kNotes) finding.note(fmt::format("and {} like these", since.size() - kNotes));
    finding.help(
        "look at its rating and its controls with what happened in mind, mend them, and set `review: {last: …}` to the "
        "day on which you did");
}

IMS_DEFINE_RULE(unchanged_after_incident) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(An incident names a risk under `risks`, as one that came true, and is later than the last review of the risk. Near misses
and complaints are incidents too; a review on the day of the incident counts. A risk that was never reviewed at all has a
finding of its own (`never-reviewed`). Drafts of risks and incidents are not looked at.

## Why it matters

What just happened is better evidence than what was once guessed: "rare" may be wrong now, and a control failed. ISO 45001
10.2 asks that assessments be looked at again before action is taken, ISO/IEC 27001 8.2 and ISO 22301 8.2.1 after
significant change, ISO 9001 10.2.1 that risks be updated where a nonconformity shows that they must.

## How to mend it

Open the risk with the lessons of the incident beside it. Is the likelihood still right? Did the controls hold? Change what
is wrong, and write the day under `last` of its `review`, even if nothing had to change. To accept the finding for a
while, add an entry to `exceptions` of the risk with `rule`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/take-orders.yaml
process: take-orders
title: Take orders
# file: risks/birthday-missed.yaml
risk: birthday-missed
title: A birthday is missed
disciplines: [quality]
processes: [take-orders]
owner: florist
likelihood: rare
consequence: major
review: {last: 2026-01-26}
# file: incidents/late-bouquet.yaml
incident: late-bouquet
title: A bouquet came a day late
disciplines: [quality]
date: 2026-03-14
type: complaint
processes: [take-orders]
risks: [birthday-missed]
)",
    .good = R"(# file: roles/florist.yaml
role: florist
title: Florist
# file: processes/take-orders.yaml
process: take-orders
title: Take orders
# file: risks/birthday-missed.yaml
risk: birthday-missed
title: A birthday is missed
disciplines: [quality]
processes: [take-orders]
owner: florist
likelihood: unlikely
consequence: major
review: {last: 2026-03-16}
# file: incidents/late-bouquet.yaml
incident: late-bouquet
title: A bouquet came a day late
disciplines: [quality]
date: 2026-03-14
type: complaint
processes: [take-orders]
risks: [birthday-missed]
)"};

}  // namespace ims
