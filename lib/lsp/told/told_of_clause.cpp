// A clause of a standard: what it asks for, and which records show it. Evidence found is not conformity.
#include <fmt/format.h>

#include "base/text.h"
#include "lsp/told/told_of.h"

namespace ims {
namespace {

const StandardFacts* standard_called(const ClauseFacts& facts, std::string_view id) {
    for (const StandardFacts& standard : facts.standards()) {
        if (standard.id == id) return &standard;
    }
    return nullptr;
}

void tell_decision(const Graph& graph, const Clause& clause, ToldText& text) {
    const Decision& decision = clause.decision;
    if (!decision.made()) {
        text.own("No statement of applicability decides on it.");
        return;
    }
    const std::string statement = graph[decision.statement].name().text();
    if (decision.applies()) text.own("It applies, says ");
    else if (decision.excludes()) text.own("It does not apply, says ");
    else text.own("It is decided on by ");
    text.code(statement);
    if (!decision.reason().empty()) text.own(": ").raw(shorten(decision.reason(), 200));
    else text.own(".");
}

void tell_evidence(const Graph& graph, const Clause& clause, ToldText& text) {
    text.paragraph();
    switch (clause.state) {
        case ClauseState::heading: text.own("A heading: what it asks for stands in the clauses below it."); return;
        case ClauseState::annex:
        case ClauseState::excluded: tell_decision(graph, clause, text); break;
        case ClauseState::named: break;
        case ClauseState::by_kind:
            text.own(fmt::format("No record says that it shows it. {} of a kind that normally does.",
                                 clause.by_kind == 1 ? "1 record is" : fmt::format("{} records are", clause.by_kind)));
            break;
        case ClauseState::unjudged:
            text.own(
                "No record says that it shows it. Whether one could is not known: it names no discipline, or could "
                "not be read.");
            break;
        case ClauseState::none: text.own("Nothing shows it."); break;
    }
    if (clause.named.empty()) return;
    if (clause.state != ClauseState::named) text.paragraph();
    text.own(fmt::format("Named by {}: ", counted(clause.named.size(), "record")));
    tell_records(graph, clause.named, text);
    text.own(".");
}

}  // namespace

std::string told_of_clause(const Asked& asked, std::string_view standard, std::string_view number) {
    const Graph& graph = asked.judged->graph();
    const StandardFacts* const facts = standard_called(asked.judged->analysis->facts.clauses(), standard);
    ToldText text(asked.client);
    if (facts == nullptr) return {};
    const Clause* clause = facts->find(number);
    // A lettered item, or a paragraph below what the catalogue goes down to.
    if (clause == nullptr && facts->meant(number).size() == 1) clause = &facts->clauses[facts->meant(number).front()];
    if (clause == nullptr) {
        text.raw(facts->title).own(" has no clause ").code(number).own(" in the catalogue that was read.");
        return text.take();
    }
    text.strong(fmt::format("{} {}", clause->number, clause->title)).paragraph().raw(facts->title);
    if (!facts->in_force()) text.own(", which no discipline in force follows");
    if (!clause->asks.empty()) text.paragraph().raw(clause->asks);
    tell_evidence(graph, *clause, text);
    return text.take();
}

}  // namespace ims
