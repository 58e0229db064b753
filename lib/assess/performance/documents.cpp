#include "assess/performance/documents.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "schema/fields.h"

namespace ims {

bool needs_approval(const RecordView& document) {
    constexpr std::array<std::string_view, 9> kTypes = {"policy",    "procedure", "instruction",   "form", "template",
                                                        "checklist", "guideline", "specification", "plan"};
    return std::ranges::find(kTypes, document.word(fields::document::type)) != kTypes.end();
}

bool needs_review(const RecordView& document) {
    const std::string_view type = document.word(fields::document::type);
    return type != "record" && type != "report";
}

std::optional<RecordView> successor_of(const RecordView& document) {
    for (const RecordView newer : document.linked(fields::document::superseded_by)) {
        if (newer.active() && newer != document) return newer;
    }
    return std::nullopt;
}

}  // namespace ims
