// Where a node stands in its file, as far as it matters to what may be written there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "yaml/tree.h"

namespace ims {

struct NodePlace {
    std::uint32_t depth = 1;   // of the lists and maps around, and one more
    bool in_brackets = false;  // a list or map around is written in brackets
    bool at_root = true;       // no list or map around is written by indentation: lines may begin at the margin
    bool is_key = false;
    NodeId parent;  // none for a root
    NodeId before;  // the item before, or the key of a value; none for a first child
    // Where the bytes begin that lead to the node: `-`, `:`, comments, its anchor.
    std::uint32_t lead_begin = 0;
};

// Takes longer the more values stand before the node in the lists and maps around it.
NodePlace place_of(const YamlTree& tree, NodeId node);
// The list or map around each node of a tree, by its number; none for a root. For who asks of many nodes of a file.
std::vector<NodeId> collections_around(const YamlTree& tree);

// What must stand before the text that an empty value gets: a blank, a `:`. An error where that takes a line of its
// own.
Result<std::string_view> lead_of_empty(const YamlTree& tree, std::string_view bytes, NodeId node,
                                       const NodePlace& place);

// Whether a list or map is written as `[…]` or `{…}`.
bool is_bracketed(const YamlTree& tree, NodeId collection);

// The words between two values of a file, `-`, `:`, anchors and tags among them: without comments, directives and the
// `---` before a document.
struct LeadWord {
    std::uint32_t begin;
    std::string_view text;
};
std::vector<LeadWord> lead_words(std::string_view bytes, std::uint32_t begin, std::uint32_t end);

// The first byte of the line, after a byte order mark.
std::uint32_t line_begin(std::string_view bytes, std::uint32_t at);
// The line end at or after `at`, or the end of the file.
std::uint32_t line_end(std::string_view bytes, std::uint32_t at);
// The line end that begins at `at`: `\n`, `\r\n` or `\r`; empty at the end of the file.
std::string_view line_end_at(std::string_view bytes, std::uint32_t at);
// How lines end in a file: as the first of them does.
std::string_view usual_line_end(std::string_view bytes);
// After the lines of nothing but blanks that follow the line of `at`; the place of the last blank of the file where it
// does not end with a line end.
std::uint32_t after_blank_lines(std::string_view bytes, std::uint32_t at);

}  // namespace ims
