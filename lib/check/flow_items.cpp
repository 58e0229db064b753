#include "check/flow_items.h"

#include <algorithm>

#include "base/nearest.h"
#include "base/text.h"
#include "schema/fields.h"

namespace ims {

namespace {

constexpr std::uint32_t kLongestItem = 60;  // code points

}  // namespace

Message shown_item(const FieldView& item, Arena& arena) {
    const TextArgument written = quoted(item.text(), kLongestItem);
    // Readers see the document or asset that it names.
    return item.target().known() ? make_message(arena, "[[{0}|{1}]]", written, item)
                                 : make_message(arena, "{}", written);
}

std::string item_name(const FieldView& item) { return shorten(item.text(), kLongestItem); }

bool is_in_words(const FieldView& item) { return item.is(ValueType::text); }

bool is_known_item(const FieldView& item) {
    return item && !item.invalid() && (is_in_words(item) || item.target().known());
}

std::vector<FieldView> unmatched_claims(const Flows& flows, RecordId giver) {
    std::vector<FieldView> out;
    for (const FieldView input : flows.claims(giver)) {
        const FieldView item = input[fields::process::inputs.item];
        if (item && !item.invalid() && !flows.gives(giver, item)) out.push_back(item);
    }
    return out;
}

NearItems::NearItems(const std::vector<FieldView>& items) {
    for (const FieldView& item : items) {
        if (is_in_words(item)) items_.push_back(item);
    }
    const auto text = [](const FieldView& item) { return item.text(); };
    std::ranges::stable_sort(items_, {}, text);
    const auto again = std::ranges::unique(items_, {}, text);
    items_.erase(again.begin(), again.end());
    for (const FieldView& item : items_) index_.add(item.text());
}

std::optional<NearItems::Near> NearItems::find(const FieldView& item, const Filter& asked_for) const {
    if (!is_in_words(item)) return std::nullopt;
    const std::string_view name = item.text();
    std::size_t limit = suggestion_limit(name);
    std::optional<Near> best;
    for (const std::size_t index : index_.candidates(name)) {
        const FieldView& other = items_[index];
        const std::size_t distance = edit_distance(name, other.text(), limit);
        // They come in byte order: one that is no nearer is no better.
        if (distance > limit || !may_say_the_same(name, other.text()) || (asked_for && !asked_for(other))) continue;
        best = Near{distance, other.text()};
        if (distance == 0) break;
        limit = distance - 1;
    }
    return best;
}

}  // namespace ims
