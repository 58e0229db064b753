#include <algorithm>

#include <fmt/format.h>

#include "check/rule.h"
#include "schema/fields.h"

namespace ims {

static void check(const RecordView& risk, const CheckContext& context, Reporter& report) {
    namespace own = fields::risk;
    for (const Field field : {own::processes, own::assets, own::sites, own::suppliers}) {
        if (!risk.lacks(field)) return;
    }
    const std::string_view noun_of = noun(context.facts.risk(risk.record()).type);
    report.on(risk, fmt::format("{} `{}` is linked to no process, asset, site or supplier", noun_of, risk.id()))
        .note("so it concerns nobody's work: no process addresses it, and no role is asked about it")
        .help(fmt::format("say where it can happen: `processes: […]`, `assets`, `sites` or `suppliers` here, or "
                          "`risks: [{}]` there",
                          risk.id()));
}

IMS_DEFINE_RULE(risk_without_process) = {
    .kinds = {kinds::risk},
    .check_record = check,
    .page =
        R"(A risk of any type is linked to no process, asset, site or supplier, from neither side. Drafts are looked at too.

## Why it matters

A register that hangs beside the work changes nothing in it. Through its links a risk becomes a concern of processes, of
those who do them and of suppliers, and only so can gaps between disciplines be seen. Actions to address risks belong
into the processes (clause 6.1 of the management system standards, ISO 9001 4.4.1, ISO 45001 6.1.2.1).

## How to mend it

Name the processes in which it can happen under `processes`. If it hangs on a thing, a place or a provider, name that
under `assets`, `sites` or `suppliers`: it then concerns every process that needs it. The link may be written on the
other side instead (`risks` of the process). To accept the gap, add an entry to `exceptions` of the risk with `rule`,
`reason`, `by` and `until`.
)",
    .bad = R"(# file: roles/owner.yaml
role: owner
title: Shop owner
# file: risks/break-in.yaml
risk: break-in
title: A break-in at night
disciplines: [information-security]
owner: owner
likelihood: unlikely
consequence: moderate
)",
    .good = R"(# file: roles/owner.yaml
role: owner
title: Shop owner
# file: sites/shop.yaml
site: shop
title: The shop
# file: risks/break-in.yaml
risk: break-in
title: A break-in at night
disciplines: [information-security]
sites: [shop]
owner: owner
likelihood: unlikely
consequence: moderate
)"};

}  // namespace ims
