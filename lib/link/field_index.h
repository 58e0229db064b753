// Where the fields of each record stand among the values of its file: what is asked most often of all.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/parallel.h"
#include "model/records.h"

namespace ims {

class FieldIndex {
public:
    FieldIndex() = default;
    // `values_of`: those of a record's file.
    template <class ValuesOf>
    FieldIndex(const Schema& schema, std::span<const Record> records, const Jobs& jobs, const ValuesOf& values_of);

    // The place of a field of the record's top level among the values of its file, the first of several; none where it
    // is not written. `values`: those of the file.
    [[nodiscard]] std::optional<std::uint32_t> find(RecordId id, const Record& record, Field field,
                                                    const Value* values) const {
        const std::vector<std::uint8_t>& slots = slots_[record.kind.index()];
        const std::uint8_t slot = field.index() < slots.size() ? slots[field.index()] : kNoSlot;
        if (slot == kNoSlot) return look(record, field, values);
        const std::uint64_t written = written_[id.index()];
        const std::uint64_t bit = std::uint64_t{1} << slot;
        if ((written & bit) == 0) return std::nullopt;
        const auto before = static_cast<std::uint32_t>(std::popcount(written & (bit - 1)));
        const std::uint16_t place = places_[starts_[id.index()] + before];
        return place == kFar ? look(record, field, values) : record.first + place;
    }

private:
    static constexpr std::uint8_t kNoSlot = 0xff;  // no field of the kind, or of one that has very many
    static constexpr std::uint16_t kFar = 0xffff;  // behind more values than a place can count
    static constexpr std::size_t kMostSlots = 64;
    static std::optional<std::uint32_t> look(const Record& record, Field field, const Value* values) {
        for (std::uint32_t place = record.first; place < record.last; place = values[place].next) {
            if (values[place].field == field) return place;
        }
        return std::nullopt;
    }
    void number_slots(const Schema& schema);
    // Which slots the record writes.
    [[nodiscard]] std::uint64_t written_by(const Record& record, const Value* values) const;
    void fill(const Record& record, const Value* values, std::uint64_t written, std::uint16_t* places) const;

    std::vector<std::vector<std::uint8_t>> slots_;  // by kind, by field: its bit
    std::vector<std::uint64_t> written_;            // by record: the bits of what it writes
    std::vector<std::uint32_t> starts_;             // by record: where its places begin
    std::vector<std::uint16_t> places_;             // from the record's first value, in the order of slots
};

template <class ValuesOf>
FieldIndex::FieldIndex(const Schema& schema, std::span<const Record> records, const Jobs& jobs,
                       const ValuesOf& values_of) {
    number_slots(schema);
    written_.resize(records.size());
    starts_.resize(records.size());
    parallel_slices(jobs, records.size(), [&](std::size_t index) {
        written_[index] = written_by(records[index], values_of(records[index]));
    });
    std::uint32_t count = 0;
    for (std::size_t index = 0; index < records.size(); ++index) {
        starts_[index] = count;
        count += static_cast<std::uint32_t>(std::popcount(written_[index]));
    }
    places_.resize(count);
    parallel_slices(jobs, records.size(), [&](std::size_t index) {
        fill(records[index], values_of(records[index]), written_[index], places_.data() + starts_[index]);
    });
}

}  // namespace ims
