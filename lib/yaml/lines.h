// Lines of a file that come and go as wholes: new ones behind a value, and those that a value takes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "yaml/rewrite.h"
#include "yaml/tree.h"

namespace ims {

// New lines, without a line end at their end, behind the last line of `node` and the comment on it, and behind comments
// that follow directly and are indented by more than the new lines. What is missing at the end of the file stays
// missing. An error where something else follows on that line.
Result<TextEdit> insert_lines(const YamlTree& tree, std::string_view bytes, NodeId node, const std::string& lines);

// The lines from the one on which `begin` stands, as the first that is no blank, to the one on which `last` ends, a
// comment behind it included; `first` is the first node on them. An error where something else stands on these lines.
Result<TextEdit> remove_lines(const YamlTree& tree, std::string_view bytes, std::uint32_t begin, NodeId first,
                              NodeId last);

// Where the dash of an item of a list by indentation stands.
Result<std::uint32_t> dash_of(const YamlTree& tree, std::string_view bytes, NodeId list, NodeId item);

}  // namespace ims
