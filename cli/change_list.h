// The list of a change of several files: what is to take whose place. It stands in hidden files beside ims.yaml, and is
// what makes a change whole that was interrupted, by a signal or for lack of power:
//   .ims-change.begun   new files are being written beside their places, and none of them has taken its own: what was
//                       written is of no use, and goes.
//   .ims-change         all new files are on the disk itself: each of them takes its place, or has taken it.
// Whoever writes makes the first, and turns it into the second by a rename, the one moment that decides. A list may
// have come with a folder from elsewhere, so what it asks for is done only where it could do no more than that folder
// itself. Here it is text alone; change_on_disk.h makes it, interrupted_change.h obeys it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace ims {

inline constexpr std::string_view kChangeBegun = ".ims-change.begun";
inline constexpr std::string_view kChangeDecided = ".ims-change";

struct ListedFile {
    std::string path;       // from the folder of ims.yaml, without links
    std::string temporary;  // the name of the new file in the same folder; empty: the file at `path` is to go
    std::string new_hash;   // of the bytes, as `sha256_hex` has it; empty: none is to be there
    std::string old_hash;   // likewise; empty: none was there
};

struct ChangeList {
    std::vector<ListedFile> files;
    std::vector<std::string> spare;    // temporary files that nothing needs, by their paths
    std::vector<std::string> folders;  // that were made for it, outer ones first; they go again where they are empty
};

std::string write_change_list(const ChangeList& list);
// `path` is for the error, which says that it is no list.
Result<ChangeList> read_change_list(std::string_view text, const std::string& path);

// `.ims-4711-2.tmp`: hidden, so that it is never read as a record, and short, whatever it is to become.
std::string temporary_name(long process, std::size_t number);
bool is_temporary_name(std::string_view name);

// Whether a path stays in its folder, and out of what tells git and its like what to run: only such are obeyed.
bool may_be_listed(std::string_view path);

}  // namespace ims
