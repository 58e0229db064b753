// The lasting name of a record: what it is called by whoever stores or sends something about it.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace ims {

// `role/cashier`; of a record of another folder `site-b:role/cashier`: `:` is in no id. The texts belong to whoever
// named the record: its schema and its file.
struct RecordName {
    std::string_view folder = {};  // empty: the folder that is looked at
    std::string_view kind = {};
    std::string_view id = {};

    // False where it names none.
    [[nodiscard]] bool known() const { return !kind.empty(); }
    [[nodiscard]] std::string text() const;
    // The same at the end of a text.
    void append_to(std::string& text) const;
    auto operator<=>(const RecordName&) const = default;
};

// What `text` names, as views of it; none where no kind or no id stands in it.
std::optional<RecordName> parse_record_name(std::string_view text);

}  // namespace ims
