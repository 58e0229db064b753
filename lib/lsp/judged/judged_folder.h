// A folder of records over time, as an editor sees it: files that are open count as they stand there. Each state that
// was judged is a value that never changes, and stays while somebody answers by it.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/once.h"
#include "compare/comparison.h"
#include "engine/workspace.h"
#include "output/check_result.h"
#include "source/overlay.h"

namespace ims {

// One state of a folder, judged: what `ims check` says of it.
struct JudgedState {
    std::string root;     // the folder of ims.yaml, absolute
    ReadOptions options;  // that it was read with, and what was read
    std::shared_ptr<const Snapshot> state;
    std::unique_ptr<const Analysis> analysis;
    std::unique_ptr<const Analysis> on_its_day;    // for the day of a baseline; null where it does not matter
    std::unique_ptr<const Comparison> comparison;  // with a baseline; null where there is none
    CheckResult result;
    Once<FolderFiles> around;  // see `files_around`

    [[nodiscard]] const Graph& graph() const { return analysis->graph; }
    // The file at an absolute path; none where it is no file of the folder.
    [[nodiscard]] std::optional<FileId> file(std::string_view path) const;
    [[nodiscard]] std::string path(FileId file) const;
};

// Not for use from several threads at once.
class JudgedFolder {
public:
    // `root`: absolute. `disk` and `rules` outlive it.
    JudgedFolder(const FileSystem& disk, const RuleSet& rules, ReadOptions options);

    [[nodiscard]] const std::string& root() const { return options_.root; }
    // Whether a path lies in it.
    [[nodiscard]] bool holds(std::string_view path) const;

    // A file that is open reads so; one that is closed reads as on the disk.
    void open(const std::string& path, std::string text);
    void close(const std::string& path);
    // Something changed on the disk: at these absolute paths; or anywhere.
    void changed(const std::string& path) { changed_.push_back(path); }
    void everything_changed() { everything_ = true; }

    // As it stands now. Null where it was stopped; what was read until then is not read again. An error as of
    // Workspace::read, or of a baseline that cannot be read.
    Result<std::shared_ptr<const JudgedState>> judge(Date today, std::size_t jobs, const Stop& stop);

private:
    Result<std::shared_ptr<const Snapshot>> read();

    const RuleSet& rules_;
    ReadOptions options_;
    OverlayFileSystem files_;
    Workspace workspace_;
    bool everything_ = true;
    std::vector<std::string> changed_;  // absolute
};

}  // namespace ims
