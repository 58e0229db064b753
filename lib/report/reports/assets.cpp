// The register of assets: what the work is done with, how it is classified, kept fit and backed up, and how soon it is
// back.
#include <fmt/format.h>

#include "assess/performance/upkeep.h"
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
    return users.empty() ? TableCell("none found") : TableCell(users);
}

RegisterState standing(const Page& page, const RecordView& record) {
    std::string late;
    for (const Upkeep& each : upkeep_of(record)) {
        if (each.result.word() == "failed") return {fmt::format("failed its {}", each.name), Tone::bad};
        const auto day = due(each, page.settings);
        if (day && *day < page.facts.today()) late = each.name;
        if (!day && each.every.duration() && !each.last) return {fmt::format("no {} found", each.name), Tone::poor};
    }
    if (!late.empty()) return {fmt::format("{} overdue", late), Tone::bad};
    const bool kept = record.has(own::maintenance) || record.has(own::calibration);
    return kept ? RegisterState{"kept fit", Tone::good} : RegisterState{"in use", Tone::none};
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
            TableCell result(each.result.word());
            if (each.result.word() == "failed") result = TableCell(Words(strong("failed")), std::string("failed"));
            table.rows.push_back(
                {out.page.titled(record.record()), each.name, TableCell(each.every.text()),
                 each.last ? TableCell(each.last.text()) : TableCell("none found", MachineValue(nullptr)),
                 std::move(result), day_cell(day, "", overdue ? "overdue" : ""), TableCell("", overdue)});
        }
        const FieldView backup = record[own::backup];
        if (!backup) continue;
        const FieldView tested = backup[own::backup.restore_tested];
        table.rows.push_back({out.page.titled(record.record()), "backup, and its restoring tested",
                              TableCell(backup[own::backup.every].text()),
                              tested ? TableCell(tested.text()) : TableCell("no test found", MachineValue(nullptr)),
                              TableCell(), TableCell("", MachineValue(nullptr)), TableCell("", false)});
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
                     {{"risks", "Risks", {}, Column::Holds::records, Column::For::programs}, links_of({own::risks})}},
         .standing = standing});
    out.begin();
    add_upkeep(out);
    return out.finish();
}

}  // namespace ims::reports::assets
