// The values beside a new one, or the one that it replaces: how they are written tells how it is to be written.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "yaml/implied_type.h"
#include "yaml/tree.h"

namespace ims {

struct ScalarHabit {
    ScalarStyle style = ScalarStyle::plain;  // plain, single_quoted or double_quoted
    // A plain text that other readers take for a value of this type may stay plain.
    ImpliedType type = ImpliedType::text;
    ScalarStyle quotes = ScalarStyle::double_quoted;  // for what cannot stay plain
};

// The quotes that most quoted texts of a file have; double_quoted where there are as many of each.
ScalarStyle prevailing_quotes(const YamlTree& tree);

class Neighbours {
public:
    // The tree and its bytes must outlive this.
    Neighbours(const YamlTree& tree, std::string_view bytes, std::vector<NodeId> nodes);

    // How a text is written among them: quoted as all of them are, else plain; as a date where one of them is one.
    [[nodiscard]] ScalarHabit habit_of(std::string_view text) const;
    // What stands in the lists among them, and what stands alone where a list may.
    [[nodiscard]] Neighbours in_lists() const;
    // In the maps among them, the keys of this name, and their values.
    [[nodiscard]] Neighbours keys(std::string_view name) const;
    [[nodiscard]] Neighbours values(std::string_view name) const;
    // Whether the last map among them is written in braces; false where there is none.
    [[nodiscard]] bool have_braces() const;

private:
    Neighbours(const Neighbours& like, std::vector<NodeId> nodes)
        : tree_(like.tree_), bytes_(like.bytes_), nodes_(std::move(nodes)) {}

    const YamlTree& tree_;
    std::string_view bytes_;
    std::vector<NodeId> nodes_;
};

}  // namespace ims
