// What was read of the files that there are, kept by their bytes: files of the same bytes share it wherever they lie,
// and a file that was renamed or copied is not read again.
#pragma once

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/catalogues.h"
#include "model/records.h"

namespace ims {

// A file whose aliases add too much: none of its values, and why.
struct EmptiedFile {
    std::shared_ptr<const ReadFile> read;
    YamlProblem why;
};

// Small, since there is one for each file: what few of them have stands elsewhere.
struct Content {
    std::shared_ptr<const ParsedFile> parsed;
    // Under the schema and the ims.yaml of the present; null where they are not read yet, or not any more.
    std::shared_ptr<const ReadFile> read;
    std::unique_ptr<const NamedCatalogues> catalogues;  // likewise; null where it names and replaces none
    std::unique_ptr<const EmptiedFile> emptied;         // likewise
    bool used = false;                                  // for Contents::keep_only
};

class Contents {
public:
    [[nodiscard]] bool empty() const { return by_bytes_.empty(); }
    // Null where no file has these bytes. From several threads at once, as long as nobody adds.
    [[nodiscard]] Content* find(std::string_view bytes);
    // The one of its bytes, which may have been there. It stays where it is until it is dropped.
    Content* add(std::shared_ptr<const ParsedFile> parsed);
    // Schema or ims.yaml changed: what they made of the trees holds no longer.
    void forget_records();
    // Drops all others. Null counts for nothing.
    void keep_only(const std::vector<Content*>& used);

private:
    // Whoever reads a folder once drops all of it at once, and has its memory back in large pieces.
    std::pmr::unsynchronized_pool_resource memory_;
    std::pmr::unordered_map<std::string_view, Content> by_bytes_{&memory_};  // keys are views of the trees' bytes
};

}  // namespace ims
