// What `ims init` says at its end: what was written, what was left as it was, what is still to be done, what comes
// next.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/environment.h"
#include "cli/init/folder_before.h"
#include "cli/init/hook.h"
#include "cli/init/new_folder.h"
#include "cli/init/pipeline.h"
#include "cli/init/starters.h"

namespace ims {

struct PlannedFile {
    std::string path;  // absolute
    std::string text;
    bool is_record = false;
};

// A record whose place another file has.
struct MovedRecord {
    std::string record;  // `role/owner`
    std::string taken;   // from the folder, as its other place
    std::string path;
};

struct InitPlan {
    NewFolder folder;
    InitChoice choice;
    std::vector<PlannedFile> files;   // that are written
    std::vector<PlannedFile> kept;    // that would have been, had there been none
    std::vector<Pipeline> pipelines;  // all that were found
    std::optional<Hook> hook;         // where one was asked for
    std::string editor_to_set;        // whose settings were there before and lack the schemas; empty: none do
    bool schemas_differ = false;      // those that were there before are not of this folder as it is
    std::vector<MovedRecord> moved;
    FolderErrors errors;
    bool dry_run = false;
};

// On stdout.
void tell_written(const Environment& environment, const InitPlan& plan);
// On stderr.
void tell_what_remains(const Environment& environment, const InitPlan& plan);

}  // namespace ims
