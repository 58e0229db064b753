// A folder that a command changes: read and judged as it is, then as it would be, before anything is written.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/analysis_options.h"
#include "cli/file_changes.h"
#include "edit/may_rename.h"
#include "edit/render.h"
#include "engine/workspace.h"
#include "source/overlay.h"

namespace ims {

class ChangeOfFolder {
public:
    ChangeOfFolder(const Environment& environment, const AnalysisOptions& options, std::string root)
        : environment_(environment), options_(options), root_(std::move(root)), changes_(environment) {}

    // Shows progress and hints. `standards`: as analyze_folder takes them.
    Outcome read(const std::vector<std::string>& standards);
    // Requires: `read` went well; the same of all below.
    [[nodiscard]] const Analysis& before() const { return *before_; }

    // Makes the changes in memory, and judges the folder as it would be. An error says why a program better keeps its
    // hands off; its path is one of the folder.
    Outcome make(const Fix& fix);
    // Requires: `make` went well; the same of all below.
    [[nodiscard]] const Analysis& after() const { return *after_; }
    // In the order of their places.
    [[nodiscard]] const std::vector<Edit>& edits() const { return edits_; }
    // The same folder on another day, as it is and as it would be.
    [[nodiscard]] std::unique_ptr<Analysis> before_on(Date day) const { return judge(*before_state_, day); }
    [[nodiscard]] std::unique_ptr<Analysis> after_on(Date day) const { return judge(*after_state_, day); }
    // What is to be written; more files may be added.
    [[nodiscard]] FileChanges& changes() { return changes_; }

    [[nodiscard]] const FileSystem& files() const { return *environment_.files; }
    // How a file of the folder is called from where the command runs; and the same for people, without marks.
    [[nodiscard]] std::string path_of(std::string_view path) const;
    [[nodiscard]] std::string shown(std::string_view path) const;
    [[nodiscard]] ShownPath shown_paths() const {
        return [this](std::string_view path) { return shown(path); };
    }
    // Whether nothing else stands where a file of the folder would go, whatever its capitals.
    [[nodiscard]] bool may_be_moved(const std::string& path, const std::string& to) const;
    // `why`, and the path as it is shown, on standard error.
    Exit refuse(const Error& why) const;

private:
    [[nodiscard]] std::unique_ptr<Analysis> judge(const Snapshot& state, Date day) const;

    const Environment& environment_;
    const AnalysisOptions& options_;
    std::string root_;
    FileChanges changes_;
    FolderOptions wanted_;
    std::optional<Workspace> workspace_;
    std::unique_ptr<OverlayFileSystem> changed_;
    std::shared_ptr<const Snapshot> before_state_;
    std::shared_ptr<const Snapshot> after_state_;
    const Analysis* before_ = nullptr;
    const Analysis* after_ = nullptr;
    std::vector<Edit> edits_;
};

}  // namespace ims
