#include "diagnostics/voice.h"
#include "report/table_of.h"
#include "report/views/views.h"

namespace ims {

Document view_rules(const RuleBook& book, std::span<const RuleId> rules, Date today) {
    Document document;
    document.report = "rules";
    document.title = "Rules";
    document.today = today;
    TableOf<RuleEntry> table(
        {.key = "rules", .title = "Rules"},
        {{{"rule", "Rule"}, [](const RuleEntry& rule) { return raw(rule.name); }},
         {{"family", "Family"}, [](const RuleEntry& rule) { return raw(rule.family); }},
         {{"grade", "Grade"}, [](const RuleEntry& rule) { return raw(to_string(rule.grade)); }},
         {{.key = "fixed", .title = "Fixed", .readers = Column::For::programs},
          [](const RuleEntry& rule) {
              const bool fixed = rule.fixedness == Fixedness::fixed;
              return TableCell(raw(for_editors(fixed ? Message("yes") : Message("no"))), fixed);
          }},
         {{"summary", "What is bad"}, [](const RuleEntry& rule) { return raw(for_editors(rule.summary)); }}});
    for (const RuleId rule : rules) table.add(book[rule]);
    document.blocks.emplace_back(table.take());
    return document;
}

}  // namespace ims
