#include <fmt/format.h>

#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// Fields that are needed only with a certain value of another one. All others are missed where records are read.
void check(const RecordView& record, const CheckContext&, Reporter& report) {
    if (record.is(kinds::risk) && record.word(fields::risk::type) == "aspect" &&
        !record.has(fields::risk::significant)) {
        report.on(record, fmt::format("aspect `{}` does not say whether it is significant", visible(record.id())))
            .help("add `significant: yes` or `significant: no`, and by which `criterion`")
            .field("significant");
    }
    const bool applies = record[fields::obligation::applies].yes().value_or(true);
    if (record.is(kinds::obligation) && !applies && !record.has(fields::obligation::why_not)) {
        report
            .at(record, record[fields::obligation::applies],
                fmt::format("obligation `{}` does not say why it does not apply", visible(record.id())))
            .help("add `why_not: …`")
            .field("why_not");
    }
}

}  // namespace

IMS_DEFINE_RULE(missing_field) = {
    .kinds = {kinds::risk, kinds::obligation},
    .check_record = check,
    .page =
        R"(A field without which the record, or an entry of a list in it, says nothing is missing or empty: a title, what a
supplier provides, the date of an incident. An environmental aspect has to say whether it is significant, and an obligation
that does not apply why it does not.

## Why it matters

These few fields are what makes the record understandable: reports print them and rules count on them. An incident
without a date can be held against no deadline. Documented information has to be identified and described (harmonised
clause 7.5.2).

## How to mend it

Add the field that the message names; the help line says what belongs into it. If you do not know the value, ask the
owner of the record. `status: draft` marks a record as unfinished, but does not make up for a required field.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: suppliers/garage.yaml
supplier: garage
title: Garage in Mill Lane
)",
    .good = R"(# file: suppliers/garage.yaml
supplier: garage
title: Garage in Mill Lane
provides: Maintenance of the van
)"};

}  // namespace ims
