// Clauses of standards: `iso-9001-2026:8.4.1`.
#include <algorithm>

#include <fmt/format.h>

#include "lsp/offers/offers.h"
#include "lsp/told/told_text.h"
#include "source/built_in.h"

namespace ims {
namespace {

std::string about_clause(const Client& client, const Clause& clause) {
    ToldText about(client);
    about.raw(clause.asks);
    if (clause.group) about.own("A heading: it stands for the clauses below it.");
    return about.take();
}

void offer_clauses_of(const StandardFacts& standard, std::uint32_t group, Offers& offers) {
    for (const Clause& clause : standard.clauses) {
        Offer offer;
        offer.kind = OfferKind::clause;
        offer.label = fmt::format("{}:{}", standard.id, clause.number);
        if (offers.is_beside(offer.label)) continue;
        offer.title = clause.title;
        offer.beside = standard.title;
        offer.about = about_clause(offers.asked().client, clause);
        offer.group = group;
        offers.add(std::move(offer));
    }
}

// Those that come with the program and nobody names here: what they are called is read once somebody does.
void offer_other_standards(const ClauseFacts& facts, Offers& offers) {
    if (offers.place().typed.find(':') != std::string_view::npos) return;
    for (const std::string_view id : built_in_ids(offers.asked().judged->analysis->sources)) {
        if (std::ranges::any_of(facts.standards(), [&](const StandardFacts& each) { return each.id == id; })) continue;
        offers.add(
            {.kind = OfferKind::record, .label = fmt::format("{}:", id), .beside = "comes with ims", .group = 4});
    }
}

}  // namespace

void offer_clauses(Offers& offers) {
    const ClauseFacts& facts = offers.asked().judged->analysis->facts.clauses();
    const std::string_view typed = offers.place().typed;
    const std::size_t colon = typed.find(':');
    for (const StandardFacts& standard : facts.standards()) {
        if (colon != std::string_view::npos) {
            if (typed.substr(0, colon) == standard.id) offer_clauses_of(standard, 0, offers);
            continue;
        }
        const std::uint32_t group = standard.in_force() ? 0 : 2;
        Offer offer;
        offer.kind = OfferKind::record;
        offer.label = fmt::format("{}:", standard.id);
        offer.title = standard.title;
        offer.beside = standard.in_force() ? "in force here" : "";
        offer.group = group;
        offers.add(std::move(offer));
        if (!typed.empty()) offer_clauses_of(standard, group + 1, offers);
    }
    offer_other_standards(facts, offers);
}

void offer_clause_keys(std::string_view behind, Offers& offers) {
    const std::string_view against = top_value(offers.place(), "against");
    for (const StandardFacts& standard : offers.asked().judged->analysis->facts.clauses().standards()) {
        if (standard.id != against && against != fmt::format("standard/{}", standard.id)) continue;
        for (const Clause& clause : standard.clauses) {
            if (offers.is_beside(clause.number) || (standard.has_annex && !clause.annex)) continue;
            Offer offer;
            offer.kind = OfferKind::clause;
            offer.label = clause.number;
            offer.title = clause.title;
            offer.about = about_clause(offers.asked().client, clause);
            offer.written = fmt::format("{}{}", clause.number, behind);
            offer.snippet = behind.find('$') != std::string_view::npos;
            offers.add(std::move(offer));
        }
    }
}

}  // namespace ims
