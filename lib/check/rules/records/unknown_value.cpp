#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims {
namespace {

// The levels of a competence stand in its own record: what reads one record alone cannot know them.
void check_level(const RecordView& record, const FieldView& competence_field, const FieldView& level,
                 Reporter& report) {
    const auto competence = target_of(record.graph(), competence_field);
    if (!competence || !level || level.invalid()) return;
    const FieldView levels = (*competence)[fields::competence::levels];
    if (!levels || levels.invalid() || level_place(*competence, level.text())) return;
    std::vector<std::string_view> names;
    for (const FieldView each : levels.children()) names.push_back(each.text());
    auto finding = report.at(
        record, level,
        fmt::format("`{}` is no level of competence {}", visible(shorten(level.text(), 40)), ticked(*competence)));
    finding.field("competences.level").key(std::string(competence->id())).label(levels.span(), "its levels");
    if (const auto near = nearest(level.text(), names)) {
        finding.help(fmt::format("did you mean `{}`?", visible(*near)));
        finding.fix(
            Fix{fmt::format("write `{}`", visible(*near)), Fix::Safety::unsafe, {{level.span(), std::string(*near)}}});
    } else {
        finding.help(fmt::format("write one of {}", join_names(names, Ticks::yes, 12)));
    }
}

void check(const RecordView& record, const CheckContext&, Reporter& report) {
    namespace role = fields::role;
    namespace person = fields::person;
    for (const FieldView entry : record[fields::competences].children()) {
        if (record.is(kinds::role))
            check_level(record, entry[role::competences.competence], entry[role::competences.level], report);
        else check_level(record, entry[person::competences.competence], entry[person::competences.level], report);
    }
}

}  // namespace

// Words that a field's schema lists are judged where values are read.
IMS_DEFINE_RULE(unknown_value) = {
    .kinds = {kinds::role, kinds::person},
    .check_record = check,
    .page = R"(A field takes a few fixed words, the names of a scale in `ims.yaml`, or the levels of a competence, and
another word stands there.

## Why it matters

Rules and reports tell records apart by these words: a control that is `implemented` instead of `in-place` would count
as one that nobody has put in place. Documented information has to be fit for its use (harmonised clause 7.5.2).

## How to mend it

Write one of the words that the message lists. If a scale lacks a step that you need, add it in `ims.yaml` under `risk`
or `classification`; a level of a competence stands under its `levels`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: controls/van-alarm.yaml
control: van-alarm
title: Alarm in the van
implementation: in-palce
)",
    .good = R"(# file: controls/van-alarm.yaml
control: van-alarm
title: Alarm in the van
implementation: in-place
)"};

}  // namespace ims
