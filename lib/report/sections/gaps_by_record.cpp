#include <map>

#include "assess/performance/suppliers.h"
#include "diagnostics/rules.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostWithGaps = 25;  // in a table that people read to its end

using GapsOfRecords = std::map<RecordId, std::vector<Gap>>;

GapsOfRecords of_kind(const Page& page, std::span<const Gap> gaps, KindId kind) {
    GapsOfRecords by_record;
    for (const Gap& gap : gaps) {
        if (gap.record.known() && page.graph[gap.record].is(kind)) by_record[gap.record].push_back(gap);
    }
    return by_record;
}

// The disciplines that findings of one rule name.
DisciplineSet named_by(const Page& page, const std::vector<Gap>& gaps, RuleId rule) {
    DisciplineSet named;
    for (const Gap& gap : gaps) {
        if (gap.finding->rule != rule) continue;
        named |= page.settings.set_of(gap.finding->disciplines);
    }
    return named;
}

TableCell disciplines(const Page& page, DisciplineSet set) {
    TableCell cell = discipline_cell(page, set);
    cell.words = capitalised(discipline_words(page, set));
    return cell;
}

// "high: role without deputy; low: empty role", without those of a rule that has a column of its own.
TableCell others(const Page& page, const std::vector<Gap>& gaps, RuleId told) {
    std::vector<Words> found;
    std::vector<std::string> names;
    for (const Gap& gap : gaps) {
        const RuleId rule = gap.finding->rule;
        if (rule == told) continue;
        found.push_back(page.say("{}: {}", gap.grade, rule_in_words(page, rule)));
        names.emplace_back(page.rules[rule].name);
    }
    return {listed(found, "; "), std::move(names)};
}

}  // namespace

void add_gaps_by_role(Page& page, std::span<const Gap> gaps) {
    page.heading(3, "Gaps by role");
    Table table{.key = "gaps-by-role",
                .title = "Gaps by role",
                .columns = {{"role", "Role", {}, Column::Holds::record},
                            {"processes", "Processes", Column::Align::right},
                            {"answers_for", "Answers for"},
                            {"misses", "No evidence found for"},
                            {"others", "Other gaps"}},
                .most_shown = kMostWithGaps};
    const GapsOfRecords by_role = of_kind(page, gaps, kinds::role);
    for (const auto& [role, own] : by_role) {
        DisciplineSet answers;
        for (const RecordId process : page.facts.processes_of(role)) {
            answers |= page.facts.process(process)->participant(role)->answers_for();
        }
        table.rows.push_back({page.titled(role), TableCell::number(page.facts.processes_of(role).size()),
                              disciplines(page, answers),
                              disciplines(page, named_by(page, own, RuleId::role_misses_discipline)),
                              others(page, own, RuleId::role_misses_discipline)});
    }
    if (table.rows.empty()) return page.paragraph("None was found.");
    page.paragraph(
        "What each role that has a gap answers for in the processes that it takes part in, and what nothing in its "
        "description speaks of.");
    page.add(std::move(table));
}

void add_gaps_by_supplier(Page& page, std::span<const Gap> gaps) {
    Table table{.key = "gaps-by-supplier",
                .title = "Gaps by supplier",
                .columns = {{"supplier", "Supplier", {}, Column::Holds::record},
                            {"needed_by", "Needed by", {}, Column::Holds::records},
                            {"evaluated_in", "Evaluated in"},
                            {"misses", "No evaluation found in"},
                            {"others", "Other gaps"}},
                .most_shown = kMostWithGaps};
    const GapsOfRecords by_supplier = of_kind(page, gaps, kinds::supplier);
    for (const auto& [supplier, own] : by_supplier) {
        const SupplierEvaluations evaluations = evaluations_of(page.graph[supplier], page.facts.today());
        table.rows.push_back({page.titled(supplier), page.titles(page.facts.processes_needing(supplier)),
                              disciplines(page, evaluations.evaluated),
                              disciplines(page, named_by(page, own, RuleId::supplier_misses_discipline) |
                                                    named_by(page, own, RuleId::supplier_unevaluated)),
                              others(page, own, RuleId::supplier_misses_discipline)});
    }
    page.add_titled(3, std::move(table), page.say("None was found."));
}

}  // namespace ims
