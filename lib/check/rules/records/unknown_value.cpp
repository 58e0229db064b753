#include "check/rule.h"

namespace ims {

const Rule rules::unknown_value = {
    .id = RuleId::unknown_value,
    .page = R"(A field takes a few fixed words, or the names of a scale in `ims.yaml`, and another word stands there.

## Why it matters

Rules and reports tell records apart by these words: a control that is `implemented` instead of `in-place` would count
as one that nobody has put in place. Documented information has to be fit for its use (harmonised clause 7.5.2).

## How to mend it

Write one of the words that the message lists. If a scale lacks a step that you need, add it in `ims.yaml` under `risk`
or `classification`.

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
