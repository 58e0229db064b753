// In what two records differ that have the same id: fields at their top, whatever their layout.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "model/records.h"

namespace ims {

struct RecordDifferences {
    std::vector<std::string_view> fields;  // that say something else, or only in one of the two; views of their bytes
    std::size_t alike = 0;                 // how many fields say the same
    bool same_title = false;               // neither has one: they do
};

// Fields are compared as they are written: what ims.yaml adds, it adds to both.
RecordDifferences compare(const ReadFile& file, const Record& record, const ReadFile& other_file, const Record& other);

}  // namespace ims
