// Which catalogues of standards a run needs. They enter as files below `<built-in>/`, and only those are read that the
// settings, a record or an option names and that no record of the folder replaces: reading them all would take longer
// than the rest of a small folder.
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/records.h"
#include "source/file_system.h"

namespace ims {

struct Catalogue {
    std::string id;
    std::string text;
};

// By id: the built-in ones, or where `schema_folder` has a folder `standards`, those in it.
Result<std::vector<Catalogue>> load_catalogues(const FileSystem& files, const std::string& schema_folder);

class NeededCatalogues {
public:
    // Requires: `all` is sorted by id.
    NeededCatalogues(std::vector<Catalogue> all, const Schema& schema);

    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] const Catalogue& operator[](std::size_t index) const { return all_[index]; }
    [[nodiscard]] std::string path(std::size_t index) const;

    // Which standards the records of a file name, and which they are themselves. Safe from several threads at once.
    void note(const FileRecords& file, const ValueSources& sources);
    // A name that is no catalogue's is none of ours to report.
    void want(std::string_view id);
    // Those that are needed and were not handed out before; more may be once these were read and noted.
    std::vector<std::size_t> take();

private:
    // How a field may name a standard.
    enum class Naming : std::uint8_t { none, id, kind_and_id, clause };
    void find_namings(const Shape& shape, Field field, bool of_standard, std::vector<Naming>& namings);
    void find_namings(std::span<const FieldSpec> fields, bool of_standard, std::vector<Naming>& namings);
    [[nodiscard]] std::size_t find(std::string_view id) const;

    struct State {
        std::atomic<bool> wanted = false;
        std::atomic<bool> replaced = false;
        bool taken = false;
    };
    std::vector<Catalogue> all_;
    std::unique_ptr<State[]> states_;
    std::vector<std::vector<Naming>> namings_;  // by kind, by field
};

}  // namespace ims
