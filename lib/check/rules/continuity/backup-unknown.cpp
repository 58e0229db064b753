#include "assess/recovery/continuity.h"
#include "check/at_home.h"
#include "check/continuity_finding.h"
#include "schema/fields.h"

namespace ims::rules::backup_unknown {

void check(const RecordView& asset, const CheckContext& context, Reporter& report) {
    namespace own = fields::asset;
    const std::string_view type = asset.word(own::type);
    const Demand& demand = context.facts.recovery().demand(asset.record());
    const bool has_data = type == "information" || type == "system";
    if (!has_data || !demand.may_lose_for.known() || !backups_count(context.settings)) return report.not_asked(asset);
    const DataLoss loss = data_loss(asset);
    if (loss.time || loss.invalid) return;
    // A provider that could not be read may say it.
    if (context.graph.anything_unread() && asset.has(own::provider) && asset.linked(own::provider).empty()) return;
    const FieldView backup = asset[own::backup];
    const auto most = plain(demand.may_lose);
    const std::vector<Cells> homes =
        where_awaited(asset, demand.may_lose_for, context, [](const RecordView& process, const Need&) {
            return process[fields::process::continuity][fields::process::continuity.rpo].duration().has_value();
        });
    auto finding = continuity_finding(
        asset, context, report, backup && !backup.inherited() ? backup.key_span() : asset.id_span(),
        report.say("nothing tells how often asset {} is backed up, and process {} may lose no more than {} of work",
                   asset, demand.may_lose_for, most),
        {}, homes);
    if (!finding) return;
    finding->asks_for(asset, {own::backup.every}).field("backup").because(asset.record());
    finding->label(demand.may_lose.span(), "the [[rpo|recovery point objective]]");
    finding->help(
        backup
            ? report.say("[[add `every: {0}` to `backup`|find out how often it is backed up, and have it done at "
                         "intervals of {0} at most]]; if nothing in it can be lost, [[say so: `recovery: "
                         "{{data_loss: 0 h}}`|record that]]",
                         most)
            : report.say("[[add `backup: {{every: {0}, restore_tested: DATE}}`|have it backed up at intervals of {0} "
                         "at most, and try whether it can be restored]]; if nothing in it can be lost, [[say so: "
                         "`recovery: {{data_loss: 0 h}}`|record that]]",
                         most));
}

}  // namespace ims::rules::backup_unknown
