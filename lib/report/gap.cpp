#include "report/gap.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/text.h"
#include "diagnostics/rules.h"
#include "judge/gravest.h"
#include "judge/owners.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What readers are told of a holder of a role, and what helps.
struct OfHolder {
    Message message;
    Message help;
};

OfHolder of_holder(RuleId rule, const RuleBook& rules, bool role_known, Arena& arena) {
    if (!role_known) return {make_message(arena, "this was found about somebody: {}", rules[rule].summary), {}};
    switch (rule) {
        case RuleId::competence_gap:
            return {"one of its holders lacks a competence that the role asks for",
                    "[[|see whether they are able to do it: if so, keep the evidence; if not, train them]]"};
        case RuleId::competence_expired:
            return {"a competence of one of its holders has run out",
                    "[[|have it renewed, or decide that it is no longer needed]]"};
        case RuleId::competence_undated:
            return {"a competence of one of its holders has to be renewed, and nobody knows by when",
                    "[[|look at the certificate, and note the last day on which it is valid]]"};
        case RuleId::bottleneck:
            return {"one of its holders is accountable for more than a third of the processes",
                    "[[|give some of these processes another owner: who does most of the work, or decides most of it "
                    "anyway]]"};
        default: return {make_message(arena, "this was found about one of its holders: {}", rules[rule].summary), {}};
    }
}

// The role of a person that a finding is about: the one but for which it would not have been found, else their first.
std::optional<RecordId> role_at_issue(const Page& page, const Finding& finding, RecordId person) {
    const std::vector<RecordId> roles = page.facts.people().roles_of(person);
    for (const RecordId each : finding.because) {
        if (std::ranges::find(roles, each) != roles.end()) return each;
    }
    return roles.empty() ? std::nullopt : std::optional(roles.front());
}

// A person's own page tells what was found about them; elsewhere it is told of their role, without a name.
std::shared_ptr<const Finding> of_role(const Page& page, const Finding& finding, const RecordView& person) {
    auto out = std::make_shared<Finding>();
    out->rule = finding.rule;
    out->grade = finding.grade;
    out->about = finding.about;
    out->disciplines = finding.disciplines;
    out->span = finding.span;
    if (const auto role = role_at_issue(page, finding, person.record())) {
        out->on = *role;
        out->record = page.graph[*role].name();
        out->span = page.graph[*role].id_span();
    }
    const OfHolder told = of_holder(finding.rule, page.rules, out->on.known(), page.arena());
    out->message =
        make_message(page.arena(), "[[one of its holders: {0}|{1}]]", page.rules[finding.rule].summary, told.message);
    out->help = told.help;
    return out;
}

std::span<const Gap> while_same(std::span<const Gap> gaps, bool (*same)(const Gap&, const Gap&)) {
    std::size_t count = 0;
    while (count < gaps.size() && same(gaps[count], gaps.front())) ++count;
    return gaps.first(count);
}

}  // namespace

Gap gap_of(const Page& page, const Finding& finding) {
    Gap gap;
    gap.finding = &finding;
    gap.grade = finding.grade;
    gap.record = finding.on;
    if (!gap.record.known() && finding.record.known()) {
        const auto record = page.graph.find(finding.record);
        if (record && !page.graph[*record].unread()) gap.record = *record;
    }
    if (gap.record.known() && page.graph[gap.record].is(kinds::person) && gap.record != page.subject) {
        gap.instead = of_role(page, finding, page.graph[gap.record]);
        gap.finding = gap.instead.get();
        gap.record = gap.finding->on;
    }
    gap.disciplines = page.settings.set_of(finding.disciplines);
    if (gap.disciplines.empty() && gap.record.known()) gap.disciplines = page.facts.disciplines(gap.record);
    gap.owner = owner_of(finding, page.graph, page.facts);
    return gap;
}

Gap gap_of(const Page& page, FindingId id) {
    const Finding& finding = page.analysis.judgement.findings()[id];
    Gap gap = gap_of(page, finding);
    gap.population = page.analysis.judgement.populations().of(id);
    gap.id = id;
    return gap;
}

namespace {

void sort_gaps(const Page& page, std::vector<Gap>& gaps) {
    std::ranges::stable_sort(gaps, {}, [&](const Gap& gap) { return urgency(*gap.finding, page.rules); });
}

}  // namespace

std::vector<Gap> collect_gaps(const Page& page) {
    std::vector<Gap> gaps;
    gaps.reserve(page.analysis.findings.size());
    for (const FindingId id : page.analysis.worst_first()) gaps.push_back(gap_of(page, id));
    return gaps;
}

std::vector<Gap> collect_gaps_of(const Page& page, RecordId record) {
    const Judgement& judgement = page.analysis.judgement;
    std::vector<Gap> gaps;
    for (const FindingId id : judgement.found_on(record)) gaps.push_back(gap_of(page, id));
    if (page.graph[record].is(kinds::role)) {
        for (const RecordView person : page.graph[record].linked(fields::role::people)) {
            for (const FindingId id : judgement.found_on(person.record())) {
                if (Gap gap = gap_of(page, id); gap.record == record) gaps.push_back(std::move(gap));
            }
        }
    }
    sort_gaps(page, gaps);
    return gaps;
}

std::vector<Gap> collect_gaps_of_all(const Page& page, const std::set<RecordId>& records) {
    std::vector<Gap> gaps;
    for (const RecordId record : records) {
        for (Gap& gap : collect_gaps_of(page, record)) gaps.push_back(std::move(gap));
    }
    sort_gaps(page, gaps);
    return gaps;
}

std::vector<Gap> told_once(std::span<const Gap> gaps) {
    std::vector<Gap> out;
    std::map<std::pair<RuleId, Twins>, std::size_t> told;
    for (const Gap& gap : gaps) {
        const Twins& twins = gap.finding->twins;
        const auto [place, is_new] = told.try_emplace({gap.finding->rule, twins}, out.size());
        if (is_new || !twins.known()) out.push_back(gap);
        else out[place->second].disciplines |= gap.disciplines;
    }
    return out;
}

std::vector<Gap> collect_causes(const Page& page) { return gaps_of(page, page.analysis.causes()); }

std::vector<Gap> gaps_of(const Page& page, std::span<const Cause> causes) {
    std::vector<Gap> gaps;
    const FindingList& findings = page.analysis.judgement.findings();
    for (const Cause& cause : causes) {
        Gap gap = gap_of(page, findings[cause.first()]);
        gap.owner = cause.owner;
        gap.grade = cause.grade;
        gap.cost = cause.cost;
        if (cause.members.size() > 1) gap.population = cause.population;
        if (findings[cause.first()].twins.known()) {
            for (const FindingId member : cause.members) gap.disciplines |= gap_of(page, findings[member]).disciplines;
        }
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

Words what_follows(const Page& page, const Gap& gap) {
    std::map<RuleId, std::size_t> counts;
    for (const Finding* each : gap.follows) ++counts[each->rule];
    std::vector<Words> told;
    for (const auto& [rule, count] : counts) {
        const RuleEntry& entry = page.rules[rule];
        // Editors know rules by their names.
        const Words what = page.audience() == Audience::editors ? raw(spoken(entry.name)) : page.say(entry.summary);
        told.push_back(count > 1 ? page.say("[[{0} {1}|{1} ({0} times)]]", count, what) : what);
    }
    return listed(told, "; ");
}

Words of_population(const Page& page, const Gap& gap) {
    if (!gap.population) return {};
    const Population& population = page.analysis.judgement.populations().all()[*gap.population];
    return page.say("{}: {} of {}", told(population, page.graph, page.rules, page.arena()), population.found,
                    population.asked);
}

void add_what_was_judged(Page& page) {
    const Coverage& coverage = page.analysis.judgement.coverage();
    Words words = page.sentence(in_words(coverage, page.arena()));
    if (coverage.nothing_in_force()) page.note(std::move(words));
    else page.paragraph(std::move(words));
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
        if (discipline) return page.placed(gap.finding->span, capitalised(spoken(page.settings, gap.disciplines)));
        const bool settings = gap.finding->span.file == page.settings.file && page.audience() == Audience::readers;
        return page.placed(gap.finding->span, settings ? page.say("Settings of this folder").plain() : path);
    }
    // The link leads to the very line that was found, the words to the record.
    Inline link = page.titled(gap.record);
    link.line = page.placed(gap.finding->span, "").line;
    if (gap.finding->span.file != page.graph[gap.record].file()) link.path = page.placed(gap.finding->span, "").path;
    return link;
}

Words behind_place(const Page& page, const Gap& gap, const Words& words) {
    const Inline place = where(page, gap);
    const auto is_place = [&](const Inline& part) {
        return part.kind == Inline::Kind::record && part.target == place.target;
    };
    const bool named = gap.record.known() ? std::ranges::any_of(words.parts(), is_place)
                                          : to_lower(words.plain()).find(to_lower(place.text)) != std::string::npos;
    return named && page.audience() == Audience::readers ? words : page.say("{}: {}", place, words);
}

}  // namespace ims
