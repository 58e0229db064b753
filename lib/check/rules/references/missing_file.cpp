#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    const FieldView location = document[fields::document::location];
    const auto& missing = context.facts.missing_files();
    if (!location || missing.find(std::string(location.text())) == missing.end()) return;
    report.at(document, location, fmt::format("there is no file `{}`", shorten(location.text(), 80)))
        .note("a path counts from the folder of ims.yaml; small and capital letters differ")
        .help("correct the path, or add the file; what lies elsewhere needs its full address: `https://…`")
        .field("location");
}

}  // namespace

IMS_DEFINE_RULE(missing_file) = {
    .kinds = {kinds::document},
    .check_record = check,
    .page =
        R"(The `location` of a document names a file or folder that is not there. A path counts from the folder of `ims.yaml`; small
and capital letters differ, even where your own computer does not mind. Addresses such as `https://…` are not looked up.

## Why it matters

A policy that nobody can open is no policy: documented information has to be available and suitable for use where and
when it is needed (harmonised clause 7.5.3). An auditor asks to see it, and so does a new colleague.

## How to mend it

Correct the path, or put the file there. Perhaps it was renamed, or never added to version control. If it lives in another
system, give its address with `https://`; if it is a paper in a binder, say so in `description` and leave `location` out.

To accept it, add an entry to `exceptions` of the document: `rule: missing-file`, with `reason`, `by` and `until`. To see
it never, write `missing-file: off` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
location: papers/closing-cheklist.md
# file: papers/closing-checklist.md
Lock the back door, empty the till, water the roses.
)",
    .good = R"(# file: documents/closing-checklist.yaml
document: closing-checklist
title: Closing checklist
type: checklist
location: papers/closing-checklist.md
# file: papers/closing-checklist.md
Lock the back door, empty the till, water the roses.
)"};

}  // namespace ims
