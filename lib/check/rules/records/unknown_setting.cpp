#include "check/rule.h"

namespace ims {

IMS_DEFINE_RULE(unknown_setting) = {
    .page =
        R"(`ims.yaml` holds something that is no setting, or a setting with a value that it cannot have. The default is used in its
place, and everything else is checked.

## Why it matters

A misspelt setting is no setting: the appetite for risk, the interval of reviews or the grade of a rule is then not the
one that you decided on, and what is reported looks better or worse than it is. Criteria for risks and for evaluation
have to be set (harmonised clauses 6.1 and 9.1; ISO/IEC 27001 6.1.2).

## How to mend it

Do what the help line says; `ims schema ims` describes every setting. What you want to keep in `ims.yaml` for yourself
goes into a key that begins with `x_`.

It cannot be accepted or turned off.
)",
    .bad = R"(# file: ims.yaml
organisation: Petal & Post
disciplines: {quality: {}, environment: {}}
reveiw: {every: 6 months}
)",
    .good = R"(# file: ims.yaml
organisation: Petal & Post
disciplines: {quality: {}, environment: {}}
review: {every: 6 months}
)"};

}  // namespace ims
