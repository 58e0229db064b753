// The one place that knows yaml-cpp: it decodes the texts of a document whose outline is known, and gives a second
// opinion on its structure.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "yaml/disguise.h"
#include "yaml/documents.h"
#include "yaml/tree.h"

namespace ims {

// Fills in the texts of the nodes from `first` on. `bytes` is what is parsed, `source` the file itself: a text that
// stands there as it is, is not copied. Gives the place where yaml-cpp reads something else than the outline, if any.
std::optional<std::uint32_t> decode_texts(std::string_view bytes, std::string_view source, const DocumentPart& part,
                                          const Disguises& disguises, std::uint32_t first, YamlTree& tree);

}  // namespace ims
