// What the papers for those who lead are made of: the gravest of each cost, what waits for a decision, one list of
// actions.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "analyzed.h"
#include "assess/overview/since_review.h"
#include "judge/action_list.h"
#include "judge/decisions.h"
#include "judge/gravest.h"

using namespace ims;

namespace {

Cause cause(Grade grade, Cost cost) {
    Cause out;
    out.members = {FindingId::from(0)};
    out.grade = grade;
    out.cost = cost;
    return out;
}

constexpr std::string_view kFolder =
    "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}, health-and-safety: {}}\n"
    "top_management: [boss]\n"
    "# file: roles.yaml\nrole: boss\ntitle: Boss\nholders: 1\n---\nrole: clerk\ntitle: Clerk\nholders: 0\n"
    "reports_to: boss\n---\nprocess: sell\ntitle: Sell\nowner: boss\n"
    "# file: risks.yaml\nrisk: fall\ntitle: Fall\ntype: hazard\nlikelihood: 5\nconsequence: 5\nowner: boss\n"
    "disciplines: [health-and-safety]\nprocesses: [sell]\ntreatment: reduce\ndue: 2026-09-30\ncontrols: [rail]\n---\n"
    "control: rail\ntitle: Rail\nimplementation: planned\ndue: 2026-09-30\nowner: boss\n"
    "# file: year.yaml\nmanagement_review: r\ntitle: R\ndate: 2026-02-01\ndecisions:\n"
    "  - {what: A, owner: boss, due: 2026-03-01, done: 2026-02-20}\n"
    "  - {what: B, owner: boss, due: 2026-04-01}\n"
    "  - {what: C, due: 2026-12-01}\n"
    "  - {what: D, owner: boss}\n---\n"
    "objective: o\ntitle: O\nmeasure: m\ntarget: 10\ndirection: at-least\ndisciplines: [quality]\nowner: boss\n"
    "measurements: [{date: 2026-01-01, value: 4}, {date: 2026-05-01, value: 6}]\n---\n"
    "objective: p\ntitle: P\nmeasure: m\ntarget: 1\ndirection: at-most\ndisciplines: [quality]\nowner: boss\n"
    "measurements: [{date: 2026-01-01, value: 4}, {date: 2026-05-01, value: 6}]\n---\n"
    "objective: q\ntitle: Q\nmeasure: m\ntarget: 1\ndirection: at-most\ndisciplines: [quality]\nowner: boss\n"
    "measurements: [{date: 2026-05-01, value: 6}]\n";

Judged judged_of(const Analysis& analysis) {
    return {analysis.graph, analysis.facts, analysis.rules.book(), analysis.judgement};
}

const AskedDecision* find(const std::vector<AskedDecision>& asked, DecisionKind kind) {
    const auto found = std::ranges::find(asked, kind, &AskedDecision::kind);
    return found == asked.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("where only a few causes can be told, one sort of trouble does not hide the others") {
    const std::vector<Cause> causes = {cause(Grade::error, Cost::people),     cause(Grade::high, Cost::people),
                                       cause(Grade::high, Cost::people),      cause(Grade::high, Cost::people),
                                       cause(Grade::high, Cost::law),         cause(Grade::high, Cost::environment),
                                       cause(Grade::medium, Cost::customers), cause(Grade::low, Cost::information)};
    CHECK(gravest_by_cost(causes, 4) == std::vector<std::size_t>{1, 2, 4, 5});
    CHECK(gravest_by_cost(causes, 9) == std::vector<std::size_t>{1, 2, 3, 4, 5, 6});
    CHECK(gravest_by_cost(causes, 1) == std::vector<std::size_t>{1});
    CHECK(gravest_by_cost({}, 5).empty());
}

TEST_CASE("a hazard that nobody holds down comes before what is about the system as a whole") {
    std::vector<Cause> causes = {cause(Grade::high, Cost::people), cause(Grade::high, Cost::people),
                                 cause(Grade::high, Cost::people), cause(Grade::high, Cost::law)};
    causes[0].about_system = true;
    causes[2].grave_hazard = true;
    CHECK(gravest_by_cost(causes, 1) == std::vector<std::size_t>{2});
    CHECK(gravest_by_cost(causes, 3) == std::vector<std::size_t>{1, 2, 3});
}

TEST_CASE("what was accepted is not among the gravest") {
    std::vector<Cause> causes = {cause(Grade::high, Cost::people), cause(Grade::high, Cost::law)};
    causes[0].accepted = true;
    CHECK(gravest_by_cost(causes, 5) == std::vector<std::size_t>{1});
}

TEST_CASE("what waits for somebody to decide is asked, and of whom") {
    const auto analysis = analyzed(kFolder);
    const auto asked = decisions_asked(judged_of(*analysis), analysis->judgement.causes());
    const RecordId boss = *analysis->graph.find("role/boss");
    const AskedDecision* const risk = find(asked, DecisionKind::bear_risk);
    REQUIRE(risk != nullptr);
    CHECK(risk->about.size() == 1);
    CHECK(risk->about.front().day == parse_date("2026-09-30"));
    CHECK(risk->who == std::vector<RecordId>{boss});
    const AskedDecision* const vacancy = find(asked, DecisionKind::vacancy);
    REQUIRE(vacancy != nullptr);
    CHECK(vacancy->about.front().record == *analysis->graph.find("role/clerk"));
    const AskedDecision* const late = find(asked, DecisionKind::late_action);
    REQUIRE(late != nullptr);
    CHECK(late->about.size() == 1);
    CHECK(late->about.front().what == "B");
    REQUIRE(find(asked, DecisionKind::action_without_owner) != nullptr);
    CHECK(find(asked, DecisionKind::action_without_owner)->about.front().what == "C");
    REQUIRE(find(asked, DecisionKind::action_without_day) != nullptr);
    CHECK(find(asked, DecisionKind::action_without_day)->about.front().what == "D");
    CHECK(find(asked, DecisionKind::supplier) == nullptr);
}

TEST_CASE("each thing to do stands once: a treatment that is a control to come, and what is found of its risk") {
    const auto analysis = analyzed(kFolder);
    const auto causes = analysis->judgement.causes();
    const auto actions = list_actions(judged_of(*analysis), causes);
    const RecordId rail = *analysis->graph.find("control/rail");
    const RecordId fall = *analysis->graph.find("risk/fall");
    const auto on = [&](RecordId record) {
        return std::ranges::count_if(
            actions, [&](const ListedAction& each) { return each.promised && each.promised->record == record; });
    };
    CHECK(on(rail) == 1);
    CHECK(on(fall) == 0);
    const auto control = std::ranges::find_if(
        actions, [&](const ListedAction& each) { return each.promised && each.promised->record == rail; });
    CHECK(control->against == std::vector<RecordId>{fall});
    CHECK_FALSE(control->causes.empty());
    // Every cause is mended by exactly one of them.
    std::vector<std::size_t> places;
    for (const ListedAction& each : actions) places.insert(places.end(), each.causes.begin(), each.causes.end());
    std::ranges::sort(places);
    CHECK(places.size() == causes.size());
    CHECK(std::ranges::adjacent_find(places) == places.end());
}

TEST_CASE("better or worse than at the last review: by its decisions, and by what was measured before and since") {
    const auto analysis = analyzed(kFolder);
    const auto since = since_last_review(analysis->graph, *parse_date("2026-06-01"));
    REQUIRE(since.has_value());
    CHECK(since->done == 1);
    CHECK(since->late == 1);
    CHECK(since->to_come == 1);
    CHECK(since->undated == 1);
    CHECK(since->nearer == 1);
    CHECK(since->further == 1);
    CHECK(since->unchanged == 0);
    CHECK_FALSE(since_last_review(analysis->graph, *parse_date("2026-01-01")).has_value());
}
