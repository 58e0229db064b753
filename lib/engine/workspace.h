// A folder over time: reads it, keeps what it read, and reads again only what changed. Each state of the folder is a
// Snapshot, which stays as it is when the folder goes on; the next one shares with it whatever is the same.
// Not for use from several threads at once. Its snapshots are.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "diagnostics/rule_book.h"
#include "diagnostics/stats.h"
#include "engine/catalogues.h"
#include "engine/contents.h"
#include "engine/document_files.h"
#include "engine/folder_schema.h"
#include "engine/snapshot.h"
#include "source/file_system.h"
#include "source/find_files.h"

namespace ims {

// Instead of a commit: what will be committed next.
inline constexpr std::string_view kIndex = "--staged";

struct ReadOptions {
    std::string root;  // the folder that holds ims.yaml
    std::size_t jobs = 1;
    std::string schema_folder;  // instead of the built-in schemas and catalogues; empty: those
    // Standards whose built-in catalogues are wanted though nothing in the folder may name them, by their ids.
    std::vector<std::string> standards;
    AliasBudget aliases = {};  // of all files together
    std::string git;  // the command that tells what is ignored, and for `review.history` what changed; empty: none
    // The files are those of this commit, or where it is `kIndex` of git's index: git tracks all of them, and none is
    // ignored. Empty: they are those of the work tree.
    std::string revision;
    Stats* stats = nullptr;  // where it is told what took how long; null: nobody wants to know
};

class Workspace {
public:
    using State = Result<std::shared_ptr<const Snapshot>>;

    // `files` and `rules`, whose names ims.yaml may use, outlive it.
    Workspace(const FileSystem& files, const RuleBook& rules, ReadOptions options);

    // From now on the folder `root` of other files is looked at, which are those of `revision`. What was read stays
    // known by its bytes, so that what is the same there is not read again. `differing`: paths of all files that may be
    // otherwise there than they were at the same root, as `refresh` takes them; none: nobody knows.
    void turn_to(const FileSystem& files, std::string root, std::string revision,
                 const std::optional<std::vector<std::string>>& differing = std::nullopt);

    // The folder as it stands, all of it looked at anew. An error only where the world is wrong: no folder, an ims.yaml
    // that cannot be read or is not YAML, a bad schema. After one, the next call makes good for what this one missed.
    State read();
    // The same, where nothing changed since the last call but these files and folders, with all that is in them; what
    // is gone and what is new are changes too. Paths are relative to the root, or absolute. What git tells of the past,
    // what links lead to, and what lies at the locations of documents, is asked anew; what git ignores, wherever more
    // changed than files that were read before: a `.gitignore`, `.git/info/exclude` or `.git/index`, too.
    State refresh(std::span<const std::string> changed);

private:
    // Has neither until it is read.
    struct File {
        std::string path;
        Content* content = nullptr;
        std::shared_ptr<const ReadFile> instead;  // where it could not be read, or its aliases stand for too much
    };
    struct OfCatalogue {
        std::shared_ptr<const ParsedFile> parsed;  // once it was needed
        std::shared_ptr<const ReadFile> read;      // under the schema and the ims.yaml of the present
        NamedCatalogues catalogues;
    };

    template <class Work>
    auto timed(Stage stage, const Work& work) const;
    void remember(std::string_view path);
    [[nodiscard]] bool is_changed(std::string_view path) const;
    [[nodiscard]] bool must_find() const;

    Outcome look_at_settings();
    Outcome look_for_files();
    Outcome look_at_schema();
    void list_files();
    void read_files();
    std::shared_ptr<const ParsedFile> read_file(File& file);
    void read_settings();
    void leave_out_what_aliases_swell();
    void leave_out(File& file, const Amount& all, const Amount& most);
    void read_records();
    [[nodiscard]] NamedCatalogues catalogues_named_by(const ReadFile& file, bool built_in = false) const;
    std::vector<std::uint32_t> read_catalogues();
    FolderFiles gather_files();
    void read_baseline(Snapshot& state) const;
    void ask_git(Snapshot& state, DocumentFiles& documents) const;

    const FileSystem* disk_;
    const RuleBook& rules_;
    ReadOptions options_;

    bool everything_ = true;            // may have changed since what is below was read
    std::vector<std::string> changed_;  // or else these, sorted

    // ims.yaml, and what it was read into; the latter holds while `settings_of_` and the schema are those of the
    // present.
    std::shared_ptr<const ParsedFile> settings_file_;
    std::shared_ptr<const ParsedFile> settings_of_;
    std::shared_ptr<const Settings> settings_;
    std::shared_ptr<const ReadFile> settings_record_;

    std::vector<std::string> ignore_;    // that `found_` was looked for with
    std::optional<FoundFiles> found_;    // without its paths, which are those of `files_`
    std::vector<std::string> left_out_;  // of what was found, in words
    SchemaTexts schema_texts_;
    std::shared_ptr<const Schema> schema_;
    std::shared_ptr<const Schema> read_by_;  // the schema that settings and records were read by

    Contents contents_;
    std::vector<File> files_;  // by path, without ims.yaml
    std::unique_ptr<Catalogues> catalogues_;
    std::vector<OfCatalogue> of_catalogues_;  // by their places in `catalogues_`
};

}  // namespace ims
