// A file's bytes and what they say as YAML. Both depend on the bytes alone, so files of the same bytes share one,
// whatever they are called, and one that did not change is kept for the next run.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "yaml/tree.h"

namespace ims {

struct ParsedFile {
    std::string bytes;
    YamlTree tree;
    // Of a scalar, and of a null as it was written.
    [[nodiscard]] std::string_view text(NodeId node) const { return tree.text(node, bytes); }
};

// Never fails, as parse_yaml.
inline ParsedFile parse_file(std::string bytes) {
    ParsedFile parsed{std::move(bytes), {}};
    parsed.tree = parse_yaml(parsed.bytes);
    return parsed;
}

}  // namespace ims
