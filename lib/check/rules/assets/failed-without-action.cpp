#include <fmt/format.h>

#include "assess/dates/upkeep.h"
#include "assess/performance/follow_up.h"
#include "assess/recovery/continuity.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::failed_without_action {
namespace {

void check_asset(const RecordView& asset, const CheckContext& context, Reporter& report) {
    bool failed_once = false;
    for (const Upkeep& upkeep : upkeep_of(asset)) {
        if (upkeep.result.word() != "failed") continue;
        failed_once = true;
        const auto failed = upkeep.last.date();
        const std::vector<RecordId> users = context.facts.processes_using(asset.record());
        if (is_followed_up(asset, failed, users)) continue;
        auto finding =
            report.at(asset, upkeep.result, "the last {} of asset {} failed, and no open nonconformity was found",
                      upkeep.name, asset);
        finding.field(fmt::format("{}.result", upkeep.name.text()));
        if (failed) finding.note("it failed on {}", *failed);
        if (!users.empty()) finding.note("{0:a process needs|processes need} it: {0:4}", users);
        finding.help(
            "record a nonconformity with its action[[ and name the asset in it, `assets: [{}]`]]; if the asset passed "
            "since, write [[that day and `result: passed`|down on which day]]",
            plain(asset));
    }
    if (!failed_once) report.not_asked(asset);
}

void check_exercise(const RecordView& exercise, Date today, Reporter& report) {
    const FieldView result = exercise[fields::exercise::result];
    const Field link = fields::exercise::nonconformities;
    if (result.word() != "failed" || !held_on(exercise, today)) return report.not_asked(exercise);
    if (any_active(exercise.linked(link))) return;
    // A name that leads nowhere was reported; it was meant to be one.
    if (exercise.linked(link).empty() && !exercise.lacks(link)) return;
    report.at(exercise, result, "exercise {} failed, and no nonconformity was found", exercise)
        .field("result")
        .help("record a nonconformity[[ with `raised_by: {}`]], and in it what will be done, by whom and until when",
              bare(exercise));
}

void check_nonconformity(const RecordView& record, Reporter& report) {
    const auto effectiveness = fields::nonconformity::effectiveness;
    const FieldView result = record[effectiveness][effectiveness.result];
    if (result.word() != "ineffective") return report.not_asked(record);
    if (!is_left_ineffective(record)) return;
    report.at(record, result, "the action of nonconformity {} was ineffective, and nothing more is planned", record)
        .field("effectiveness.result")
        .help(
            "look for the cause again and [[write a new `action` without `done` here, or record a new nonconformity "
            "with `repeats: {}`|decide on another action, by whom and until when]]",
            plain(record));
}

}  // namespace

void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::nonconformity)) return;
    if (record.is(kinds::asset)) check_asset(record, context, report);
    else if (record.is(kinds::exercise)) check_exercise(record, context.today, report);
    else check_nonconformity(record, report);
}

}  // namespace ims::rules::failed_without_action
