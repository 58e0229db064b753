// Single values: words, days, lengths of time, names that ims.yaml gives a meaning.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "diagnostics/voice.h"
#include "lsp/offers/offers.h"
#include "lsp/told/told_text.h"
#include "schema/value_types.h"

namespace ims {
namespace {

// Of two days that may be meant, whether the later one is more likely.
bool looks_ahead(std::string_view field) {
    constexpr std::array<std::string_view, 6> kAhead = {"until", "valid_until", "due", "next", "ends", "planned"};
    return std::ranges::find(kAhead, field) != kAhead.end();
}

void offer_days(const PlaceInSchema& where, Offers& offers) {
    const Date today = offers.asked().judged->analysis->facts.today();
    const Date in_a_year = add(today, *parse_duration("1 y"));
    const bool ahead = where.field != nullptr && looks_ahead(where.field->name);
    const auto offer = [&](Date day, std::string_view title) {
        offers.add({.kind = OfferKind::value, .label = to_string(day), .title = std::string(title)});
    };
    if (ahead) offer(in_a_year, "in one year");
    offer(today, "today");
}

void offer_durations(Offers& offers) {
    constexpr std::size_t kUsual = 6;  // those behind them are rare
    for (const ValueExample& example : type_of_value(ScalarType::duration).examples.first(kUsual))
        offers.add({.kind = OfferKind::value, .label = std::string(example.yaml), .title = std::string(example.means)});
}

void offer_words(const Shape& shape, Offers& offers) {
    for (std::size_t place = 0; place < shape.values.size(); ++place) {
        const EnumValue& value = shape.values[place];
        if (value.canonical != place || offers.is_beside(value.name)) continue;
        Offer offer{.kind = OfferKind::word, .label = std::string(value.name)};
        const bool is_default = value.name == shape.default_value;
        offer.title = fmt::format("{}{}", value.title, is_default ? " (counts if left out)" : "");
        offer.about = ToldText(offers.asked().client).raw(value.meaning).take();
        offers.add(std::move(offer));
    }
}

void offer_steps(const std::vector<std::string>& steps, std::string_view what, Offers& offers) {
    for (std::size_t place = 0; place < steps.size(); ++place) {
        if (offers.is_beside(steps[place])) continue;
        offers.add({.kind = OfferKind::word,
                    .label = steps[place],
                    .title = fmt::format("{} {} of {}", what, place + 1, steps.size()),
                    .is_text = true});
    }
}

void offer_disciplines(Offers& offers) {
    for (const DisciplineInForce& each : offers.asked().judged->graph().settings().disciplines) {
        if (offers.is_beside(each.name)) continue;
        offers.add({.kind = OfferKind::word,
                    .label = each.name,
                    .title = fmt::format("{}", fmt::join(each.standards, ", ")),
                    .is_text = true});
    }
}

void offer_kind_names(Offers& offers) {
    for (const KindSpec& kind : offers.asked().judged->graph().schema().kinds()) {
        if (!kind.of_records() || offers.is_beside(kind.name)) continue;
        offers.add({.kind = OfferKind::word,
                    .label = std::string(kind.name),
                    .about = ToldText(offers.asked().client).raw(kind.description).take()});
    }
}

void offer_yes_and_no(Offers& offers) {
    for (const std::string_view word : {"yes", "no"}) offers.add({.kind = OfferKind::word, .label = std::string(word)});
}

// The rules that find something on the record at the cursor, as it was judged.
std::set<RuleId> found_here(const Offers& offers) {
    std::set<RuleId> rules;
    const JudgedState& judged = *offers.asked().judged;
    const Judgement& judgement = judged.result.judgement();
    for (const auto& [key, id] : offers.place().top) {
        const auto kind = judged.graph().schema().find_kind(key);
        const auto record = kind ? judged.graph().find(*kind, id) : std::nullopt;
        if (!record) continue;
        for (const FindingId found : judgement.found_on(*record)) rules.insert(judgement.findings()[found].rule);
    }
    return rules;
}

}  // namespace

void offer_rules(OfferKind kind, std::string_view behind, Offers& offers) {
    const RuleBook& book = offers.asked().judged->analysis->rules.book();
    const bool snippet = behind.find('$') != std::string_view::npos;
    // What is wrong with exceptions has a grade, and no exception.
    const bool graded = kind == OfferKind::key;
    const auto is_open = [&](const RuleEntry& rule) {
        return rule.fixedness == Fixedness::open && (graded || rule.family != "exceptions");
    };
    const std::set<RuleId> found = graded ? std::set<RuleId>() : found_here(offers);
    for (const RuleEntry& rule : book.entries()) {
        if (!is_open(rule) || offers.is_beside(rule.name)) continue;
        offers.add({.kind = kind,
                    .label = std::string(rule.name),
                    .title = for_editors(rule.summary),
                    .beside = found.contains(rule.id) ? "found here" : std::string(to_string(rule.grade)),
                    .written = fmt::format("{}{}", rule.name, behind),
                    .snippet = snippet,
                    .group = found.contains(rule.id) ? 0U : 1U});
    }
    for (const RuleFamily& family : book.families()) {
        const bool any = std::ranges::any_of(
            book.entries(), [&](const RuleEntry& rule) { return rule.family == family.name && is_open(rule); });
        if (!any || offers.is_beside(family.name)) continue;
        offers.add({.kind = kind,
                    .label = std::string(family.name),
                    .title = fmt::format("all rules on {}", family.says),
                    .written = fmt::format("{}{}", family.name, behind),
                    .snippet = snippet,
                    .group = 2});
    }
}

void offer_values(const PlaceInSchema& where, const Shape& shape, Offers& offers) {
    const Vocabulary& words = offers.asked().judged->graph().settings().vocabulary;
    switch (shape.scalar) {
        case ScalarType::id: return where.kind ? offer_new_ids(*where.kind, offers) : void();
        case ScalarType::date:
        case ScalarType::point_in_time: return offer_days(where, offers);
        case ScalarType::duration: return offer_durations(offers);
        case ScalarType::yes_no: return offer_yes_and_no(offers);
        case ScalarType::enumeration: return offer_words(shape, offers);
        case ScalarType::discipline: return offer_disciplines(offers);
        case ScalarType::step: return offer_steps(words.scale(shape.scale), "step", offers);
        case ScalarType::risk_level: return offer_steps(words.risk_levels, "level", offers);
        case ScalarType::rule: return offer_rules(OfferKind::word, {}, offers);
        case ScalarType::kind: return offer_kind_names(offers);
        case ScalarType::clause: return offer_clauses(offers);
        case ScalarType::reference:
        case ScalarType::reference_or_text:
            if (shape.reference != nullptr) offer_records(where, *shape.reference, offers);
            return;
        case ScalarType::none:
        case ScalarType::any:
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        case ScalarType::whole:
        case ScalarType::number: return;
    }
}

}  // namespace ims
