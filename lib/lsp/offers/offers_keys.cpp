// Keys of maps: fields that are not there yet, and names that mean something.
#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "lsp/offers/offers.h"
#include "lsp/told/told_text.h"
#include "output/explain/explain.h"

namespace ims {
namespace {

bool takes_maps(const Shape& shape) { return shape.named_map || shape.entry != nullptr; }

// What stands behind a key, up to where its value begins.
class BehindKey {
public:
    explicit BehindKey(const Offers& offers) : place_(offers.place()), snippets_(offers.snippets()) {}

    [[nodiscard]] std::string of(const Shape& shape) const {
        if (place_.has_colon || place_.in_quotes) return {};
        if (place_.needs_braces) return behind_in_braces(shape);
        if (!snippets_ || shape.scalar != ScalarType::none) return ": ";
        const bool maps = takes_maps(shape);
        const bool list_of_maps = !maps && shape.item != nullptr && shape.item->scalar == ScalarType::none;
        if (!maps && !list_of_maps) return shape.item != nullptr ? ": [$0]" : ": ";
        if (place_.in_brackets) return maps ? ": {$0}" : ": [{$0}]";
        return fmt::format(":\n{}{}$0", std::string(indentation(), ' '), maps ? "" : "- ");
    }

private:
    // The cursor goes before the brace that closes.
    [[nodiscard]] static std::string behind_in_braces(const Shape& shape) {
        if (shape.scalar != ScalarType::none) return ": $0";
        if (takes_maps(shape)) return ": {$0}";
        return ": [$0]";
    }

    // Editors indent further lines as deep as the one in which the key stands.
    [[nodiscard]] std::size_t indentation() const {
        const std::uint32_t of_line = std::min(place_.indentation, place_.column);
        return place_.column - of_line + (place_.needs_dash ? 2U : 0U) + (place_.needs_blank ? 1U : 0U) + 2U;
    }
    const PlaceInText& place_;
    bool snippets_;
};

bool is_due(const FieldSpec& field, const Offers& offers) {
    if (!field.required) return false;
    if (!field.unless.empty() && offers.is_beside(field.unless)) return false;
    return field.with.empty() ||
           std::ranges::any_of(field.with, [&](std::string_view other) { return offers.is_beside(other); });
}

void offer_fields(const PlaceInSchema& where, const Shape& map, Offers& offers) {
    const BehindKey behind(offers);
    // What a kind says of all its records holds no id.
    const bool defaults = where.settings && where.kind &&
                          map.fields.data() == offers.asked().judged->graph().schema()[*where.kind].fields.data();
    for (const FieldSpec& field : map.fields) {
        if (offers.is_beside(field.name) || (defaults && field.shape->scalar == ScalarType::id)) continue;
        Offer offer{.kind = OfferKind::key, .label = std::string(field.name), .title = std::string(field.title)};
        const bool due = is_due(field, offers);
        offer.group = due ? 0 : 1;
        offer.beside = due ? "needed" : "";
        ToldText about(offers.asked().client);
        about.raw(field.description).paragraph().own("Takes ").said(told_to_take(*field.shape)).own(".");
        offer.about = about.take();
        offer.written = fmt::format("{}{}", field.name, behind.of(*field.shape));
        offer.snippet = offer.written.find('$') != std::string::npos;
        offers.add(std::move(offer));
    }
}

void offer_name(std::string_view name, std::string_view title, std::string_view behind, Offers& offers) {
    if (offers.is_beside(name)) return;
    offers.add({.kind = OfferKind::key,
                .label = std::string(name),
                .title = std::string(title),
                .written = fmt::format("{}{}", name, behind),
                .snippet = behind.find('$') != std::string_view::npos});
}

void offer_names(const PlaceInSchema& where, const Shape& map, Offers& offers) {
    const Graph& graph = offers.asked().judged->graph();
    const std::string behind = BehindKey(offers).of(*map.entry);
    const auto offer_known = [&] {
        for (const std::string_view name : map.known) offer_name(name, {}, behind, offers);
    };
    const auto offer_in_force = [&] {
        for (const DisciplineInForce& each : graph.settings().disciplines) {
            if (std::ranges::find(map.known, each.name) == map.known.end()) offer_name(each.name, {}, behind, offers);
        }
    };
    switch (map.keys) {
        case KeyType::discipline: return where.settings && !map.known.empty() ? offer_known() : offer_in_force();
        case KeyType::topic: return offer_known(), offer_in_force();
        case KeyType::kind:
            for (const KindSpec& kind : graph.schema().kinds()) {
                // A record of this kind takes the defaults that stand below it.
                if (kind.of_records()) offer_name(kind.name, kind.description, behind, offers);
            }
            return;
        case KeyType::rule: return offer_rules(OfferKind::key, behind, offers);
        case KeyType::standard_clause: return offer_clause_keys(behind, offers);
        case KeyType::none:
        case KeyType::level:
        case KeyType::text: return offer_known();
    }
}

}  // namespace

void offer_keys(const PlaceInSchema& where, const Shape& map, Offers& offers) {
    if (map.named_map) offer_fields(where, map, offers);
    if (map.entry != nullptr) offer_names(where, map, offers);
}

}  // namespace ims
