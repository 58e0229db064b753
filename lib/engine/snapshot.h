// One state of a folder: all that an analysis needs of the world, and nothing that changes afterwards. What was read is
// shared with the Workspace that made it and with its other states; so are two analyses of one state, at once or not.
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "assess/dates/changes_since_review.h"
#include "assess/performance/locations.h"
#include "judge/baseline.h"
#include "link/link.h"
#include "settings/settings.h"

namespace ims {

// A record before it is linked: its file's place in Snapshot::files, and its own among the records of that file.
struct RecordPlace {
    std::uint32_t file = 0;
    std::uint32_t record = 0;
    auto operator<=>(const RecordPlace&) const = default;
};

// What git tells of the records since they were last reviewed. Empty where `review.history` does not ask for it, and
// where there is no git or no history.
struct ReviewHistory {
    std::map<RecordPlace, ChangedSinceReview> changed;
    // Reviewed before the history that is at hand begins: whether they changed since cannot be told. In the order of
    // files.
    std::vector<RecordPlace> unknown;
};

struct Snapshot {
    std::string root;                          // the folder that holds ims.yaml
    std::shared_ptr<const FolderFiles> files;  // catalogues that nobody names are there and empty
    std::shared_ptr<const Schema> schema;
    // What ims.yaml says, what is ignored among it; read with the names of the rules of the Workspace.
    std::shared_ptr<const Settings> settings;
    MissingFiles missing_files;  // at which locations of documents nothing stands
    ReviewHistory history;
    std::shared_ptr<const Baseline> baseline;  // null where there is none, or it cannot be read
    std::optional<Error> baseline_trouble;     // why it cannot
    std::vector<std::string> hints;            // for stderr: what was left out, and why
};

}  // namespace ims
