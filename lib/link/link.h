// The files of a folder into a graph: files and records are numbered, references resolved, links of two sides made one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/parallel.h"
#include "link/graph.h"

namespace ims {

// `settings` was read from ims.yaml. Nothing that is handed over is changed; the files stay alive with the graph,
// `schema` is the caller's. Appends what was found while the files were read, then what is found here: duplicate ids,
// copied files, files without any record and references that lead nowhere; what these say stands in `arena`.
Graph link(std::shared_ptr<const FolderFiles> files, const Schema& schema, const Settings& settings, const Jobs& jobs,
           std::vector<Finding>& findings, Arena& arena);

}  // namespace ims
