// What is offered where somebody types, and how a client is told of it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/judged/asked.h"
#include "lsp/place/place_in_schema.h"
#include "lsp/place/place_in_text.h"
#include "lsp/place/typed_word.h"

namespace ims {

// As the protocol counts them; what matters is that they look different.
enum class OfferKind : std::uint8_t {
    kind = 7,
    key = 10,
    value = 12,
    snippet = 15,
    record = 18,
    word = 20,
    clause = 21
};

struct Offer {
    OfferKind kind = OfferKind::value;
    std::string label;         // what it is found by, too
    std::string title = {};    // likewise; shown beside the label
    std::string beside = {};   // shown at its end
    std::string about = {};    // Markdown
    std::string written = {};  // empty: the label
    bool snippet = false;      // `written` has places to fill in
    bool outdated = false;
    // A text of records, which may need quotes where it stands.
    bool is_text = false;
    std::uint32_t group = 0;  // lower ones first, whatever fits best
};

// Collects those that fit what is typed.
class Offers {
public:
    static constexpr std::size_t kMost = 100;

    // Both outlive it.
    Offers(const Asked& asked, const PlaceInText& place) : asked_(asked), place_(place), typed_(place.typed) {}

    [[nodiscard]] const Asked& asked() const { return asked_; }
    [[nodiscard]] const PlaceInText& place() const { return place_; }
    [[nodiscard]] bool snippets() const { return asked_.client.snippets; }
    // Whether such a key or item is there already.
    [[nodiscard]] bool is_beside(std::string_view name) const;

    void add(Offer offer);
    // One of which it is known how it fits; in this order among those of its group.
    void add(Offer offer, const WordFit& fit, std::uint32_t order);
    void leave_out() { cut_ = true; }

    // The answer: a CompletionList, or null where nothing is offered.
    [[nodiscard]] Json json();

private:
    struct Fitting {
        Offer offer;
        WordFit fit;
        std::uint32_t order = 0;
    };
    [[nodiscard]] Json item(const Fitting& fitting, std::size_t number, const Json& range) const;
    [[nodiscard]] std::string written(const Offer& offer) const;
    const Asked& asked_;
    const PlaceInText& place_;
    TypedWord typed_;
    std::vector<Fitting> fitting_;
    bool cut_ = false;
};

// A text as it stands in a snippet.
std::string in_snippet(std::string_view text);

// ---- What may be offered, each in a file of its own.

// Of references: offers_records.cpp.
void offer_records(const PlaceInSchema& where, const ReferenceSpec& reference, Offers& offers);
// Standards, then their clauses: offers_clauses.cpp.
void offer_clauses(Offers& offers);
// Of the standard that a statement is against.
void offer_clause_keys(std::string_view behind, Offers& offers);
// All other single values: offers_values.cpp.
void offer_values(const PlaceInSchema& where, const Shape& shape, Offers& offers);
// Of maps: offers_keys.cpp.
void offer_keys(const PlaceInSchema& where, const Shape& map, Offers& offers);
// The kinds, where a record begins: offers_kinds.cpp.
void offer_new_records(Offers& offers);
// Ids for a record that begins: likewise.
void offer_new_ids(KindId kind, Offers& offers);

// What a rule finds, by name, those that may be excepted or graded.
void offer_rules(OfferKind kind, std::string_view behind, Offers& offers);

}  // namespace ims
