#include "assess/dates/intervals.h"
#include "assess/recovery/continuity.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::restore_untested {

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    namespace own = fields::asset;
    const FieldView backup = asset[own::backup];
    if (!backup || !backups_count(context.settings)) return report.not_asked(asset);
    if (backup.invalid()) return;
    const FieldView tested = backup[own::backup.restore_tested];
    // A day that is none, or has yet to come, is reported as such.
    if (tested && (!tested.date() || *tested.date() > context.today)) return;
    if (is_current(tested.date(), std::nullopt, context.settings, context.today)) return;
    auto finding = continuity_finding(
        asset, context, report,
        tested               ? tested.span()
        : backup.inherited() ? asset.id_span()
                             : backup.key_span(),
        tested ? report.say("a restore of the backup of asset {} was last tested on {}, more than {} ago", asset,
                            *tested.date(), context.settings.review_every)
               : report.say("no test of a restore is found for the backup of asset {}", asset));
    if (!finding) return;
    finding->field("backup.restore_tested").because(asset.record());
    if (!tested) finding->asks_for(asset, {own::backup.restore_tested});
    finding->note("a backup that was never read back may be empty, broken or locked");
    finding->help(
        "restore it to another place, look at the result, and write [[the day: `restore_tested: YYYY-MM-DD`|down the "
        "day]]");
}

}  // namespace ims::rules::restore_untested
