// What the aliases of a tree stand for, and a tree of which nothing is read since they stand for too much.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/tree.h"

namespace ims {

// What there would be more of, were every alias from the node `first` on written out. Requires: no document begins
// before `first` and ends after it. Of a tree or a draft, as what follows.
template <class Nodes>
Amount added_by_aliases(const YamlTreeOf<Nodes>& tree, std::uint32_t first = 0);

// Why nothing is read of it where `all` is more than `most`: a problem at the first alias of whatever takes up the
// largest part. `all` is what is added here, or here and by others.
template <class Nodes>
YamlProblem too_much_by_aliases(const YamlTreeOf<Nodes>& tree, Mistake mistake, const Amount& all, const Amount& most,
                                std::uint32_t first = 0);

// A file's tree without its values: what its records are called is left, as if it could not have been read. `problem`
// says why, beside what is wrong otherwise.
YamlTree unread_tree(const YamlTree& tree, std::string_view bytes, const YamlProblem& problem);

}  // namespace ims
