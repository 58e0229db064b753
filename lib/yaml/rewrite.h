// Which bytes of a file change when a value of it is to say something else. All other values keep their type and text,
// all other bytes stay; what cannot be written so is an error with the reason. How values look is up to write.h.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostics/operations.h"
#include "yaml/tree.h"

namespace ims {

// The bytes [begin, end) become `text`.
struct TextEdit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::string text;
};

// The node whose written form is exactly the bytes [begin, end): a scalar, a key, a list or map; none where there is
// none. A list written by indentation begins with its first item, after the dash: where several nodes are written by
// the same bytes, as that list and its only item, it is the outermost.
NodeId node_at(const YamlTree& tree, std::uint32_t begin, std::uint32_t end);

// Each takes the tree and the bytes that it was built from. A list or map that is written by the same bytes as its only
// scalar stands for that scalar where one is due. An alias cannot be changed, only what it names.

// What a text is to be for readers that tell types by its looks. What is typed, a date or a number, may stand without
// quotes.
enum class Meant : std::uint8_t { text, typed };

// The value or key reads `text`, and keeps its style where that can hold it. An empty value may be replaced, too.
Result<TextEdit> replace_scalar(const YamlTree& tree, std::string_view bytes, NodeId node, std::string_view text,
                                Meant meant = Meant::text);

// `was`, which must stand once in what the value or key reads, becomes `text`. The lines around it keep their layout
// where they can; else all of it is written anew, as by replace_scalar.
Result<TextEdit> replace_in_scalar(const YamlTree& tree, std::string_view bytes, NodeId node, std::string_view was,
                                   std::string_view text);

// What stands there becomes `value`, written on one line; a list or map that takes several lines is left alone, and so
// is a text of a block.
Result<TextEdit> replace_with(const YamlTree& tree, std::string_view bytes, NodeId node, const NewValue& value);

// The list gets one more item at its end, written as those before it, and behind it those of `more`. A text, an empty
// value or a map in braces that stands alone becomes the first item of a list.
Result<TextEdit> add_item(const YamlTree& tree, std::string_view bytes, NodeId list, const NewValue& item,
                          const std::vector<NewValue>& more = {});

// The map gets more entries behind the last one whose key is among `behind`, else behind its first one; in a map that
// is written by indentation each on lines of its own.
Result<TextEdit> add_entries(const YamlTree& tree, std::string_view bytes, NodeId map,
                             const std::vector<NewEntry>& entries, const std::vector<std::string>& behind);

// Comments behind what goes: an error, or they go with it. One on a line of its own within it is always an error.
enum class Notes : std::uint8_t { stay, go };

// The entry of a map with this key, or the item of a list, goes with all its lines.
Result<TextEdit> remove_entry(const YamlTree& tree, std::string_view bytes, NodeId key, Notes notes = Notes::stay);
Result<TextEdit> remove_item(const YamlTree& tree, std::string_view bytes, NodeId item, Notes notes = Notes::stay);

}  // namespace ims
