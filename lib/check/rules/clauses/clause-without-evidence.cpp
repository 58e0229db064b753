#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/numbers.h"
#include "base/text.h"
#include "base/words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::clause_without_evidence {
namespace {

constexpr std::size_t kMostLines = 5;

// "supplier, control": the main kind of evidence of each, in their order.
std::string usual_evidence(const Graph& graph, const StandardFacts& standard, std::span<const std::size_t> clauses) {
    std::vector<std::string> kinds;
    for (const std::size_t index : clauses) {
        const Clause& clause = standard.clauses[index];
        if (clause.evidence.empty()) continue;
        const bool typed = clause.evidence[0] == kinds::document && !clause.document_type.empty();
        std::string kind = in_words(typed ? clause.document_type : graph.schema()[clause.evidence[0]].name);
        if (std::ranges::find(kinds, kind) == kinds.end()) kinds.push_back(std::move(kind));
    }
    return fmt::format("{}", fmt::join(kinds, ", "));
}

std::string title_of(const StandardFacts& standard, std::string_view number) {
    for (const Clause& clause : standard.clauses) {
        if (clause.number == number) return " " + visible(clause.title);
    }
    return {};
}

void report_part(const CheckContext& context, const StandardFacts& standard, std::string_view part, Reporter& report) {
    std::vector<std::size_t> missing;
    std::vector<std::size_t> unjudged;
    std::vector<std::string_view> documented;
    for (std::size_t index = 0; index < standard.clauses.size(); ++index) {
        const Clause& clause = standard.clauses[index];
        if (StandardFacts::part_of(clause.number) != part) continue;
        if (clause.state == ClauseState::unjudged) unjudged.push_back(index);
        // Left out where the standard does not let it: that is told where it is decided.
        if (clause.state != ClauseState::none || clause.decision.excludes()) continue;
        missing.push_back(index);
        if (!clause.documented.empty()) documented.push_back(clause.number);
    }
    if (missing.empty()) return;
    const std::vector<std::string_view> numbers = standard.condensed(missing);
    const std::string where = numbers.size() == 1 ? visible(numbers[0]) : fmt::format("clause {}", visible(part));
    std::string message = fmt::format("no evidence found for {} of {}", where, visible(standard.title));
    if (numbers.size() > 1) message += fmt::format(": {}", told_numbers(standard, missing, Ticks::no, 20));
    auto finding = report.whole(context.settings.disciplines[standard.followed[0].discipline.index()].span, message);
    finding.grade(documented.empty() ? Grade::medium : Grade::high)
        .key(fmt::format("{}:{}", standard.id, part))
        .about(context.settings, standard.disciplines);
    for (const std::size_t index : missing)
        finding.clause(standard.clauses[index].harmonised, standard.clauses[index].theme);
    for (std::size_t line = 0; line < std::min(numbers.size(), kMostLines); ++line) {
        const std::string kinds = usual_evidence(context.graph, standard, standard.meant(numbers[line]));
        finding.note(fmt::format("`{}`{}{}", visible(numbers[line]), title_of(standard, numbers[line]),
                                 kinds.empty() ? "" : fmt::format("; usual evidence: {}", kinds)));
    }
    if (numbers.size() > kMostLines)
        finding.note(
            fmt::format("`ims report clauses {}` shows the other {}", standard.id, numbers.size() - kMostLines));
    if (!unjudged.empty())
        finding.note(fmt::format("not judged, because records of such kinds name no discipline: {}",
                                 told_numbers(standard, unjudged, Ticks::no, 20)));
    if (!documented.empty())
        finding.note(
            fmt::format("documented information is asked for by {}", join_names(documented, Ticks::no, kMostLines)));
    finding.help(fmt::format("add such a record, or name the clause in the one that shows it: `clauses: [{}:{}]`",
                             standard.id, standard.clauses[missing[0]].number));
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    // Any record may name any clause.
    if (context.graph.anything_unread()) return;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force()) continue;
        for (const std::string_view part : standard.parts) report_part(context, standard, part, report);
    }
}

}  // namespace ims::rules::clause_without_evidence
