// Folders of n records that name each other by one field, in one shape.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "growth/places.h"
#include "schema/vocabulary.h"
#include "source/file_system.h"

namespace ims {

enum class FolderShape : std::uint8_t {
    chain,     // each names the next
    ring,      // and the last one the first
    star,      // all name one
    fan,       // one names all
    diamonds,  // two and two: each names both of the next
};
inline constexpr std::array kFolderShapes{FolderShape::chain, FolderShape::ring, FolderShape::star, FolderShape::fan,
                                          FolderShape::diamonds};
std::string_view name_of(FolderShape shape);

// What a field leads to. Where that is another kind, records name each other in pairs: by `place` there, by `back`
// back.
struct Link {
    const ReferencePlace* place = nullptr;
    KindId target;
    const ReferencePlace* back = nullptr;  // null: the target is of the same kind, or nothing leads back
};
// All, by field. Requires: the places outlive them.
std::vector<Link> links_of(const Schema& schema, const std::vector<ReferencePlace>& places);
// `risk.controls to control, back by control.assets`.
std::string name_of(const Schema& schema, const Link& link);

class FolderMaker {
public:
    // Records say what the schema needs of them; `full` ones also what rules ask of their kind and names no other.
    FolderMaker(const Schema& schema, bool full);

    // The folder `folder/` of n records in this shape, with an example of whatever else they name. None where the field
    // cannot have the shape.
    std::optional<MemoryFileSystem> make(const Link& link, FolderShape shape, std::size_t n);
    [[nodiscard]] static bool can_be(const Schema& schema, const Link& link, FolderShape shape);

private:
    struct Begun {
        NewValue record;
        std::set<KindId> named;  // of which it names an example
    };
    // A record of the kind that has the place; null: no matter which place.
    const Begun& begun(KindId kind, const ReferencePlace* place);
    void fill(NewValue& record, KindId kind) const;
    // The documents of all examples that records which begin so name, and that these name in turn.
    std::string examples(std::set<KindId> named);
    // As the place names the record of this kind and id, or a clause of it.
    [[nodiscard]] std::string reference(const ReferencePlace& place, KindId kind, std::string_view id) const;
    std::string record(KindId kind, const std::string& id, const ReferencePlace* place,
                       const std::vector<std::string>& named);

    const Schema& schema_;
    bool full_;
    Vocabulary vocabulary_;
    std::vector<ReferencePlace> places_;
    std::map<std::pair<KindId, const ReferencePlace*>, Begun> begun_;
};

}  // namespace ims
