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

FindingBuilder at_key(const RecordView& statement, const ClauseNaming& naming, Reporter& report, Message message) {
    FindingBuilder finding = report.at(statement, naming.place.key_span(), message);
    finding.field(fmt::format("decisions.{}", visible(naming.number)));
    return finding;
}

// "`8.3` and `8.5.1`"; for readers "8.3 and 8.5.1"
Message told_briefly(const StandardFacts& standard, std::span<const std::size_t> clauses, Reporter& report) {
    Arena& arena = report.arena();
    return report.say("[[{0}|{1}]]", told_numbers(standard, clauses, arena, Written::ticked),
                      told_numbers(standard, clauses, arena));
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
        at_key(
            statement, naming, report,
            report.say("[[|{2:clause|clauses} ]]{0} of {1} cannot be left out", told_briefly(standard, asked, report),
                       plain(standard.title), standard.condensed(asked).size()))
            .grade(Grade::error)
            .key("excludable")
            .note("whoever claims to meet this standard meets all of its clauses")
            .help("take the decision [[out|back]], and show how the clause is met");
        return;
    }
    std::vector<RecordId> users;
    if (!naming.clauses.empty())
        users = put_into_practice(context.graph, {naming.record, naming.place}, standard.clauses[naming.clauses[0]]);
    for (const std::size_t index : naming.clauses)
        std::ranges::copy(standard.clauses[index].named, std::back_inserter(users));
    std::ranges::sort(users);
    users.erase(std::unique(users.begin(), users.end()), users.end());
    const FieldView reason = naming.place[own::decisions.reason];
    const auto number = plain(naming.number);
    const auto title = plain(standard.title);
    if (!users.empty()) {
        at_key(statement, naming, report,
               report.say("[[`{0}` is left out, and|{0} of {1} is left out, but]] {2} {2:puts|put} it into practice",
                          number, title, users))
            .key("used")
            .label(context.graph[users[0]].id_span(), "used here")
            .help(
                "[[write `applies: yes` with the reason, or take the clause out of what names it|"
                "decide that it applies, and why; or find out whether it is really put into practice there]]");
    } else if (reason && !reason.invalid() && says_nothing(reason.text())) {
        at_key(statement, naming, report,
               report.say("[[`{0}`|{0} of {1}]] is left out without a reason", number, title))
            .key("reason")
            .help("say [[under `reason` ]]what it would be for, and that you have [[none of it|nothing of the kind]]");
    }
}

void judge_use(const CheckContext& context, const RecordView& statement, const StandardFacts& standard,
               const ClauseNaming& naming, std::span<const std::size_t> longest, Reporter& report) {
    const std::vector<std::size_t> bare = not_in_practice(context.graph, standard, naming, longest);
    if (bare.empty()) return;
    auto finding =
        at_key(statement, naming, report,
               report.say("{0}[[| of {1}]] {2:applies|apply}, [[and|but]] nothing puts {2:it|them} into practice",
                          told_briefly(standard, bare, report), plain(standard.title), bare.size()));
    finding.key("control").asks_for(statement, naming.place, {own::decisions.controls});
    if (bare.size() == 1) finding.note(standard.clauses[bare[0]].told(report.arena()));
    finding.help(
        "[[name what does: `controls: [an-id]` here, or `clauses: [{0}:{1}]` in the control|"
        "say which control does, or plan one, or decide again whether it is needed]]",
        plain(standard.id), plain(standard.clauses[bare[0]].number));
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
            "{0} {0:control|controls} of {1} {0:is|are} undecided: {2}", open.size(), plain(standard.title),
            told_numbers(standard, open, report.arena(), Written::plain, 20))
        .field("decisions")
        .key("undecided")
        .help(
            "decide on each[[ under `decisions`: `{}: {{applies: no, reason: …}}`| whether it is needed, and say why]]",
            plain(standard.clauses[open[0]].number));
}

// Nothing of an annex is needed: that may be so, and mostly is the shortest way to be done with it.
void judge_the_whole(const RecordView& statement, const StandardFacts& standard, Reporter& report) {
    const bool first = !standard.statements.empty() && standard.statements[0] == statement.record();
    const FieldView decisions = statement[own::decisions];
    if (!first || !decisions) return;
    std::size_t controls = 0;
    for (const Clause& clause : standard.clauses) {
        if (!clause.annex || clause.group) continue;
        if (!clause.decision.excludes() || !clause.named.empty()) return;
        ++controls;
    }
    if (controls < 2) return;
    report.at(statement, decisions.key_span(), "all {} controls of {} are left out", controls, plain(standard.title))
        .field("decisions")
        .key("whole")
        .note("[[then|that would mean that]] none of the risks that are treated needs any of them")
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
    const std::vector<std::size_t> longest = longest_numbers(context.graph, *standard, statement.record());
    for (const ClauseNaming& naming : standard->namings_of(statement.record())) {
        if (naming.as_evidence) continue;
        const Decision decision{naming.record, naming.place};
        if (decision.excludes()) judge_exclusion(context, statement, *standard, naming, report);
        else judge_use(context, statement, *standard, naming, longest, report);
    }
}

}  // namespace ims::rules::applicability_incomplete
