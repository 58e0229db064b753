// The files of a commit, or those that git's index holds to be committed, as a file system: what is the same in the
// work tree is read there, only what differs is asked of git. Outside of the repository it is the disk.
#pragma once

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "source/file_system.h"

namespace ims {

struct GitTreeWish {
    std::string git;         // the command
    std::string repository;  // where it begins, without links, absolute
    std::string folder;      // likewise; what is below it is made ready to be read
    std::string commit;      // its hash; empty: the index
    std::string index;       // the file of the index where it is not the usual one (`git commit FILE`); absolute
};

class GitTree final : public FileSystem {
public:
    // `disk` outlives it. An error where git does not tell, or where what differs is not at hand (a partial clone).
    static Result<std::unique_ptr<GitTree>> open(const FileSystem& disk, const GitTreeWish& wish);

    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override;
    [[nodiscard]] EntryType type(const std::string& path) const override;
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override;
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override;

    // The paths below the folder of what differs from the work tree, or is not there; absolute, in no order.
    [[nodiscard]] std::vector<std::string> differing() const;
    // The paths of all files of a name, absolute, in byte order.
    [[nodiscard]] std::vector<std::string> named(std::string_view name) const;

private:
    struct Blob {
        std::string hash;
        std::string repository;  // a submodule's own, or the one that was asked for
        EntryType type = EntryType::file;
        bool differs = true;  // from what lies in the work tree, as far as git was asked
    };
    explicit GitTree(const FileSystem& disk, GitTreeWish wish) : disk_(disk), wish_(std::move(wish)) {}
    Outcome read_repository(const std::string& repository, const std::string& commit, bool of_index);
    Outcome read_submodule(const std::string& repository, const std::string& path, const std::string& commit);
    Outcome read_contents();
    void add(std::string path, Blob blob);
    // Without `.`, `..` and doubled slashes, absolute.
    [[nodiscard]] std::string plain(const std::string& path) const;
    [[nodiscard]] bool inside(const std::string& path) const;
    [[nodiscard]] std::string bytes_of(const Blob& blob) const;

    const FileSystem& disk_;
    GitTreeWish wish_;
    std::unordered_map<std::string, Blob> blobs_;                  // by absolute path; links among them
    std::unordered_map<std::string, std::vector<Entry>> folders_;  // likewise
    std::vector<std::string> elsewhere_;  // submodules outside of the folder, with a `/`: as they lie on the disk
    std::unordered_map<std::string, std::string> contents_;  // by hash: those that were made ready
};

}  // namespace ims
