#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "check/run.h"
#include "link/graph_names.h"
#include "report/sections/cells.h"
#include "report/sections/sections.h"

namespace ims {
namespace {

// People mend what is shown before they ask for more.
constexpr std::size_t kMostOfOneRule = 25;
constexpr std::size_t kMostOfPopulation = 3;

Message grade_title(Grade grade) {
    constexpr std::array<Message, 4> kTitles = {"Low", "Medium", "High", "Errors"};
    return kTitles[static_cast<std::size_t>(grade)];
}

Message meaning(Grade grade) {
    constexpr std::array<Message, 4> kMeanings = {
        "Opportunities for improvement.", "An auditor would likely call these minor nonconformities.",
        "An auditor would likely call these major nonconformities, or they are a legal or safety exposure.",
        "The records cannot be trusted here. Mend these first: what cannot be read or followed may hide other gaps."};
    return kMeanings[static_cast<std::size_t>(grade)];
}

Words what_was_seen(const Page& page, const Gap& gap) {
    std::vector<Words> sentences = {page.sentence(gap.finding->message)};
    constexpr std::size_t kMost = 3;  // with two notes
    for (const Message& note : gap.finding->notes) {
        if (sentences.size() == kMost) break;
        // Some are for editors alone.
        if (Words told = page.sentence(note); !told.empty()) sentences.push_back(std::move(told));
    }
    return in_a_row(sentences);
}

// What a rule finds, as a title.
std::string summary_of(const Page& page, const RuleEntry& rule) {
    return page.audience() == Audience::editors ? for_editors(rule.summary, page.graph)
                                                : page.say(rule.summary).plain();
}

// Of a population, so many records.
std::size_t how_many(const Page& page, std::span<const Gap> causes) {
    std::size_t count = 0;
    for (const Gap& gap : causes)
        count += gap.population ? page.analysis.judgement.populations().all()[*gap.population].found : 1;
    return count;
}

// Whether readers would take the first of a population for all of it: it is the only one that is shown.
bool stands_for_all(const Page& page, const Gap& gap, std::span<const Gap> group) {
    if (page.audience() == Audience::editors || !gap.population) return false;
    if (how_many(page, {&gap, 1}) < 2) return false;
    const auto is_of_it = [&](const Gap& each) { return each.population == gap.population; };
    const auto first = std::ranges::find_if(group, is_of_it);
    // Not beyond the second: there may be one for each of many records.
    return std::ranges::none_of(std::next(first), group.end(), is_of_it);
}

// What is true of nearly all records is said once, with the one act that mends it.
void say_population(Page& page, const Gap& gap, const RuleEntry& rule) {
    const Population& population = page.analysis.judgement.populations().all()[*gap.population];
    const Words seen = strong(page.say("{}.", capitalised(of_population(page, gap))));
    const Words mend = page.sentence(mending(population, page.graph, page.rules, page.arena()));
    const Words said = mend.empty() ? seen : page.say("{} To mend it: {}", seen, mend);
    page.paragraph("{}[[ ({}; each of them: {})]]", said, code(rule.name),
                   code(fmt::format("ims check --format concise --select {}", rule.name)));
}

// Whether all of them are mended in the same way.
bool have_one_help(const Page& page, std::span<const Gap> group) {
    const std::string first = page.say(group.front().finding->help).plain();
    return std::ranges::all_of(group.subspan(1),
                               [&](const Gap& gap) { return page.say(gap.finding->help).plain() == first; });
}

void say_how_to_mend(Page& page, std::span<const Gap> group, bool one_help) {
    const RuleEntry& rule = page.rules[group.front().finding->rule];
    const auto population = std::ranges::find_if(group, [](const Gap& gap) { return gap.population.has_value(); });
    if (population != group.end()) return say_population(page, *population, rule);
    const Words help = one_help ? page.sentence(group.front().finding->help) : Words();
    if (!help.empty()) page.paragraph("{} {}[[ ({})]]", strong("To mend it:"), help, code(rule.name));
    // Readers need no name of a rule.
    else if (page.audience() == Audience::editors) page.paragraph("Found by {}.", code(rule.name));
}

}  // namespace

void add_gaps_of_one_rule(Page& page, std::span<const Gap> group) {
    const RuleEntry& rule = page.rules[group.front().finding->rule];
    const std::string grade(to_string(group.front().grade));
    const bool everywhere = std::ranges::any_of(group, [](const Gap& gap) { return gap.population.has_value(); });
    const bool one_help = have_one_help(page, group);
    say_how_to_mend(page, group, one_help);
    const bool any_follows = std::ranges::any_of(group, [](const Gap& gap) { return !gap.follows.empty(); });
    Table table{
        .key = fmt::format("gaps-{}-{}", grade, rule.name),
        .title = summary_of(page, rule),
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
        if (gap.record.known()) record.value = page.graph[gap.record].name().text();
        if (stands_for_all(page, gap, group))
            record.words = page.say("{} and {} more", place, how_many(page, {&gap, 1}) - 1);
        table.rows.push_back({raw(grade), raw(rule.name), std::move(record), raw(place.path),
                              TableCell(raw(std::to_string(place.line)), std::int64_t{place.line}),
                              discipline_cell(page, gap.disciplines), what_was_seen(page, gap),
                              capitalised(what_follows(page, gap)), titled_cell(page, gap.owner, "nobody is named"),
                              capitalised(page.say(gap.finding->help))});
    }
    page.add(std::move(table));
}

void add_gaps_by_rule(Page& page, std::span<const Gap> gaps) {
    while (!gaps.empty()) {
        const std::span<const Gap> group = same_rule(gaps);
        gaps = gaps.subspan(group.size());
        const Finding& first = *group.front().finding;
        page.heading(3, "{}: {} ({})", capitalised(page.say(page.rules[first.rule].summary)), group.size(),
                     group.front().grade);
        add_gaps_of_one_rule(page, group);
    }
}

Words told_of_none(const Page& page, const Chapter& chapter) {
    const RuleEntry& rule = page.rules[chapter.rule];
    switch (silence_of(rule, page.rules, page.settings)) {
        case Silence::off:
            return page.say("Not looked for: [[ims.yaml turns {} off|it is turned off]].", code(rule.name));
        case Silence::outside:
            return page.say(
                "Not looked for: [[{0} is outside the profile {1} of ims.yaml|it is outside the profile {1}, which was "
                "chosen]].",
                code(rule.name), quoted(to_string(page.settings.profile)));
        case Silence::none:
        case Silence::accepted: break;
    }
    return page.facts.processes().empty() ? page.say("It cannot be judged: no process is in force.")
                                          : page.say(chapter.none);
}

bool has_found(const Page& page, const Chapter& chapter, std::span<const Gap> gaps) {
    const Silence silence = silence_of(page.rules[chapter.rule], page.rules, page.settings);
    if (silence == Silence::off || silence == Silence::outside || page.facts.processes().empty()) return false;
    return std::ranges::any_of(gaps, [&](const Gap& gap) { return gap.finding->rule == chapter.rule; });
}

void add_chapter(Page& page, const Chapter& chapter, std::span<const Gap> gaps) {
    page.heading(2, page.say(chapter.heading));
    if (!has_found(page, chapter, gaps)) return page.paragraph(told_of_none(page, chapter));
    const std::vector<Gap> once = told_once(gaps);
    gaps = once;
    while (!gaps.empty()) {
        const std::span<const Gap> group = same_rule(gaps);
        gaps = gaps.subspan(group.size());
        if (group.front().finding->rule == chapter.rule) add_gaps_of_one_rule(page, group);
    }
}

void add_gaps_by_grade(Page& page, std::span<const Gap> causes) {
    page.heading(2, "Gaps by grade and cause");
    const std::vector<Gap> grouped = grouped_by_rule({causes.begin(), causes.end()});
    std::span<const Gap> gaps = grouped;
    if (gaps.empty()) page.paragraph("None was found.");
    while (!gaps.empty()) {
        std::span<const Gap> grade = same_grade(gaps);
        gaps = gaps.subspan(grade.size());
        page.heading(3, "{}: {}", page.say(grade_title(grade.front().grade)), grade.size());
        page.paragraph(page.say(meaning(grade.front().grade)));
        while (!grade.empty()) {
            const std::span<const Gap> group = same_rule(grade);
            grade = grade.subspan(group.size());
            page.heading(4, "{}: {}", capitalised(page.say(page.rules[group.front().finding->rule].summary)),
                         group.size());
            add_gaps_of_one_rule(page, group);
        }
    }
}

}  // namespace ims
