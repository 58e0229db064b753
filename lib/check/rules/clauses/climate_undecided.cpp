#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

bool is_about_climate(const RecordView& issue) {
    return to_lower(trim(issue[fields::issue::topic].text())).starts_with("climate");
}

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::issue)) return;
    for (const RecordId id : context.graph.of_kind(kinds::issue)) {
        if (context.graph[id].active() && is_about_climate(context.graph[id])) return;
    }
    // The standards that ask for it are those with the harmonised clause on context.
    std::vector<std::string_view> asking;
    DisciplineSet disciplines;
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        const bool asks = standard.in_force() && std::ranges::any_of(standard.clauses, [](const Clause& clause) {
                              return clause.harmonised == "hs:4.1" && !clause.annex;
                          });
        if (!asks) continue;
        asking.push_back(standard.title);
        disciplines |= standard.disciplines;
    }
    if (asking.empty()) return;
    const Discipline first = *disciplines.begin();
    auto finding = report.whole(context.settings.disciplines[first.index()].span,
                                "no issue says whether climate change matters here");
    finding.about("", context.settings.names(disciplines));
    finding.note(fmt::format("clause 4.1 asks for it: {}", join_names(asking, Ticks::no)));
    for (const RecordId id : context.graph.of_kind(kinds::issue)) {
        const RecordView issue = context.graph[id];
        if (issue.status() == Status::draft && is_about_climate(issue))
            finding.label(issue.id_span(), "this one is a draft");
    }
    finding.help(
        "add one with `topic: climate`, `origin: external` and, in its description, what it means here or why it "
        "means nothing");
}

}  // namespace

IMS_DEFINE_RULE(climate_undecided) = {
    .check_folder = check,
    .page =
        R"(A standard is followed that asks whether climate change is a relevant issue, and no active issue has the topic
`climate`. One issue is enough for all disciplines. It stands at the first such discipline in ims.yaml.

## Why it matters

Since February 2024 clause 4.1 of the management system standards (an amendment, or in new editions the text itself) wants
the organisation to determine whether climate change is relevant; 4.2 adds that interested parties may have requirements
about it. The answer may be no, but an auditor asks to see that somebody thought about it.

## How to mend it

Add an issue: `topic: climate`, `origin: external`, and in the description what hotter summers, storms, new rules or
customers' wishes mean for your processes, or why they mean nothing. Link what follows under `leads_to`. To go without,
turn the rule off under `check.rules` in ims.yaml, with the reason.
)",
    .bad = R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [iso-9001-2026]}
# file: issues/new-shop.yaml
issue: new-shop
title: A second shop opens in the street
origin: external
topic: competition
disciplines: [quality]
)",
    .good = R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [iso-9001-2026]}
# file: issues/hotter-summers.yaml
issue: hotter-summers
title: Summers get hotter
description: Flowers wilt on the way; the cold room runs at its limit.
origin: external
topic: climate
disciplines: [quality]
)"};

}  // namespace ims
