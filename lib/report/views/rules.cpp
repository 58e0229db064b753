#include "report/views/views.h"

namespace ims {

Document view_rules(std::span<const RuleId> rules, Date today) {
    Document document;
    document.report = "rules";
    document.title = "Rules";
    document.today = today;
    Table table{.key = "rules",
                .title = "Rules",
                .columns = {{"rule", "Rule"},
                            {"family", "Family"},
                            {"grade", "Grade"},
                            {.key = "fixed", .title = "Fixed", .readers = Column::For::programs},
                            {"summary", "What is bad"}}};
    for (const RuleId rule : rules) {
        const RuleEntry& each = entry(rule);
        const bool fixed = each.fixedness == Fixedness::fixed;
        table.rows.push_back({TableCell(each.name), TableCell(each.family), TableCell(to_string(each.grade)),
                              TableCell(Words(fixed ? "yes" : "no"), fixed), TableCell(each.summary)});
    }
    document.blocks.emplace_back(std::move(table));
    return document;
}

}  // namespace ims
