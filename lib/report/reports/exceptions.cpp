// What was accepted knowingly: findings by exceptions, risks over the appetite, needs that were declined, disciplines
// and obligations said not to apply, rules turned off. Silence that somebody has to answer for.
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/register.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct Counts {
    std::size_t all = 0;
    std::size_t over = 0;
    std::size_t without_end = 0;
    std::size_t soon = 0;
};

Counts count_exceptions(const Page& page) {
    constexpr std::int32_t kSoonDays = 90;
    Counts counts;
    for (const RecordId id : page.graph.all()) {
        const RecordView record = page.graph[id];
        if (record.retired()) continue;
        for (const FieldView entry : record[fields::exceptions].children()) {
            ++counts.all;
            const auto until = entry[fields::exceptions.until].date();
            if (!until) ++counts.without_end;
            else if (*until < page.facts.today()) ++counts.over;
            else if (until->days - page.facts.today().days <= kSoonDays) ++counts.soon;
        }
    }
    return counts;
}

void add_summary(Page& page) {
    page.heading(2, "In short");
    const Counts counts = count_exceptions(page);
    std::size_t off = 0;
    std::set<std::string_view> families;
    for (const auto& [rule, setting] : page.settings.rules) {
        if (setting.grade) continue;
        if (setting.whole_family) families.insert(entry(rule).family);
        else ++off;
    }
    Words words;
    if (counts.all == 0) {
        words << sentence(
            "no finding is accepted. To accept one, write under `exceptions` of its record the `rule`, the `reason`, "
            "`by` whom and `until` when; it is then listed here instead of being reported.");
        words << " ";
    } else {
        words << strong(counted(counts.all, "accepted finding")) << ": ";
        const std::string over = fmt::format("{} over", counts.over);
        if (counts.over > 0) words << strong(over);
        else words << over;
        words << fmt::format(" and reported again, {} ending within 90 days, {} without an end. ", counts.soon,
                             counts.without_end);
    }
    if (off + families.size() == 0) {
        words << "No rule is turned off.";
    } else {
        std::vector<std::string> parts;
        if (off > 0) parts.push_back(counted(off, "rule"));
        if (!families.empty()) parts.push_back(counted(families.size(), "whole family", "whole families"));
        words << fmt::format("Turned off in ims.yaml: {}.", join_names(parts, Ticks::no));
    }
    page.say(std::move(words));
    page.say(
        "Nothing of this is reported as a gap as long as it holds, because somebody decided so. Whoever reads this may "
        "ask whether they still agree.");
}

void add_accepted_risks(Page& page) {
    namespace own = fields::risk;
    Table table{.key = "accepted-risks",
                .title = "Accepted risks",
                .columns = {{"risk", "Risk", {}, Column::Holds::record},
                            {"level", "Level"},
                            {"disciplines", "Disciplines"},
                            {"reason", "Reason"},
                            {"by", "By", {}, Column::Holds::record},
                            {"date", "On"},
                            {"until", "Until"},
                            {"expired", "Expired", {}, {}, Column::For::programs}}};
    for (const RecordId id : page.graph.of_kind(kinds::risk)) {
        const RecordView risk = page.graph[id];
        const FieldView accepted = risk[own::accepted];
        if (!risk.active() || !accepted.is(ValueType::map)) continue;
        const RiskFacts& facts = page.facts.risk(id);
        const auto by = target_of(page.graph, accepted[own::accepted.by]);
        const auto date = accepted[own::accepted.date].date();
        const auto until = accepted[own::accepted.until].date();
        const bool expired = facts.acceptance == Acceptance::expired;
        Words last = until ? to_string(*until) : "for good";
        if (expired) last << ", " << strong("expired");
        table.rows.push_back(
            {page.titled(id),
             facts.counting ? TableCell(page.settings.vocabulary.risk_levels[*facts.counting])
                            : TableCell("not rated", MachineValue(nullptr)),
             discipline_cell(page, page.facts.disciplines(id)), prose_cell(accepted[own::accepted.reason].text()),
             by ? TableCell(page.titled(by->record())) : TableCell("nobody named"),
             date ? TableCell(to_string(*date)) : TableCell("no date", MachineValue(nullptr)),
             TableCell(std::move(last), until ? MachineValue(to_string(*until)) : MachineValue(nullptr)),
             TableCell("", expired)});
    }
    page.heading(2, "Accepted risks");
    if (table.rows.empty()) return page.say("None.");
    page.add(std::move(table));
}

void add_declined_needs(Page& page) {
    namespace own = fields::interested_party;
    Table table{
        .key = "declined-needs",
        .title = "Needs that were declined",
        .columns = {{"party", "Interested party", {}, Column::Holds::record}, {"need", "Need"}, {"reason", "Reason"}}};
    for (const RecordId id : page.graph.of_kind(kinds::interested_party)) {
        if (!page.graph[id].active()) continue;
        for (const FieldView entry : page.graph[id][own::needs].children()) {
            const FieldView declined = entry[own::needs.declined];
            if (!declined) continue;
            table.rows.push_back(
                {page.titled(id), prose_cell(entry[own::needs.need].text()), prose_cell(declined.text())});
        }
    }
    page.heading(2, "Needs that were declined");
    if (table.rows.empty()) return page.say("None.");
    page.add(std::move(table));
}

// Processes that need not come back soon: no plan, no exercise and no recovery time is asked of them.
void add_not_prioritised(Page& page) {
    namespace own = fields::process;
    Table table{.key = "not-prioritised",
                .title = "Processes that may wait in a disruption",
                .columns = {{"process", "Process", {}, Column::Holds::record}, {"reason", "Reason"}}};
    for (const ProcessFacts& facts : page.facts.processes()) {
        const FieldView continuity = page.graph[facts.process][own::continuity];
        if (continuity[own::continuity.prioritised].yes().value_or(true)) continue;
        const FieldView reason = continuity[own::continuity.reason];
        table.rows.push_back(
            {page.titled(facts.process), reason ? prose_cell(reason.text()) : TableCell("none is given")});
    }
    if (table.rows.empty()) return;
    page.heading(2, "Processes that may wait in a disruption");
    page.add(std::move(table));
}

}  // namespace

Document reports::exceptions(const ReportInput& input) {
    Page page(input, "exceptions", "Exceptions and exclusions");
    add_summary(page);
    add_accepted_findings(page, 2);
    add_accepted_risks(page);
    add_exclusions(page, 2);
    add_declined_needs(page);
    add_not_prioritised(page);
    add_changed_rules(page, 2);
    page.heading(2, "Gaps");
    add_gaps_about(page, collect_gaps(page), std::nullopt, "exceptions");
    return page.finish();
}

}  // namespace ims
