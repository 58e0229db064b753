#include "link/field_index.h"

namespace ims {

void FieldIndex::number_slots(const Schema& schema) {
    for (const KindSpec& kind : schema.kinds()) {
        std::vector<std::uint8_t>& slots = slots_.emplace_back(schema.paths().size(), kNoSlot);
        for (std::size_t place = 0; place < kind.fields.size() && place < kMostSlots; ++place)
            slots[kind.fields[place].field.index()] = static_cast<std::uint8_t>(place);
    }
}

std::uint64_t FieldIndex::written_by(const Record& record, const Value* values) const {
    const std::vector<std::uint8_t>& slots = slots_[record.kind.index()];
    std::uint64_t written = 0;
    for (std::uint32_t place = record.first; place < record.last; place = values[place].next) {
        const std::uint8_t slot = slots[values[place].field.index()];
        if (slot != kNoSlot) written |= std::uint64_t{1} << slot;
    }
    return written;
}

void FieldIndex::fill(const Record& record, const Value* values, std::uint64_t written, std::uint16_t* places) const {
    const std::vector<std::uint8_t>& slots = slots_[record.kind.index()];
    std::uint64_t left = written;
    for (std::uint32_t place = record.first; place < record.last && left != 0; place = values[place].next) {
        const std::uint8_t slot = slots[values[place].field.index()];
        if (slot == kNoSlot) continue;
        const std::uint64_t bit = std::uint64_t{1} << slot;
        if ((left & bit) == 0) continue;  // the first of several counts
        left &= ~bit;
        const std::uint32_t from = place - record.first;
        places[std::popcount(written & (bit - 1))] = from < kFar ? static_cast<std::uint16_t>(from) : kFar;
    }
}

}  // namespace ims
