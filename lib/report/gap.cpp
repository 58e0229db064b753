#include "report/gap.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "judge/owners.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool between_disciplines(const Page& page, const Gap& gap) {
    return page.rules[gap.finding->rule].family == "integration";
}

// A person's own page tells what was found about them; elsewhere it is told of their role, without a name.
std::shared_ptr<const Finding> of_role(const Page& page, const Finding& finding, const RecordView& person) {
    auto out = std::make_shared<Finding>();
    out->rule = finding.rule;
    out->grade = finding.grade;
    out->about = finding.about;
    out->disciplines = finding.disciplines;
    out->span = finding.span;
    for (const RecordView role : person.linked(fields::person::roles)) {
        out->on = role.record();
        out->record = role.name();
        out->span = role.id_span();
        break;
    }
    out->message = fmt::format("one of its holders: {}", page.rules[finding.rule].summary);
    return out;
}

// The text with "a holder of `web-helper`" for each person in it; the same where there is none.
std::string without_people(const Page& page, const std::string& text) {
    std::string out;
    std::size_t at = 0;
    while (true) {
        const std::size_t begin = text.find('`', at);
        const std::size_t end = begin == std::string::npos ? begin : text.find('`', begin + 1);
        if (end == std::string::npos) return out + text.substr(at);
        std::string_view id = std::string_view(text).substr(begin + 1, end - begin - 1);
        if (id.starts_with("person/")) id.remove_prefix(7);
        const auto person = page.graph.find(kinds::person, id);
        out += text.substr(at, begin - at);
        if (!person || *person == page.subject) {
            out += text.substr(begin, end - begin + 1);
        } else {
            const LinkedRecords roles = page.graph[*person].linked(fields::person::roles);
            out += roles.empty() ? "somebody" : fmt::format("a holder of `{}`", (*roles.begin()).id());
        }
        at = end + 1;
    }
}

// A finding on something else that names people.
std::shared_ptr<const Finding> without_people(const Page& page, const Finding& finding) {
    if (page.graph.of_kind(kinds::person).empty()) return nullptr;
    const auto names_one = [&](const std::string& text) { return without_people(page, text) != text; };
    if (!names_one(finding.message) && std::ranges::none_of(finding.notes, names_one) && !names_one(finding.help))
        return nullptr;
    auto out = std::make_shared<Finding>(finding);
    out->message = without_people(page, finding.message);
    for (std::string& note : out->notes) note = without_people(page, note);
    out->help = without_people(page, finding.help);
    return out;
}

Gap gap_of(const Page& page, const Finding& finding) {
    Gap gap;
    gap.finding = &finding;
    gap.grade = finding.grade;
    gap.record = finding.on;
    if (!gap.record.known() && !finding.record.empty()) {
        const auto record = page.graph.find(finding.record);
        if (record && !page.graph[*record].unread()) gap.record = *record;
    }
    if (gap.record.known() && page.graph[gap.record].is(kinds::person) && gap.record != page.subject) {
        gap.instead = of_role(page, finding, page.graph[gap.record]);
        gap.finding = gap.instead.get();
        gap.record = gap.finding->on;
    } else if (gap.instead = without_people(page, finding); gap.instead != nullptr) {
        gap.finding = gap.instead.get();
    }
    gap.disciplines = page.settings.set_of(finding.disciplines);
    if (gap.disciplines.empty() && gap.record.known()) gap.disciplines = page.facts.disciplines(gap.record);
    return gap;
}

std::span<const Gap> while_same(std::span<const Gap> gaps, bool (*same)(const Gap&, const Gap&)) {
    std::size_t count = 0;
    while (count < gaps.size() && same(gaps[count], gaps.front())) ++count;
    return gaps.first(count);
}

}  // namespace

std::vector<Gap> collect_gaps(const Page& page) {
    std::vector<Gap> gaps;
    gaps.reserve(page.analysis.findings.size());
    for (std::size_t index = 0; index < page.analysis.findings.size(); ++index) {
        const Finding& finding = page.analysis.findings[index];
        Gap gap = gap_of(page, finding);
        gap.owner = owner_of(finding, page.graph, page.facts);
        gap.population = page.analysis.judgement.populations().of(FindingId::from(index));
        gaps.push_back(std::move(gap));
    }
    std::ranges::stable_sort(gaps, [&](const Gap& a, const Gap& b) {
        if (a.grade != b.grade) return a.grade > b.grade;
        const bool a_between = between_disciplines(page, a);
        if (a_between != between_disciplines(page, b)) return a_between;
        return a.finding->rule < b.finding->rule;
    });
    return gaps;
}

std::vector<Gap> collect_causes(const Page& page) {
    std::vector<Gap> gaps;
    const FindingList& findings = page.analysis.judgement.findings();
    for (const Cause& cause : page.analysis.judgement.causes()) {
        Gap gap = gap_of(page, findings[cause.first()]);
        gap.owner = cause.owner;
        gap.grade = cause.grade;
        if (cause.members.size() > 1) gap.population = cause.population;
        for (const FindingId each : cause.explains) gap.follows.push_back(&findings[each]);
        gaps.push_back(std::move(gap));
    }
    return gaps;
}

std::vector<Gap> grouped_by_rule(std::vector<Gap> causes) {
    std::map<std::pair<Grade, RuleId>, std::size_t> first;
    for (std::size_t index = 0; index < causes.size(); ++index)
        first.try_emplace({causes[index].grade, causes[index].finding->rule}, index);
    std::ranges::stable_sort(causes, {}, [&](const Gap& gap) {
        return std::pair(-static_cast<int>(gap.grade), first.at({gap.grade, gap.finding->rule}));
    });
    return causes;
}

std::string what_follows(const Page& page, const Gap& gap) {
    std::map<RuleId, std::size_t> counts;
    for (const Finding* each : gap.follows) ++counts[each->rule];
    std::string text;
    for (const auto& [rule, count] : counts) {
        if (!text.empty()) text += "; ";
        if (count > 1) text += fmt::format("{} ", count);
        text += spoken(page.rules[rule].name);
    }
    return text;
}

std::string of_population(const Page& page, const Gap& gap) {
    if (!gap.population) return {};
    const Population& population = page.analysis.judgement.populations().all()[*gap.population];
    return fmt::format("{}: {} of {}", told(population, page.graph, page.rules), population.found, population.asked);
}

void say_what_was_judged(Page& page) {
    const Coverage& coverage = page.analysis.judgement.coverage();
    Words words = sentence(in_words(coverage));
    words << ".";
    if (coverage.nothing_in_force()) page.note(std::move(words));
    else page.say(std::move(words));
}

std::span<const Gap> same_grade(std::span<const Gap> gaps) {
    return while_same(gaps, [](const Gap& a, const Gap& b) { return a.grade == b.grade; });
}

std::span<const Gap> same_rule(std::span<const Gap> gaps) {
    return while_same(
        gaps, [](const Gap& a, const Gap& b) { return a.grade == b.grade && a.finding->rule == b.finding->rule; });
}

Inline where(const Page& page, const Gap& gap) {
    if (!gap.record.known()) {
        // What is about a whole discipline points at it in ims.yaml.
        const bool discipline = gap.finding->span.file == page.settings.file && !gap.disciplines.empty();
        const std::string& path = page.analysis.sources[gap.finding->span.file].path;
        return page.placed(gap.finding->span, discipline ? capitalised(spoken(page.settings, gap.disciplines)) : path);
    }
    // The link leads to the very line that was found, the words to the record.
    Inline link = page.titled(gap.record);
    link.line = page.placed(gap.finding->span, "").line;
    if (gap.finding->span.file != page.graph[gap.record].file()) link.path = page.placed(gap.finding->span, "").path;
    return link;
}

}  // namespace ims
