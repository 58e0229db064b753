// What a new record tells whoever fills it in: what each field is for, and what may stand there in this folder.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/operations.h"
#include "engine/analyze.h"

namespace ims {

class NewComments {
public:
    // `linked`: the records that the new one is linked to; what has to do with them is offered first.
    NewComments(const Analysis& analysis, KindId kind, const std::vector<RecordId>& linked);

    // Behind the entry where the line has room for it; else what it is for stands above. `depth`: how many maps the
    // entry stands in.
    void comment(NewEntry& entry, const FieldSpec& field, std::size_t depth) const;

    // "one of rare, unlikely, possible"; empty where anything may stand there. `most`: of the ids that there are.
    [[nodiscard]] std::string allowed(const FieldSpec& field, std::size_t most) const;

private:
    // What is asked of a value: in which field it stands, and whether that takes a list.
    struct Asked {
        const FieldSpec& field;
        bool list = false;
        std::size_t most = 0;
    };
    [[nodiscard]] std::string one(const Asked& asked, const Shape& shape) const;
    [[nodiscard]] std::string reference(const Asked& asked, const ReferenceSpec& reference) const;
    [[nodiscard]] std::string records(const Asked& asked, std::string_view kind) const;
    void add_catalogues(const Asked& asked, std::vector<std::string_view>& ids) const;
    [[nodiscard]] std::string free_map(const Shape& shape, std::size_t most) const;

    const Analysis& analysis_;
    KindId kind_;
    std::vector<RecordId> near_;  // sorted
};

}  // namespace ims
