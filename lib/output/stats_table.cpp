#include "output/stats_table.h"

#include <algorithm>
#include <tuple>

#include <fmt/format.h>

#include "diagnostics/rule_book.h"

namespace ims {
namespace {

struct Line {
    std::string_view name;
    bool timed = true;
    std::uint64_t nanoseconds = 0;
    std::size_t findings = 0;
};

std::string table(std::string_view heading, std::vector<Line> lines) {
    std::ranges::sort(lines, {}, [](const Line& line) {
        return std::tuple(!line.timed, ~line.nanoseconds, ~line.findings, line.name);
    });
    Line all{"all"};
    std::size_t width = heading.size();
    for (const Line& line : lines) {
        all.nanoseconds += line.nanoseconds;
        all.findings += line.findings;
        width = std::max(width, line.name.size());
    }
    lines.push_back(all);
    std::string text = fmt::format("{:{}}  {:>10}  {:>5}  {:>8}\n", heading, width, "time in ms", "share", "findings");
    for (const Line& line : lines) {
        const double time = static_cast<double>(line.nanoseconds);
        const double whole = static_cast<double>(std::max<std::uint64_t>(all.nanoseconds, 1));
        text += fmt::format("{:{}}  {:>10}  {:>5}  {:>8}\n", line.name, width,
                            line.timed ? fmt::format("{:.3f}", time / 1e6) : "",
                            line.timed ? fmt::format("{:.0f} %", time * 100 / whole) : "", line.findings);
    }
    return text;
}

}  // namespace

std::string stats_table(const Stats& stats, const RuleBook& book) {
    std::vector<Line> stages;
    for (std::size_t index = 0; index < kStageNames.size(); ++index) {
        const Stage stage = static_cast<Stage>(index);
        stages.push_back({kStageNames[index], true, stats.nanoseconds(stage), stats.findings(stage)});
    }
    std::vector<Line> rules;
    for (const auto& [rule, each] : stats.rules())
        rules.push_back({book[rule].name, each.ran, each.nanoseconds, each.findings});
    return table("stage", std::move(stages)) + '\n' + table("rule", std::move(rules)) +
           "Times are those of all jobs together. A rule without a time is found by an earlier stage, within its "
           "time.\n";
}

}  // namespace ims
