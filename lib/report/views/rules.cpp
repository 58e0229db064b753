#include "report/table_of.h"
#include "report/views/views.h"

namespace ims {

Document view_rules(const RuleBook& book, std::span<const RuleId> rules, Date today) {
    Document document;
    document.report = "rules";
    document.title = "Rules";
    document.today = today;
    TableOf<RuleEntry> table({.key = "rules", .title = "Rules"},
                             {{{"rule", "Rule"}, &RuleEntry::name},
                              {{"family", "Family"}, &RuleEntry::family},
                              {{"grade", "Grade"}, [](const RuleEntry& rule) { return to_string(rule.grade); }},
                              {{.key = "fixed", .title = "Fixed", .readers = Column::For::programs},
                               [](const RuleEntry& rule) {
                                   const bool fixed = rule.fixedness == Fixedness::fixed;
                                   return TableCell(Words(fixed ? "yes" : "no"), fixed);
                               }},
                              {{"summary", "What is bad"}, &RuleEntry::summary}});
    for (const RuleId rule : rules) table.add(book[rule]);
    document.blocks.emplace_back(table.take());
    return document;
}

}  // namespace ims
