#include <unordered_map>

#include "judge/fingerprint.h"
#include "judge/unused_baseline.h"
#include "report/table_of.h"
#include "report/views/views.h"

namespace ims {
namespace {

struct BaselineRow {
    const BaselineLine* line = nullptr;
    const Finding* found = nullptr;  // null where it is found no longer
    bool unused = false;
};

std::string what_became(const BaselineRow& row) {
    if (row.found == nullptr) return "mended";
    if (row.unused) return "held back by another line";
    if (row.found->grade > row.line->grade) return std::string("worse: ") + std::string(to_string(row.found->grade));
    if (row.found->grade < row.line->grade) return std::string("better: ") + std::string(to_string(row.found->grade));
    return "still found";
}

}  // namespace

Document view_baseline(const Analysis& analysis) {
    const FindingList told(analysis.findings, {});
    const std::vector<std::string> known_as = fingerprints(told, analysis.rules.book(), analysis.sources);
    std::unordered_map<std::string_view, const Finding*> found;
    for (std::size_t index = 0; index < analysis.findings.size(); ++index)
        found.emplace(known_as[index], &analysis.findings[index]);
    const Baseline& baseline = *analysis.baseline;
    const std::vector<BaselineLine> unused = unused_lines(baseline, told, analysis.rules.book(), analysis.sources);

    Document document;
    document.report = "baseline";
    document.title = "Baseline";
    document.organisation = analysis.settings.organisation;
    document.today = analysis.facts.today();
    TableOf<BaselineRow> table(
        {.key = "lines", .title = "Lines"},
        {{{"record", "Record"}, [](const BaselineRow& row) { return raw(row.line->where); }},
         {{"rule", "Rule"}, [](const BaselineRow& row) { return raw(row.line->rule); }},
         {{"grade", "Grade"}, [](const BaselineRow& row) { return raw(to_string(row.line->grade)); }},
         {{"disciplines", "Disciplines"},
          [](const BaselineRow& row) {
              std::string names;
              for (const std::string& each : row.line->disciplines) names += (names.empty() ? "" : ", ") + each;
              return raw(names);
          }},
         {{"now", "Now"}, [](const BaselineRow& row) { return raw(what_became(row)); }},
         {{.key = "fingerprint", .title = "Fingerprint", .readers = Column::For::programs},
          [](const BaselineRow& row) { return raw(row.line->fingerprint); }}});
    std::vector<const BaselineLine*> lines;
    for (const BaselineLine& line : baseline.lines) lines.push_back(&line);
    std::ranges::sort(lines, {},
                      [](const BaselineLine* line) { return std::tie(line->where, line->rule, line->number); });
    for (const BaselineLine* line : lines) {
        const auto at = found.find(line->fingerprint);
        const bool is_unused = std::ranges::find(unused, line->number, &BaselineLine::number) != unused.end();
        table.add({line, at == found.end() ? nullptr : at->second, is_unused});
    }
    document.blocks.emplace_back(table.take());
    return document;
}

}  // namespace ims
