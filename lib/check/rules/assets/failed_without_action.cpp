#include <fmt/format.h>

#include "assess/follow_up.h"
#include "assess/upkeep.h"
#include "assess/users.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check_asset(const RecordView& asset, const CheckContext& context, Reporter& report) {
    for (const Upkeep& upkeep : upkeep_of(asset)) {
        if (upkeep.result.word() != "failed") continue;
        const auto failed = upkeep.last.date();
        const std::vector<RecordId> users = processes_using(context.graph, context.facts, asset.record());
        if (is_followed_up(asset, failed, users)) continue;
        auto finding = report.at(asset, upkeep.result,
                                 fmt::format("the last {} of asset `{}` failed, and no open nonconformity was found",
                                             upkeep.name, visible(asset.id())));
        finding.field(fmt::format("{}.result", upkeep.name));
        if (failed) finding.note(fmt::format("it failed on {}", to_string(*failed)));
        if (!users.empty()) {
            finding.note(fmt::format("{} it: {}", users.size() == 1 ? "a process needs" : "processes need",
                                     join_names(ids_of(context.graph, users), Ticks::yes, 4)));
        }
        finding.help(
            fmt::format("record a nonconformity with its action and name {} under its `processes`; if the asset passed "
                        "since, write "
                        "that day and `result: passed`",
                        users.empty() ? std::string("a process that uses the asset")
                                      : fmt::format("`{}`", visible(context.graph[users.front()].id()))));
    }
}

void check_exercise(const RecordView& exercise, Reporter& report) {
    const FieldView result = exercise[fields::exercise::result];
    const Field link = fields::exercise::nonconformities;
    if (result.word() != "failed" || any_active(exercise.linked(link))) return;
    // A name that leads nowhere was reported; it was meant to be one.
    if (exercise.linked(link).empty() && !exercise.lacks(link)) return;
    report
        .at(exercise, result,
            fmt::format("exercise `{}` failed, and no nonconformity was found", visible(exercise.id())))
        .field("result")
        .help(fmt::format("record a nonconformity with `raised_by: exercise/{}`, and in it what will be done, by whom "
                          "and until when",
                          visible(exercise.id())));
}

void check_nonconformity(const RecordView& record, Reporter& report) {
    if (!is_left_ineffective(record)) return;
    const auto effectiveness = fields::nonconformity::effectiveness;
    const FieldView result = record[effectiveness][effectiveness.result];
    report
        .at(record, result,
            fmt::format("the action of nonconformity `{}` was ineffective, and nothing more is planned",
                        visible(record.id())))
        .field("effectiveness.result")
        .help(fmt::format("look for the cause again and write a new `action` without `done` here, or record a new "
                          "nonconformity with `repeats: {}`",
                          visible(record.id())));
}

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (!record.active() || context.graph.may_be_unread(kinds::nonconformity)) return;
    if (record.is(kinds::asset)) check_asset(record, context, report);
    else if (record.is(kinds::exercise)) check_exercise(record, report);
    else check_nonconformity(record, report);
}

}  // namespace

IMS_DEFINE_RULE(failed_without_action) = {
    .kinds = {kinds::asset, kinds::exercise, kinds::nonconformity},
    .check_record = check,
    .page =
        R"(Something failed and no evidence was found that anybody acts on it: the last maintenance or calibration of an asset has
`result: failed`, an exercise `failed`, or the action of a nonconformity was `ineffective`.

What counts as acting: for an asset, a nonconformity that names a process which needs the asset, or that an incident with
the asset raised, and that is still open or not older than the failure; for an exercise, a nonconformity that it raised; for
an ineffective action, a new `action` that is open or was done since, or a nonconformity that `repeats` this one. Drafts do
not count, and are not looked at.

## Why it matters

A failed test is the cheapest warning there is. To have it on record and to do nothing is worse than not to have tested:
after an accident it shows that one knew. Clause 10.2 of all management system standards asks for a reaction, for the cause
and for a look at whether the action worked; ISO 9001 7.1.5.2 also for a look at what was measured with the equipment, ISO
22301 8.5 for action after an exercise.

## How to mend it

Record a nonconformity with its cause and an `action` (`does`, `owner`, `due`) and link it as the finding says. If the
trouble is over, write the newer result: the day on which the asset passed.

To accept it for a while, add an entry to `exceptions` with `rule: failed-without-action`, `reason`, `by` and `until`.
)",
    .bad = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
assets: [scale]
# file: assets/scale.yaml
asset: scale
title: Scale for sweets
calibration: {every: 2 y, last: 2026-05-12, result: failed}
)",
    .good = R"(# file: processes/sell.yaml
process: sell
title: Sell over the counter
assets: [scale]
# file: assets/scale.yaml
asset: scale
title: Scale for sweets
calibration: {every: 2 y, last: 2026-05-12, result: failed}
# file: roles/cashier.yaml
role: cashier
title: Cashier
# file: nonconformities/scale-shows-too-much.yaml
nonconformity: scale-shows-too-much
title: The scale shows five grams too much
grade: minor
date: 2026-05-12
processes: [sell]
action: {does: Have the scale adjusted and use the spare one until then, owner: cashier, due: 2026-06-15}
)"};

}  // namespace ims
