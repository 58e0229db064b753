// A folder in memory that somebody works in, always in the same way for the same seed: files are edited, broken,
// mended, copied, renamed and deleted, folders moved, settings, schemas and documents changed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "source/file_system.h"

namespace ims::test {

class ChangingFolder {
public:
    explicit ChangingFolder(std::uint32_t seed);

    // Everything lies below `folder/`.
    [[nodiscard]] const MemoryFileSystem& files() const { return files_; }
    // Changes something; which paths of the folder that concerns.
    std::vector<std::string> change();

private:
    [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }
    [[nodiscard]] std::string any_file();
    [[nodiscard]] std::string free_path();
    [[nodiscard]] std::string& text(const std::string& path) { return files_.files["folder/" + path]; }
    void edit(std::string& text);
    std::vector<std::string> write(const std::string& path, std::string text);
    std::vector<std::string> edit_file();
    std::vector<std::string> put_back();
    std::vector<std::string> rename();
    std::vector<std::string> copy();
    std::vector<std::string> remove();
    std::vector<std::string> move_folder();
    std::vector<std::string> change_settings();
    std::vector<std::string> change_schema();
    std::vector<std::string> change_document();
    std::vector<std::string> nest_or_lift();
    std::vector<std::string> lock_or_unlock();

    std::mt19937 random_;
    MemoryFileSystem files_;
    int next_ = 0;  // of names that no file had before
};

}  // namespace ims::test
