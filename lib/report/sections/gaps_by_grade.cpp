#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

// People mend what is shown before they ask for more.
constexpr std::size_t kMostOfOneRule = 25;

std::string_view meaning(Grade grade) {
    constexpr std::array<std::string_view, 4> kMeanings = {
        "Low: opportunities for improvement", "Medium: an auditor would likely call these minor nonconformities",
        "High: an auditor would likely call these major nonconformities, or they are a legal or safety exposure",
        "Errors: the records cannot be trusted here"};
    return kMeanings[static_cast<std::size_t>(grade)];
}

Words what_was_seen(const Gap& gap) {
    Words words = sentence(gap.finding->message);
    words << ".";
    constexpr std::size_t kMostNotes = 2;
    for (std::size_t index = 0; index < gap.finding->notes.size() && index < kMostNotes; ++index) {
        words << " " << sentence(gap.finding->notes[index]) << ".";
    }
    return words;
}

}  // namespace

void add_gaps_of_one_rule(Page& page, std::span<const Gap> group) {
    const RuleEntry& rule = page.rules[group.front().finding->rule];
    const std::string grade(to_string(group.front().finding->grade));
    const bool one_help =
        std::ranges::all_of(group, [&](const Gap& gap) { return gap.finding->help == group.front().finding->help; });
    if (one_help && !group.front().finding->help.empty()) {
        page.say(Words() << strong("To mend it:") << " " << sentence(group.front().finding->help) << ". ("
                         << code(rule.name) << ")");
    } else {
        page.say(Words() << "Found by " << code(rule.name) << ".");
    }
    Table table{.key = fmt::format("gaps-{}-{}", grade, rule.name),
                .title = std::string(rule.summary),
                .columns = {{"grade", "Grade", {}, {}, Column::For::programs},
                            {"rule", "Rule", {}, {}, Column::For::programs},
                            {"where", "Where"},
                            {"path", "Path", {}, {}, Column::For::programs},
                            {"line", "Line", {}, {}, Column::For::programs},
                            {"disciplines", "Disciplines", {}, {}, Column::For::programs},
                            {"found", "What was found"},
                            {"owner", "Who can mend it", {}, Column::Holds::record},
                            {"mending", "How", {}, {}, one_help ? Column::For::programs : Column::For::all}},
                .most_shown = kMostOfOneRule};
    for (const Gap& gap : group) {
        const Inline place = where(page, gap);
        TableCell record(place);
        if (gap.record.known()) record.value = page.graph[gap.record].name();
        table.rows.push_back({grade, rule.name, std::move(record), place.path,
                              TableCell(std::to_string(place.line), std::int64_t{place.line}),
                              TableCell(spoken(page.settings, gap.disciplines), page.settings.names(gap.disciplines)),
                              what_was_seen(gap), gap.owner.known() ? TableCell(page.titled(gap.owner)) : TableCell(),
                              sentence(gap.finding->help)});
    }
    page.add(std::move(table));
}

void add_gaps_by_rule(Page& page, std::span<const Gap> gaps) {
    while (!gaps.empty()) {
        const std::span<const Gap> group = same_rule(gaps);
        gaps = gaps.subspan(group.size());
        const Finding& first = *group.front().finding;
        page.heading(3, fmt::format("{}: {} ({})", capitalised(page.rules[first.rule].summary), group.size(),
                                    to_string(first.grade)));
        add_gaps_of_one_rule(page, group);
    }
}

void add_chapter(Page& page, const Chapter& chapter, std::span<const Gap> gaps) {
    page.heading(2, chapter.heading);
    if (!page.settings.grade(page.rules[chapter.rule])) {
        page.say(Words() << "Not looked for: ims.yaml turns " << code(page.rules[chapter.rule].name) << " off.");
        return;
    }
    bool any = false;
    while (!gaps.empty()) {
        const std::span<const Gap> group = same_rule(gaps);
        gaps = gaps.subspan(group.size());
        if (group.front().finding->rule != chapter.rule) continue;
        add_gaps_of_one_rule(page, group);
        any = true;
    }
    if (!any) page.say(chapter.none);
}

void add_gaps_by_grade(Page& page, std::span<const Gap> gaps) {
    page.heading(2, "Gaps by grade");
    if (gaps.empty()) page.say("None was found.");
    while (!gaps.empty()) {
        std::span<const Gap> grade = same_grade(gaps);
        gaps = gaps.subspan(grade.size());
        page.heading(3, meaning(grade.front().finding->grade));
        while (!grade.empty()) {
            const std::span<const Gap> group = same_rule(grade);
            grade = grade.subspan(group.size());
            page.heading(
                4, fmt::format("{}: {}", capitalised(page.rules[group.front().finding->rule].summary), group.size()));
            add_gaps_of_one_rule(page, group);
        }
    }
}

}  // namespace ims
