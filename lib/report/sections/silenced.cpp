#include <algorithm>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Those that are over first, then those that end soonest; what holds for good comes last.
void sort_by_end(Table& table, std::vector<std::optional<Date>>& ends) {
    std::vector<std::size_t> order(ends.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
        if (ends[a].has_value() != ends[b].has_value()) return ends[a].has_value();
        return ends[a] < ends[b];
    });
    std::vector<std::vector<TableCell>> rows;
    for (const std::size_t index : order) rows.push_back(std::move(table.rows[index]));
    table.rows = std::move(rows);
}

TableCell accepted_rule(const FieldView& rule) {
    if (!rule || rule.invalid()) return not_stated("no rule that could be read");
    return {spoken(rule.text()), std::string(rule.text())};
}

}  // namespace

void add_accepted_findings(Page& page, int level) {
    std::vector<std::optional<Date>> ends;
    Table table{.key = "exceptions",
                .title = "Accepted findings",
                .columns = {{"record", "Record", {}, Column::Holds::record},
                            {"rule", "Accepted"},
                            {"disciplines", "Disciplines"},
                            {"reason", "Reason"},
                            {"by", "By", {}, Column::Holds::record},
                            {"until", "Until"},
                            {"expired", "Expired", {}, {}, Column::For::programs}}};
    for (const RecordId id : page.graph.all()) {
        const RecordView record = page.graph[id];
        if (record.retired()) continue;
        for (const FieldView entry : record[fields::exceptions].children()) {
            namespace own = fields;
            const DisciplineSet disciplines = entry[own::exceptions.disciplines].disciplines();
            const auto until = entry[own::exceptions.until].date();
            const bool expired = until && *until < page.facts.today();
            ends.push_back(until);
            Inline link = page.titled(id);
            link.line = page.placed(entry.span(), "").line;
            table.rows.push_back(
                {std::move(link), accepted_rule(entry[own::exceptions.rule]),
                 TableCell(disciplines.empty() ? "all" : spoken(page.settings, disciplines),
                           page.settings.names(disciplines)),
                 entry[own::exceptions.reason].text(), target_cell(page, entry[own::exceptions.by], "nobody named"),
                 end_cell(entry[own::exceptions.until], expired), expired_cell(entry[own::exceptions.until], expired)});
        }
    }
    sort_by_end(table, ends);
    page.add_titled(level, std::move(table), "None.");
}

void add_exclusions(Page& page, int level) {
    Table table{
        .key = "exclusions",
        .title = "Said not to apply",
        .columns = {
            {"record", "Record", {}, Column::Holds::record}, {"discipline", "Discipline"}, {"reason", "Reason"}}};
    const auto row = [&](const RecordView& record, const FieldView& place, TableCell what, std::string_view reason) {
        Inline link = page.titled(record.record());
        link.line = page.placed(place.span(), "").line;
        table.rows.push_back(
            {Words() << capitalised(spoken(record.kind_name())) << " " << link, std::move(what), reason});
    };
    for (const KindId kind : {kinds::process, kinds::role, kinds::supplier}) {
        for (const RecordId id : page.graph.of_kind(kind)) {
            const RecordView record = page.graph[id];
            if (record.retired()) continue;
            for (const FieldView entry : record[fields::not_applicable].children()) {
                row(record, entry, TableCell(spoken(entry.key()), std::string(entry.key())), entry.text());
            }
        }
    }
    for (const RecordId id : page.graph.of_kind(kinds::obligation)) {
        const RecordView record = page.graph[id];
        const FieldView applies = record[fields::obligation::applies];
        if (record.retired() || applies.yes().value_or(true)) continue;
        row(record, applies, TableCell("the whole obligation", MachineValue(nullptr)),
            record[fields::obligation::why_not].text());
    }
    for (const RecordId id : page.graph.of_kind(kinds::incident)) {
        namespace own = fields::incident;
        if (!page.graph[id].active()) continue;
        for (const FieldView entry : page.graph[id][own::not_notifiable].children()) {
            const auto duty = target_of(page.graph, entry[own::not_notifiable.obligation]);
            if (!duty) continue;
            row(page.graph[id], entry,
                TableCell(Words("notices under ") << page.titled(duty->record()), MachineValue(nullptr)),
                entry[own::not_notifiable.reason].text());
        }
    }
    page.add_titled(level, std::move(table), "Nothing.");
    for (const DisciplineInForce& each : page.settings.disciplines) {
        if (each.process_types.empty()) continue;
        page.say(Words() << page.placed(each.span, capitalised(spoken(each.name)))
                         << " is asked only of processes of type " << join_names(each.process_types, Ticks::no)
                         << "; others count where they carry it.");
    }
}

void add_changed_rules(Page& page, int level) {
    Table table{.key = "rules",
                .title = "Rules turned off or graded anew",
                .columns = {{"rule", "Rule"}, {"grade", "Grade here"}, {"usual", "Usual grade"}, {"reason", "Reason"}}};
    std::set<std::string_view> families;  // told in a row each, as they were written
    for (const auto& [rule, setting] : page.settings.rules) {
        const RuleEntry& known = page.rules[rule];
        if (setting.whole_family ? !families.insert(known.family).second : setting.grade == known.grade) continue;
        const std::string what =
            setting.whole_family ? fmt::format("all of {}", known.family) : std::string(known.name);
        table.rows.push_back({TableCell(page.placed(setting.span, what)),
                              setting.grade ? to_string(*setting.grade) : "off",
                              setting.whole_family ? "each its own" : to_string(known.grade),
                              setting.reason.empty() ? Words("none given") : Words(setting.reason)});
    }
    page.add_titled(level, std::move(table), "None.");
}

void add_what_was_silenced(Page& page) {
    page.heading(2, "What is silent, and why");
    page.say(
        "Nothing of this is reported as a gap, because somebody decided so. Whoever reads this report may ask whether "
        "they still agree.");
    add_accepted_findings(page, 3);
    add_exclusions(page, 3);
    add_changed_rules(page, 3);
}

}  // namespace ims
