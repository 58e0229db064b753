// Small numbers that stand for a thing in one owner's vector; each kind of number is a type of its own,
// so that a file's number is never taken for a record's.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace ims {

template <class Tag, class Number = std::uint32_t>
struct Id {
    static constexpr Number kNone = std::numeric_limits<Number>::max();
    Number value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(Number number) : value(number) {}
    static constexpr Id from(std::size_t index) { return Id(static_cast<Number>(index)); }

    [[nodiscard]] constexpr bool known() const { return value != kNone; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    constexpr auto operator<=>(const Id&) const = default;
};

using FileId = Id<struct FileTag>;                   // rank of a file among the sorted paths
using NodeId = Id<struct NodeTag>;                   // a node of one file's YamlTree
using RecordId = Id<struct RecordTag>;               // a record of the Graph, in the order of files
using KindId = Id<struct KindTag, std::uint16_t>;    // a kind of the Schema
using Field = Id<struct FieldTag, std::uint16_t>;    // a dotted field path of the Schema, shared by all kinds
using Choice = Id<struct ChoiceTag, std::uint16_t>;  // a word of the Schema's enumerations, shared by all of them
using Discipline = Id<struct DisciplineTag, std::uint8_t>;  // a discipline in force, in the order of ims.yaml

}  // namespace ims

template <class Tag, class Number>
struct std::hash<ims::Id<Tag, Number>> {
    std::size_t operator()(ims::Id<Tag, Number> id) const noexcept { return std::hash<Number>{}(id.value); }
};
