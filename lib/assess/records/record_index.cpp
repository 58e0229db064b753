#include "assess/records/record_index.h"

#include <utility>

#include "base/assert.h"

namespace ims {
namespace {

void number(std::vector<std::uint32_t>& numbers, std::span<const RecordId> records) {
    for (std::size_t place = 0; place < records.size(); ++place)
        numbers[records[place].index()] = static_cast<std::uint32_t>(place);
}

}  // namespace

RecordIndex::RecordIndex(std::vector<std::uint32_t> numbers)
    : numbers_(std::make_shared<const std::vector<std::uint32_t>>(std::move(numbers))) {}

RecordIndex::RecordIndex(const Graph& graph, std::span<const RecordId> records) {
    std::vector<std::uint32_t> numbers(graph.size(), kNoNumber);
    number(numbers, records);
    *this = RecordIndex(std::move(numbers));
}

RecordIndex RecordIndex::by_kind(const Graph& graph) {
    std::vector<std::uint32_t> numbers(graph.size(), kNoNumber);
    for (std::size_t kind = 0; kind < graph.schema().kinds().size(); ++kind)
        number(numbers, graph.of_kind(KindId::from(kind)));
    return RecordIndex(std::move(numbers));
}

std::size_t RecordIndex::operator[](RecordId record) const {
    const auto found = find(record);
    IMS_ASSERT(found.has_value(), "a fact was asked of a record that has none");
    return *found;
}

}  // namespace ims
