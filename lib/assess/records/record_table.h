// A value for each record that has a number, and one that all others have in common.
#pragma once

#include <utility>
#include <vector>

#include "assess/records/record_index.h"

namespace ims {

template <class Value>
class RecordTable {
public:
    RecordTable() = default;  // the same value for every record
    // `values`: by number.
    RecordTable(RecordIndex index, std::vector<Value> values, Value others)
        : index_(std::move(index)), values_(std::move(values)), others_(std::move(others)) {}

    [[nodiscard]] const Value& operator[](RecordId record) const {
        const auto number = index_.find(record);
        return number ? values_[*number] : others_;
    }

private:
    RecordIndex index_;
    std::vector<Value> values_;
    Value others_{};
};

}  // namespace ims
