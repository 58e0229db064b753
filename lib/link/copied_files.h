// Files that are copies of others, left behind by a file manager: all records of such a file stand in another one too.
#pragma once

#include <span>
#include <vector>

#include "link/graph.h"
#include "link/same_ids.h"

namespace ims {

struct CopiedFile {
    FileId copy;
    FileId original;
    // The records of the copy, and those of the original that have their ids.
    std::vector<std::pair<RecordId, RecordId>> records;
};

// In the order of the copies. A file is one if each of its records stands in the original too, and either its name says
// so (`x (1).yaml` beside `x.yaml`), or the original holds these records and no others, under the same titles, and half
// or more of what they say is the same. Then the copy is the one whose name is that of one, or else the later one.
// `records`: those of the files, in their order; `same`: all of those that share an id.
std::vector<CopiedFile> find_copied_files(const FolderFiles& files, std::span<const Record> records,
                                          std::span<const SameId> same);

// One finding for each copy, or for a folder of them. `ignored`: whether ims.yaml has an `ignore`.
void report_copied_files(const FolderFiles& files, std::span<const Record> records, const Schema& schema,
                         std::span<const CopiedFile> copies, bool ignored, std::vector<Finding>& findings,
                         Arena& arena);

}  // namespace ims
