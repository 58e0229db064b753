// What a program can change in records, as operations on values: where a value stands, and what it is to say. Which
// bytes that makes is up to the one writer of YAML (yaml/rewrite.h), so that no quote, bracket or line is ever lost.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "source/source_map.h"

namespace ims {

struct NewEntry;

// A value that is to be written: a text, a list or a map.
struct NewValue {
    enum class Form : std::uint8_t { text, list, map };
    Form form = Form::text;
    std::string text;
    std::vector<NewValue> items;
    std::vector<NewEntry> entries;  // in the order in which they are written
    // A text that is a number, a date, a yes or no: it needs no quotes to keep other readers from taking it for one.
    bool typed = false;
};

struct NewEntry {
    std::string key;
    NewValue value;
};

// The scalar or key that stands at `span`, its quotes included, is to read `value`.
struct ReplaceValue {
    Span span;
    std::string value;
    bool typed = false;  // as in NewValue
};

// In the text that the scalar at `span` reads, `was`, which stands in it once, is to be `text`. What stands around it
// keeps its words, its lines and its style.
struct ReplaceText {
    Span span;
    std::string was;
    std::string text;
};

// The list at `span`, or the one value that stands where a list may, gets one more item at its end.
struct AddItem {
    Span span;
    NewValue item;
};

// What stands at `span` in the form `was`, a text, or a list or map on one line, becomes `value` of whatever form.
struct ReplaceWith {
    Span span;
    NewValue::Form was = NewValue::Form::text;
    NewValue value;
};

using Operation = std::variant<ReplaceValue, ReplaceText, AddItem, ReplaceWith>;

// What an operation is done to.
inline Span& place_of(Operation& operation) {
    return std::visit([](auto& each) -> Span& { return each.span; }, operation);
}
inline const Span& place_of(const Operation& operation) {
    return std::visit([](const auto& each) -> const Span& { return each.span; }, operation);
}

}  // namespace ims
