// Which catalogues of standards a run needs. They enter as files below `<built-in>/`, and only those are read that the
// settings, a record or an option names and that no record of the folder replaces: reading them all would take longer
// than the rest of a small folder.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
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
    bool operator==(const Catalogue&) const = default;
};

// By id: the built-in ones, or where `schema_folder` has a folder `standards`, those in it.
Result<std::vector<Catalogue>> load_catalogues(const FileSystem& files, const std::string& schema_folder);

// Which of a list of catalogues a file names, by their places there, and which it replaces with records of its own.
struct NamedCatalogues {
    std::vector<std::uint32_t> named;     // each once
    std::vector<std::uint32_t> replaced;  // likewise
    [[nodiscard]] bool any() const { return !named.empty() || !replaced.empty(); }
};

// All that a run may read, and how the fields of a schema name them. Read-only once made.
class Catalogues {
public:
    // Requires: `all` is sorted by id.
    Catalogues(std::vector<Catalogue> all, const Schema& schema);

    [[nodiscard]] const std::vector<Catalogue>& all() const { return all_; }
    [[nodiscard]] std::size_t size() const { return all_.size(); }
    [[nodiscard]] const Catalogue& operator[](std::size_t index) const { return all_[index]; }
    [[nodiscard]] std::string path(std::size_t index) const;
    // The place of one; none of a name that is no catalogue's.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;

    // `fields_of`: the records of the file. `built_in`: it is one of the catalogues, and replaces none.
    [[nodiscard]] NamedCatalogues named_by(const ReadFile& file, const UnlinkedFile& fields_of, bool built_in) const;

private:
    // How a field may name a standard.
    enum class Naming : std::uint8_t { none, id, kind_and_id, clause };
    void find_namings(const Shape& shape, Field field, bool of_standard, std::vector<Naming>& namings);
    void find_namings(std::span<const FieldSpec> fields, bool of_standard, std::vector<Naming>& namings);

    std::vector<Catalogue> all_;
    std::vector<std::vector<Naming>> namings_;  // by kind, by field
};

// Those that a folder needs.
class NeededCatalogues {
public:
    explicit NeededCatalogues(std::size_t count) : states_(count) {}

    void note(const NamedCatalogues& file);
    void want(std::uint32_t index) { states_[index].wanted = true; }
    // Those that are needed and were not handed out before; more may be once these were read and noted.
    std::vector<std::uint32_t> take();

private:
    struct State {
        bool wanted = false;
        bool replaced = false;
        bool taken = false;
    };
    std::vector<State> states_;
};

}  // namespace ims
