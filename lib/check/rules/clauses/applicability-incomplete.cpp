#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "assess/clauses/applicability.h"
#include "assess/clauses/clauses.h"
#include "assess/clauses/exclusion.h"
#include "assess/clauses/numbers.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::applicability_incomplete {
namespace {

namespace own = fields::applicability;

// Words that stand where a reason is due and give none.
bool says_nothing(std::string_view reason) {
    static const std::set<std::string> kEmpty = {"",         "na",   "none", "no", "not applicable", "not relevant",
                                                 "excluded", "todo", "tbd",  "tba"};
    std::string words;
    for (const char c : to_lower(reason)) {
        if (static_cast<unsigned char>(c) >= 0x80 || (c >= 'a' && c <= 'z') || c == ' ') words += c;
    }
    return kEmpty.contains(std::string(trim(words)));
}

FindingBuilder at_key(const RecordView& statement, const ClauseNaming& naming, Reporter& report, std::string message) {
    FindingBuilder finding = report.at(statement, naming.place.key_span(), std::move(message));
    finding.field(fmt::format("decisions.{}", visible(naming.number)));
    return finding;
}

// What the standard lets nobody leave out, and what is then left of the decision.
std::vector<std::size_t> not_excludable(const StandardFacts& standard, const ClauseNaming& naming) {
    std::vector<std::size_t> out;
    for (const std::size_t index : naming.clauses) {
        const Clause& clause = standard.clauses[index];
        const bool by_this = clause.decision.statement == naming.record &&
                             clause.decision.entry.span().begin == naming.place.span().begin;
        if (by_this && !may_be_left_out(standard, clause)) out.push_back(index);
    }
    return out;
}

void judge_exclusion(const CheckContext& context, const RecordView& statement, const StandardFacts& standard,
                     const ClauseNaming& naming, Reporter& report) {
    if (const std::vector<std::size_t> asked = not_excludable(standard, naming); !asked.empty()) {
        at_key(statement, naming, report,
               fmt::format("{} of {} cannot be left out", told_numbers(standard, asked, Ticks::yes),
                           visible(standard.title)))
            .grade(Grade::error)
            .key("excludable")
            .note("whoever claims to meet this standard meets all of its clauses")
            .help("take the decision out, and show how the clause is met");
        return;
    }
    std::vector<RecordId> users;
    for (const std::size_t index : naming.clauses)
        std::ranges::copy(put_into_practice(context.graph, {naming.record, naming.place}, standard.clauses[index]),
                          std::back_inserter(users));
    std::ranges::sort(users);
    users.erase(std::unique(users.begin(), users.end()), users.end());
    std::vector<std::string_view> names;
    for (const RecordId id : users) names.push_back(context.graph[id].id());
    const FieldView reason = naming.place[own::decisions.reason];
    if (!names.empty()) {
        at_key(statement, naming, report,
               fmt::format("`{}` is left out, and {} {} it into practice", visible(naming.number),
                           join_names(names, Ticks::yes), names.size() == 1 ? "puts" : "put"))
            .key("used")
            .label(context.graph[users[0]].id_span(), "used here")
            .help("write `applies: yes` with the reason, or take the clause out of what names it");
    } else if (reason && !reason.invalid() && says_nothing(reason.text())) {
        at_key(statement, naming, report, fmt::format("`{}` is left out without a reason", visible(naming.number)))
            .key("reason")
            .help("say under `reason` what it would be for, and that you have none of it");
    }
}

void judge_use(const CheckContext& context, const RecordView& statement, const StandardFacts& standard,
               const ClauseNaming& naming, Reporter& report) {
    const std::vector<std::size_t> bare = not_in_practice(context.graph, standard, naming);
    if (bare.empty()) return;
    const bool one = bare.size() == 1;
    auto finding =
        at_key(statement, naming, report,
               fmt::format("{} {}, and nothing puts {} into practice", told_numbers(standard, bare, Ticks::yes),
                           one ? "applies" : "apply", one ? "it" : "them"));
    finding.key("control");
    if (bare.size() == 1) finding.note(standard.clauses[bare[0]].told());
    finding.help(fmt::format("name what does: `controls: [an-id]` here, or `clauses: [{}:{}]` in the control",
                             standard.id, standard.clauses[bare[0]].number));
}

void judge_gaps(const CheckContext& context, const RecordView& statement, const StandardFacts& standard,
                Reporter& report) {
    // Statements complete each other: what none of them decides is told once, at the first.
    const bool first = standard.statements.empty() || standard.statements[0] == statement.record();
    const FieldView decisions = statement[own::decisions];
    if (!first || decisions.invalid() || context.graph.may_be_unread(kinds::applicability)) return;
    const std::vector<std::size_t> open = undecided(context.graph, standard, statement.record());
    if (open.empty()) return;
    report
        .at(statement, decisions ? decisions.key_span() : statement.id_span(),
            fmt::format("{} of {} {} undecided: {}", counted(open.size(), "control"), visible(standard.title),
                        open.size() == 1 ? "is" : "are", told_numbers(standard, open, Ticks::no, 20)))
        .field("decisions")
        .key("undecided")
        .help(fmt::format("decide on each under `decisions`: `{}: {{applies: no, reason: …}}`",
                          standard.clauses[open[0]].number));
}

// Nothing of an annex is needed: that may be so, and mostly is the shortest way to be done with it.
void judge_the_whole(const RecordView& statement, const StandardFacts& standard, Reporter& report) {
    std::size_t controls = 0;
    for (const Clause& clause : standard.clauses) {
        if (!clause.annex || clause.group) continue;
        if (!clause.decision.excludes() || !clause.named.empty()) return;
        ++controls;
    }
    const bool first = !standard.statements.empty() && standard.statements[0] == statement.record();
    const FieldView decisions = statement[own::decisions];
    if (controls < 2 || !first || !decisions) return;
    report
        .at(statement, decisions.key_span(),
            fmt::format("all {} of {} are left out", counted(controls, "control"), visible(standard.title)))
        .field("decisions")
        .key("whole")
        .note("then none of the risks that are treated needs any of them")
        .help(
            "go through the annex with those who treat the risks, and decide on each control that something speaks "
            "for");
}

}  // namespace

void check(const RecordView& statement, const CheckContext& context, Reporter& report) {
    const StandardFacts* standard = context.facts.clauses().find(statement[own::against].target());
    if (standard == nullptr || !standard->in_force()) return report.not_asked(statement);
    judge_gaps(context, statement, *standard, report);
    judge_the_whole(statement, *standard, report);
    for (const ClauseNaming& naming : standard->namings) {
        if (naming.record != statement.record() || naming.as_evidence) continue;
        const Decision decision{naming.record, naming.place};
        if (decision.excludes()) judge_exclusion(context, statement, *standard, naming, report);
        else judge_use(context, statement, *standard, naming, report);
    }
}

}  // namespace ims::rules::applicability_incomplete
