// What a program can change in records, as operations on values: where a value stands, and what it is to say. Which
// bytes that makes is up to the one writer of YAML (yaml/rewrite.h), so that no quote, bracket or line is ever lost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/ids.h"
#include "source/source_map.h"

namespace ims {

struct NewEntry;

// A value that is to be written: a text, a list, a map, or nothing yet: a key whose value somebody else fills in.
struct NewValue {
    enum class Form : std::uint8_t { text, list, map, nothing };
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
    // For whoever fills it in or reads it: what stands after `#` behind it, and on lines of their own above it, without
    // the `#`. One line each. Only what is written by indentation has room for them; in braces they are left out.
    std::string comment = {};
    std::vector<std::string> above = {};
};

// The scalar or key that stands at `span`, its quotes included, is to read `value`.
struct ReplaceValue {
    Span span;
    std::string value;
    bool typed = false;  // as in NewValue
    // What aliases name there is to say so too: whoever asks for it has looked at all of them.
    bool for_aliases = false;
};

// In the text that the scalar at `span` reads, `was`, which stands in it once, is to be `text`. What stands around it
// keeps its words, its lines and its style.
struct ReplaceText {
    Span span;
    std::string was;
    std::string text;
};

// The list at `span`, or the one value that stands where a list may, gets one more item at its end, and behind it those
// of `more`.
struct AddItem {
    Span span;
    NewValue item;
    std::vector<NewValue> more = {};
};

// What stands at `span` in the form `was`, a text, or a list or map on one line, becomes `value` of whatever form.
struct ReplaceWith {
    Span span;
    NewValue::Form was = NewValue::Form::text;
    NewValue value;
};

// The map at `span` gets more entries, one after the other: behind the last entry whose key is among `behind`, or where
// there is none behind the first one. No entry of the map has a key of them.
struct AddEntries {
    Span span;
    std::vector<NewEntry> entries;
    std::vector<std::string> behind;
};

// The map at `span` gets places for fields that somebody else fills in. Of the paths of the fields the first `within`
// names lead to that map, and none of the fields stands in it. Nothing is written out here: most are never shown.
struct AskForFields {
    Span span;
    KindId kind;
    std::vector<Field> fields;
    std::size_t within = 0;
};

// The entry whose key stands at `span` goes, with its value and their lines. It is not the only one of its map. Nothing
// is written where a comment would go, too: one within it, on a line of its own, or one behind it, unless it may.
struct RemoveEntry {
    Span span;
    bool with_comments = false;  // those behind it, on its lines, may go
};

// The item of a list at `span` goes, in the same way. It is not the only one of its list.
struct RemoveItem {
    Span span;
    bool with_comments = false;
};

using Operation =
    std::variant<ReplaceValue, ReplaceText, AddItem, ReplaceWith, AddEntries, AskForFields, RemoveEntry, RemoveItem>;

// What an operation is done to.
inline Span& place_of(Operation& operation) {
    return std::visit([](auto& each) -> Span& { return each.span; }, operation);
}
inline const Span& place_of(const Operation& operation) {
    return std::visit([](const auto& each) -> const Span& { return each.span; }, operation);
}

}  // namespace ims
