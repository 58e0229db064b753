#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::missing_file {

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    const FieldView location = document[fields::document::location];
    const auto& missing = context.facts.missing_files();
    if (!location) return report.not_asked(document);
    if (missing.find(std::string(location.text())) == missing.end()) return;
    report.at(document, location, fmt::format("there is no file `{}`", shorten(location.text(), 80)))
        .note("a path counts from the folder of ims.yaml; small and capital letters differ")
        .help("correct the path, or add the file; what lies elsewhere needs its full address: `https://…`")
        .field("location");
}

}  // namespace ims::rules::missing_file
