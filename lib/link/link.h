// Records of all files into a graph: ids are given, references resolved, links of two sides made one.
#pragma once

#include <vector>

#include "link/graph.h"

namespace ims {

// `files` in the order of their paths, one for each file of `sources`; `trees` likewise, owned by the caller and
// outliving the graph. Reports duplicate ids and references that lead nowhere; serial.
Graph link(std::vector<FileRecords> files, const std::vector<YamlTree>& trees, const Schema& schema,
           const Settings& settings, const SourceMap& sources, std::vector<Finding>& findings);

}  // namespace ims
