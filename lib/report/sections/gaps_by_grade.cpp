#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/text.h"
#include "check/run.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

// People mend what is shown before they ask for more.
constexpr std::size_t kMostOfOneRule = 25;
constexpr std::size_t kMostOfPopulation = 3;

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

// Of a population, so many records.
std::size_t how_many(const Page& page, std::span<const Gap> causes) {
    std::size_t count = 0;
    for (const Gap& gap : causes)
        count += gap.population ? page.analysis.judgement.populations().all()[*gap.population].found : 1;
    return count;
}

// What is true of nearly all records is said once, with the one act that mends it.
void say_population(Page& page, const Gap& gap, const RuleEntry& rule) {
    const Population& population = page.analysis.judgement.populations().all()[*gap.population];
    page.say(Words() << strong(capitalised(of_population(page, gap)) + ".") << " To mend it: "
                     << sentence(mending(population, page.graph, page.rules)) << ". (" << code(rule.name)
                     << "; each of them: " << code(fmt::format("ims check --format concise --select {}", rule.name))
                     << ")");
}

}  // namespace

void add_gaps_of_one_rule(Page& page, std::span<const Gap> group) {
    const RuleEntry& rule = page.rules[group.front().finding->rule];
    const std::string grade(to_string(group.front().grade));
    const auto population = std::ranges::find_if(group, [](const Gap& gap) { return gap.population.has_value(); });
    const bool everywhere = population != group.end();
    const bool one_help =
        std::ranges::all_of(group, [&](const Gap& gap) { return gap.finding->help == group.front().finding->help; });
    if (everywhere) say_population(page, *population, rule);
    else if (one_help && !group.front().finding->help.empty())
        page.say(Words() << strong("To mend it:") << " " << sentence(group.front().finding->help) << ". ("
                         << code(rule.name) << ")");
    else page.say(Words() << "Found by " << code(rule.name) << ".");
    const bool any_follows = std::ranges::any_of(group, [](const Gap& gap) { return !gap.follows.empty(); });
    Table table{
        .key = fmt::format("gaps-{}-{}", grade, rule.name),
        .title = std::string(rule.summary),
        .columns = {{"grade", "Grade", {}, {}, Column::For::programs},
                    {"rule", "Rule", {}, {}, Column::For::programs},
                    {"where", "Where"},
                    {"path", "Path", {}, {}, Column::For::programs},
                    {"line", "Line", {}, {}, Column::For::programs},
                    {"disciplines", "Disciplines", {}, {}, Column::For::programs},
                    {"found", "What was found"},
                    {"follows", "What follows from it", {}, {}, any_follows ? Column::For::all : Column::For::programs},
                    {"owner", "Who can mend it", {}, Column::Holds::record},
                    {"mending", "How", {}, {}, one_help ? Column::For::programs : Column::For::all}},
        .most_shown = everywhere ? kMostOfPopulation : kMostOfOneRule};
    for (const Gap& gap : group) {
        const Inline place = where(page, gap);
        TableCell record(place);
        if (gap.record.known()) record.value = page.graph[gap.record].name();
        table.rows.push_back({grade, rule.name, std::move(record), place.path,
                              TableCell(std::to_string(place.line), std::int64_t{place.line}),
                              TableCell(spoken(page.settings, gap.disciplines), page.settings.names(gap.disciplines)),
                              what_was_seen(gap), capitalised(what_follows(page, gap)),
                              gap.owner.known() ? TableCell(page.titled(gap.owner)) : TableCell(),
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
                                    to_string(group.front().grade)));
        add_gaps_of_one_rule(page, group);
    }
}

void add_chapter(Page& page, const Chapter& chapter, std::span<const Gap> gaps) {
    page.heading(2, chapter.heading);
    const RuleEntry& rule = page.rules[chapter.rule];
    switch (silence_of(rule, page.rules, page.settings)) {
        case Silence::off: return page.say(Words() << "Not looked for: ims.yaml turns " << code(rule.name) << " off.");
        case Silence::outside:
            return page.say(Words() << "Not looked for: " << code(rule.name) << " is outside the profile "
                                    << code(to_string(page.settings.profile)) << " of ims.yaml.");
        case Silence::none:
        case Silence::accepted: break;
    }
    if (page.facts.processes().empty()) return page.say("It cannot be judged: no process is in force.");
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

void add_gaps_by_grade(Page& page, std::span<const Gap> causes) {
    page.heading(2, "Gaps by grade and cause");
    const std::vector<Gap> grouped = grouped_by_rule({causes.begin(), causes.end()});
    std::span<const Gap> gaps = grouped;
    if (gaps.empty()) page.say("None was found.");
    while (!gaps.empty()) {
        std::span<const Gap> grade = same_grade(gaps);
        gaps = gaps.subspan(grade.size());
        page.heading(3, meaning(grade.front().grade));
        while (!grade.empty()) {
            const std::span<const Gap> group = same_rule(grade);
            grade = grade.subspan(group.size());
            page.heading(4, fmt::format("{}: {}", capitalised(page.rules[group.front().finding->rule].summary),
                                        how_many(page, group)));
            add_gaps_of_one_rule(page, group);
        }
    }
}

}  // namespace ims
