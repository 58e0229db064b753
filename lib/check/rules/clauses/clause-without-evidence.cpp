#include <algorithm>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/numbers.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::clause_without_evidence {
namespace {

constexpr std::size_t kMostLines = 5;

// Supplier, control: the main kind of evidence of each, in their order.
std::vector<Message> usual_evidence(const Graph& graph, const StandardFacts& standard,
                                    std::span<const std::size_t> clauses, Reporter& report) {
    std::vector<std::string_view> names;
    std::vector<Message> told;
    for (const std::size_t index : clauses) {
        const Clause& clause = standard.clauses[index];
        if (clause.evidence.empty()) continue;
        const KindId kind = clause.evidence[0];
        const bool typed = kind == kinds::document && !clause.document_type.empty();
        const std::string_view name = typed ? clause.document_type : graph.schema()[kind].name;
        if (std::ranges::find(names, name) != names.end()) continue;
        names.push_back(name);
        const FieldView type = clause.entry[fields::standard::clauses.document_type];
        told.push_back(typed ? report.say("{}", plain(type.value().choice())) : report.say("{}", in_words(kind)));
    }
    return told;
}

// "`8.4.1` General; usual evidence: supplier". Some headings are in no catalogue, and have no title.
Message told_missing(std::string_view number, const CheckContext& context, const StandardFacts& standard,
                     Reporter& report) {
    const Clause* const clause = standard.find(number);
    const Message what = clause == nullptr ? report.say("[[`{0}`|{0}]]", plain(number))
                                           : report.say("[[`{0}`|{0}]] {1}", plain(number), plain(clause->title));
    const std::vector<Message> kinds = usual_evidence(context.graph, standard, standard.meant(number), report);
    if (kinds.empty()) return what;
    return report.say("{}; [[usual evidence|usually shown by]]: {:all}", what, listed_by(Joined::by_commas, kinds));
}

void report_part(const CheckContext& context, const StandardFacts& standard, std::string_view part,
                 std::span<const std::size_t> clauses, Reporter& report) {
    std::vector<std::size_t> missing;
    std::vector<std::size_t> unjudged;
    std::vector<TextArgument> documented;
    for (const std::size_t index : clauses) {
        const Clause& clause = standard.clauses[index];
        if (clause.state == ClauseState::unjudged) unjudged.push_back(index);
        // Left out where the standard does not let it: that is told where it is decided.
        if (clause.state != ClauseState::none || clause.decision.excludes()) continue;
        missing.push_back(index);
        if (!clause.documented.empty()) documented.push_back(plain(clause.number));
    }
    if (missing.empty()) return;
    const std::vector<std::string_view> numbers = standard.condensed(missing);
    const Message message =
        numbers.size() == 1
            ? report.say("no evidence [[|was ]]found for [[|clause ]]{} of {}", plain(numbers[0]),
                         plain(standard.title))
            : report.say("no evidence [[|was ]]found for clause {} of {}: {}", plain(part), plain(standard.title),
                         told_numbers(standard, missing, report.arena(), Written::plain, 20));
    auto finding = report.whole(context.settings.disciplines[standard.followed[0].discipline.index()].span, message);
    finding.grade(documented.empty() ? Grade::medium : Grade::high)
        .key(fmt::format("{}:{}", standard.id, part))
        .about(context.settings, standard.disciplines);
    for (const std::size_t index : missing)
        finding.clause(standard.clauses[index].harmonised, standard.clauses[index].theme);
    for (std::size_t line = 0; line < std::min(numbers.size(), kMostLines); ++line)
        finding.note(told_missing(numbers[line], context, standard, report));
    if (numbers.size() > kMostLines)
        finding.note("[[`ims report clauses {0}` shows the other {1}|{1} more like these]]", plain(standard.id),
                     numbers.size() - kMostLines);
    if (!unjudged.empty())
        finding.note("not judged, because [[records of such kinds name|what usually shows it names]] no discipline: {}",
                     told_numbers(standard, unjudged, report.arena(), Written::plain, 20));
    if (!documented.empty())
        finding.note("documented information is asked for by [[|{0:clause|clauses} ]]{0:5}", documented);
    finding.help(
        "[[add such a record, or name the clause in the one that shows it: `clauses: [{}:{}]`|"
        "ask who does what is asked for, and name as evidence what shows it; where nobody does, agree who will]]",
        plain(standard.id), plain(standard.clauses[missing[0]].number));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    // Any record may name any clause.
    if (context.graph.anything_unread()) return;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force()) continue;
        std::unordered_map<std::string_view, std::vector<std::size_t>> parts;
        for (std::size_t index = 0; index < standard.clauses.size(); ++index)
            parts[StandardFacts::part_of(standard.clauses[index].number)].push_back(index);
        for (const std::string_view part : standard.parts) report_part(context, standard, part, parts[part], report);
    }
}

}  // namespace ims::rules::clause_without_evidence
