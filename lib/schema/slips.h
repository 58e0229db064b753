// What a text was meant to say that cannot be read where it stands: slips of people who write as they always do. Asked
// once, before it is told of which type the text is not. Whatever is offered is read by its field: nothing here offers
// what `scalar_value` refuses.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/message.h"
#include "schema/read_values.h"

namespace ims {

// open: one of several things may be meant, or something else. likely: a program may write it, if it is asked to.
// certain: nothing else can be meant.
enum class Certainty : std::uint8_t { open, likely, certain };

struct Slip {
    std::vector<std::string> texts;  // what to write; where there are several, one of them, the likeliest first
    Certainty certainty = Certainty::open;
    Message why;              // why the text is not read as it stands, after a colon; may be empty
    bool is_list = false;     // all of them are meant, as items of a list
    bool one_is_due = false;  // all of them are named, where there is room for one
};

struct SlipQuestion {
    const Shape& shape;
    std::string_view text;
    const ReadRules& rules;
    bool list_may_stand = false;                // the text stands alone where a list may
    std::span<const FieldSpec> beside = {};     // the fields of the map that it stands in
    std::span<const FieldSpec> of_record = {};  // those of its record
};

// None where nothing is known of such a text.
std::optional<Slip> find_slip(const SlipQuestion& question, Arena& arena);

// A key that is no field, and the field that it names by another spelling: its title, capitals, the stars of a word
// processor, a field's name on the other side of its link.
struct KeySlip {
    const FieldSpec* field = nullptr;
    Message why;  // may be empty
};
std::optional<KeySlip> find_key_slip(std::string_view key, std::span<const FieldSpec> fields, Arena& arena);
// The kind of record that a key names by another spelling.
std::optional<std::string_view> kind_meant(std::string_view key, const Schema& schema);

}  // namespace ims
