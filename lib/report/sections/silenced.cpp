#include <algorithm>
#include <map>
#include <numeric>
#include <set>

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

TableCell accepted_rule(const Page& page, const FieldView& rule) {
    if (!rule || rule.invalid()) return not_stated(page, "no rule that could be read");
    const auto known = page.rules.find(rule.text());
    Words words = known ? page.say(rule_in_words(page, *known)) : raw(spoken(rule.text()));
    return {page.audience() == Audience::readers ? capitalised(std::move(words)) : std::move(words),
            std::string(rule.text())};
}

// What ims.yaml turns off or regrades, at its place there.
Inline changed_rule(const Page& page, const RuleEntry& rule, const RuleSetting& setting) {
    const Words what = setting.whole_family ? page.say("[[all of {0}|all rules on {0}]]", plain(rule.family))
                                            : page.say("[[{0}|{1}]]", plain(rule.name), rule.summary);
    const std::string told = what.plain();
    return page.placed(setting.span, page.audience() == Audience::readers ? capitalised(told) : told);
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
        // What is accepted of a person is theirs and their manager's to know.
        if (record.retired() || is_hidden(page, id)) continue;
        for (const FieldView entry : record[fields::exceptions].children()) {
            namespace own = fields;
            const DisciplineSet disciplines = entry[own::exceptions.disciplines].disciplines();
            const auto until = entry[own::exceptions.until].date();
            const bool expired = until && *until < page.facts.today();
            ends.push_back(until);
            Inline link = page.titled(id);
            link.line = page.placed(entry.span(), "").line;
            table.rows.push_back(
                {std::move(link), accepted_rule(page, entry[own::exceptions.rule]),
                 TableCell(disciplines.empty() ? page.say("all") : raw(spoken(page.settings, disciplines)),
                           page.settings.names(disciplines)),
                 raw(entry[own::exceptions.reason].text()),
                 target_cell(page, entry[own::exceptions.by], "nobody named"),
                 end_cell(page, entry[own::exceptions.until], expired),
                 expired_cell(entry[own::exceptions.until], expired)});
        }
    }
    sort_by_end(table, ends);
    page.add_titled(level, std::move(table), page.say("None."));
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
        const Words kind = capitalised(page.say("{}", in_words(record.kind())));
        table.rows.push_back({page.say("{} {}", kind, link), std::move(what), raw(reason)});
    };
    for (const KindId kind : {kinds::process, kinds::role, kinds::supplier}) {
        for (const RecordId id : page.graph.of_kind(kind)) {
            const RecordView record = page.graph[id];
            if (record.retired()) continue;
            for (const FieldView entry : record[fields::not_applicable].children()) {
                row(record, entry, TableCell(raw(spoken(entry.key())), std::string(entry.key())), entry.text());
            }
        }
    }
    for (const RecordId id : page.graph.of_kind(kinds::obligation)) {
        const RecordView record = page.graph[id];
        const FieldView applies = record[fields::obligation::applies];
        if (record.retired() || applies.yes().value_or(true)) continue;
        row(record, applies, TableCell(page.say("the whole obligation"), MachineValue(nullptr)),
            record[fields::obligation::why_not].text());
    }
    for (const RecordId id : page.graph.of_kind(kinds::incident)) {
        namespace own = fields::incident;
        if (!page.graph[id].active()) continue;
        for (const FieldView entry : page.graph[id][own::not_notifiable].children()) {
            const auto duty = target_of(page.graph, entry[own::not_notifiable.obligation]);
            if (!duty) continue;
            row(page.graph[id], entry,
                TableCell(page.say("notices under {}", page.titled(duty->record())), MachineValue(nullptr)),
                entry[own::not_notifiable.reason].text());
        }
    }
    page.add_titled(level, std::move(table), page.say("Nothing."));
    // Those asked of the same processes are told of in one sentence.
    std::map<std::vector<std::string>, std::vector<Words>> asked;
    for (const DisciplineInForce& each : page.settings.disciplines) {
        if (each.process_types.empty()) continue;
        std::vector<Words>& names = asked[each.process_types];
        const std::string name = spoken(each.name);
        names.emplace_back(page.placed(each.span, names.empty() ? capitalised(name) : name));
    }
    for (const auto& [process_types, names] : asked) {
        std::vector<TextArgument> types;
        for (const std::string& type : process_types) types.push_back(plain(type));
        page.paragraph(
            "{0:all} {2:is|are} asked only of [[processes of type {1}; others count where they carry {2:it|them}|{1} "
            "processes; others count where they take {2:it|them} up by themselves]].",
            names, types, names.size());
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
        table.rows.push_back({changed_rule(page, known, setting),
                              setting.grade ? page.say("{}", *setting.grade) : page.say("off"),
                              setting.whole_family ? page.say("each its own") : page.say("{}", known.grade),
                              setting.reason.empty() ? page.say("none given") : raw(setting.reason)});
    }
    page.add_titled(level, std::move(table), page.say("None."));
}

void add_what_was_silenced(Page& page) {
    page.heading(2, "Accepted and excluded");
    page.paragraph(
        "Nothing of this is reported as a gap, because somebody decided so. Whoever reads this report may ask whether "
        "they still agree.");
    add_accepted_findings(page, 3);
    add_exclusions(page, 3);
    add_changed_rules(page, 3);
}

}  // namespace ims
