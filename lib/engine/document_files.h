// What stands at the locations that documents name. Rules do not touch the disk, so it is looked up before they run.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/performance/locations.h"
#include "base/likeness.h"
#include "link/link.h"
#include "source/file_system.h"

namespace ims {

class DocumentFiles {
public:
    DocumentFiles(const FileSystem& files, std::string root) : files_(files), root_(std::move(root)) {}

    // Where, from the folder of ims.yaml, the file or folder stands that a path names; none where nothing does. `#` may
    // begin the name of a section, or be a part of the file's own; letters with marks are the same however written.
    [[nodiscard]] std::optional<std::string> find(std::string_view path);
    // What a path that names nothing likely means: other letters (`POLICY.md`), `\` for `/`, `%20` for a blank, a
    // beginning outside of the folder, a slip of the pen. Empty where nothing is like it.
    [[nodiscard]] std::string meant_by(std::string_view path);

    // Of the location of a document at which nothing is to be found: what it likely means, or empty. None where
    // something stands there, or where nobody can look.
    [[nodiscard]] std::optional<std::string> missing(std::string_view location);

    struct File {
        std::string path;  // from the folder of ims.yaml
        std::string bytes;
    };
    // What stands in the file that a path names. None where it is no file, is very large, or is reached by a link.
    [[nodiscard]] std::optional<File> read(std::string_view path);

private:
    enum class Likeness { same, letters, slip };
    // The names in a folder, and where in their list each is by what it may be asked for. Of several the first counts.
    struct Folder {
        std::vector<std::string> names;  // sorted
        std::unordered_map<std::string, std::size_t> composed;
        // Made when something is first missing.
        std::optional<std::unordered_map<std::string, std::size_t>> lower;
        std::optional<TitleIndex> titles;
    };
    [[nodiscard]] std::optional<std::string> walk(std::string_view path, Likeness likeness);
    [[nodiscard]] const std::string* name_in(const std::string& folder, std::string_view wanted, Likeness likeness);
    [[nodiscard]] static const std::string* slip_in(Folder& folder, std::string_view wanted);
    [[nodiscard]] Folder& list(const std::string& folder);

    const FileSystem& files_;
    std::string root_;
    std::map<std::string, Folder> folders_;  // those that were asked for
};

// Of all documents. `settings`: ims.yaml.
MissingFiles find_missing_files(DocumentFiles& documents, std::span<const FolderFile> files, const ParsedFile& settings,
                                const Schema& schema);

}  // namespace ims
