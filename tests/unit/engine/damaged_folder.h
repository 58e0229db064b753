// Folders of records after something went badly wrong: bytes lost or turned, lines and words that stand where others
// belong, files cut, swapped, doubled or gone, ims.yaml and schemas among them. The same number always makes the same
// damage.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace ims::test {

using FolderTexts = std::map<std::string, std::string>;  // by path

// A small folder with kinds and fields of its own, in schemas/.
FolderTexts folder_with_schemas();

class DamagedFolders {
public:
    // `sound`: what is damaged; words of each may come to stand in it, not in the others.
    explicit DamagedFolders(FolderTexts sound);

    // In one to five places.
    [[nodiscard]] FolderTexts damaged(std::uint32_t seed) const;

private:
    FolderTexts sound_;
    std::vector<std::string> words_;  // keys, values, words of schemas
};

}  // namespace ims::test
