#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& record, const CheckContext& context, Reporter& report) {
    for (const FieldView entry : record[fields::not_applicable].children()) {
        // A discipline that is not in force is reported as such.
        if (entry.invalid() || !context.settings.find(entry.key()) || !trim(entry.text()).empty()) continue;
        report
            .at(record, entry.key_span(),
                fmt::format("{} `{}` excludes {} without a reason", record.kind_name(), record.id(), entry.key()))
            .field("not_applicable")
            .key(std::string(entry.key()))
            .help(fmt::format("say why in a sentence: `{}: …`, or take the line out", entry.key()));
    }
}

IMS_DEFINE_RULE(unexplained_exclusion) = {.kinds = {kinds::process, kinds::role, kinds::supplier},
                                          .check_record = check,
                                          .page = R"(`not_applicable` names a discipline and gives no reason.

## Why it matters

An exclusion without a reason cannot be told from a gap, so nothing that rests on it can be trusted. Exclusions have to
be justified (ISO 9001 4.3, ISO/IEC 27001 6.1.3, ISO 22301 4.3.2), and next year nobody will remember.

## How to mend it

Write the reason behind the discipline, as you would say it to an auditor. If there is none, take the line out; then the
discipline is asked for. Being an error, this finding cannot be accepted.
)",
                                          .bad = R"(process: print-cards
title: Print greeting cards
not_applicable:
  environment:
)",
                                          .good = R"(process: print-cards
title: Print greeting cards
not_applicable:
  environment: recycled paper, and the ink is collected by its maker
)"};

}  // namespace ims
