// The register of assets: what the work is done with, how it is classified, kept fit and backed up, and how soon it is
// back.
#include "assess/dates/upkeep.h"
#include "report/sections/register.h"
#include "schema/fields.h"

namespace ims::reports::assets {
namespace {

namespace own = fields::asset;

// "confidentiality internal, integrity high": the steps that are given, as the scales name them.
TableCell classification(const Page& page, const RecordView& record) {
    std::vector<Words> parts;
    const auto add = [&](Field field, Scale scale, Message name) {
        const auto step = record[field].step();
        if (step)
            parts.push_back(
                page.say("[[{0} {1}|{0}: {1}]]", name, raw(page.settings.vocabulary.scale(scale)[*step - 1])));
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

TableCell stated(const Page& page, const FieldView& value, Message none = "not stated") {
    return value ? text_cell(page, value) : not_stated(page, none);
}

TableCell result_of(const Page& page, const Upkeep& upkeep) {
    if (upkeep.result.invalid()) return state_cell(page, unjudged("it could not be read"));
    if (!upkeep.result) return not_stated(page);
    TableCell cell = word_cell(page, upkeep.result);
    if (upkeep.result.word() == "failed") cell.words = strong(cell.words);
    return cell;
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
    const Page& page = out.page;
    const Date today = page.facts.today();
    for (const RecordView& record : out.records()) {
        if (!record.active()) continue;
        for (const Upkeep& each : upkeep_of(record)) {
            if (!each.written) continue;
            const auto day = due(each, page.settings);
            const bool overdue = day && *day < today;
            table.rows.push_back({page.titled(record.record()), page.say(each.name), stated(page, each.every),
                                  stated(page, each.last, "none found"), result_of(page, each),
                                  day_cell(page, day, "not known", overdue ? Message("overdue") : Message()),
                                  past_cell(day, overdue)});
        }
        const FieldView backup = record[own::backup];
        if (!backup) continue;
        table.rows.push_back({page.titled(record.record()),
                              page.say("backup[[, and its restoring tested|, with the last test of restoring it]]"),
                              stated(page, backup[own::backup.every]),
                              stated(page, backup[own::backup.restore_tested], "no test found"), TableCell(),
                              TableCell(Words(), MachineValue(nullptr)), past_cell({}, false)});
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
         .nothing = "no asset is recorded. Begin with what the work stands still without: [[a file with "
                    "`asset`, `title`, `type` and `owner`, and its id under `assets` of the processes "
                    "that use it|what it is called, of what type it is, who owns it and which processes use it]].",
         .columns = {{{"type", "Type"}, word_of(own::type)},
                     {{"location", "Where", {}, Column::Holds::record}, links_of({own::location})},
                     {{"provider", "Provider", {}, Column::Holds::record}, links_of({own::provider})},
                     {{"classification", "Classification"}, classification},
                     {{"used_by", "Used by", {}, Column::Holds::records}, used_by},
                     {{"back_within", "Back within"}, back_within},
                     {{"risks", "Risks", {}, Column::Holds::records, Column::For::programs}, links_of({own::risks})}},
         .shown = "type"});
    out.begin();
    add_upkeep(out);
    return out.finish();
}

}  // namespace ims::reports::assets
