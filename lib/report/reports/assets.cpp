// The register of assets: what the work is done with, how it is classified, kept fit and backed up, and how soon it is
// back.
#include <fmt/format.h>

#include "assess/dates/upkeep.h"
#include "base/text.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::assets {
namespace {

namespace own = fields::asset;

// "confidentiality internal, integrity high": the steps that are given, as the scales name them.
TableCell classification(const Page& page, const RecordView& record) {
    std::vector<Words> parts;
    const auto add = [&](Field field, Scale scale, std::string_view name) {
        const auto step = record[field].step();
        if (step) parts.push_back(fmt::format("{} {}", name, page.settings.vocabulary.scale(scale)[*step - 1]));
    };
    add(own::confidentiality, Scale::confidentiality, "confidentiality");
    add(own::integrity, Scale::integrity, "integrity");
    add(own::availability, Scale::availability, "availability");
    return listed(parts);
}

TableCell used_by(const Page& page, const RecordView& record) {
    const Words users = page.titles(page.facts.processes_using(record.record()));
    return users.empty() ? none_found(page, {kinds::process, kinds::asset}) : TableCell(users);
}

void add_upkeep(Register& out) {
    constexpr std::size_t kMostRows = 100;
    Table table{.key = "upkeep",
                .title = "Maintenance, calibration and backups",
                .columns = {{"asset", "Asset", {}, Column::Holds::record},
                            {"what", "What"},
                            {"every", "Every"},
                            {"last", "Last"},
                            {"result", "Result"},
                            {"due", "Due"},
                            {"overdue", "Overdue", {}, {}, Column::For::programs}},
                .most_shown = kMostRows};
    const Date today = out.page.facts.today();
    for (const RecordView& record : out.records()) {
        if (!record.active()) continue;
        for (const Upkeep& each : upkeep_of(record)) {
            if (!each.written) continue;
            const auto day = due(each, out.page.settings);
            const bool overdue = day && *day < today;
            TableCell result = each.result ? TableCell(each.result.word()) : not_stated();
            if (each.result.invalid()) result = state_cell(unjudged("it could not be read"));
            if (each.result.word() == "failed") result = TableCell(Words(strong("failed")), std::string("failed"));
            table.rows.push_back({out.page.titled(record.record()), each.name,
                                  each.every ? TableCell(each.every.text()) : not_stated(),
                                  each.last ? TableCell(each.last.text()) : not_stated("none found"), std::move(result),
                                  day_cell(day, "not known", overdue ? "overdue" : ""), past_cell(day, overdue)});
        }
        const FieldView backup = record[own::backup];
        if (!backup) continue;
        const FieldView tested = backup[own::backup.restore_tested];
        table.rows.push_back({out.page.titled(record.record()), "backup, and its restoring tested",
                              backup[own::backup.every] ? TableCell(backup[own::backup.every].text()) : not_stated(),
                              tested ? TableCell(tested.text()) : not_stated("no test found"), TableCell(),
                              TableCell("", MachineValue(nullptr)), past_cell({}, false)});
    }
    out.page.add_titled(2, std::move(table));
}

}  // namespace

Document build(const ReportInput& input) {
    Register out(
        input,
        {.kind = kinds::asset,
         .report = "assets",
         .title = "Assets",
         .nothing = "no asset is recorded. Begin with what the work stands still without: a file with "
                    "`asset`, `title`, `type` and `owner`, and its id under `assets` of the processes "
                    "that use it.",
         .columns = {{{"type", "Type"}, word_of(own::type)},
                     {{"location", "Where", {}, Column::Holds::record}, links_of({own::location})},
                     {{"provider", "Provider", {}, Column::Holds::record}, links_of({own::provider})},
                     {{"classification", "Classification"}, classification},
                     {{"used_by", "Used by", {}, Column::Holds::records}, used_by},
                     {{"back_within", "Back within"}, back_within},
                     {{"risks", "Risks", {}, Column::Holds::records, Column::For::programs}, links_of({own::risks})}}});
    out.begin();
    add_upkeep(out);
    return out.finish();
}

}  // namespace ims::reports::assets
