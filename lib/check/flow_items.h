// Items that processes give each other, as messages name them, and which of them are one thing under two names.
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/needs/flows.h"
#include "base/likeness.h"
#include "diagnostics/message.h"

namespace ims {

Message shown_item(const FieldView& item, Arena& arena);
// The same in the path of a field: `inputs[order slip].item`.
std::string item_name(const FieldView& item);
// It may be judged: it could be read, and so could the record that it names.
bool is_known_item(const FieldView& item);
// In words. A valid id says which record is meant: likeness has no say there.
bool is_in_words(const FieldView& item);

// Of what others say they take from a process that what it does not give out under that name.
std::vector<FieldView> unmatched_claims(const Flows& flows, RecordId giver);

// Items in words, of which one may be called nearly like another. Things that differ in a number or a telling word
// (`log of server A`, `log of server B`) are two. Built once for many questions: a hub has hundreds of each.
class NearItems {
public:
    explicit NearItems(const std::vector<FieldView>& items);

    struct Near {
        std::size_t distance;
        std::string_view name;
        // The nearer one first, then the first in byte order.
        auto operator<=>(const Near&) const = default;
    };
    // The nearest of those that are asked for, for which an item is a slip of the pen.
    using Filter = std::function<bool(const FieldView&)>;
    [[nodiscard]] std::optional<Near> find(const FieldView& item, const Filter& asked_for = {}) const;

private:
    std::vector<FieldView> items_;  // by their text, each text once
    TitleIndex index_;
};

}  // namespace ims
