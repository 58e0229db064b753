#include <fmt/format.h>

#include "assess/policies.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace own = fields::document;

constexpr std::size_t kNotes = 3;

bool any_invalid(const FieldView& list) {
    for (const FieldView item : list.children()) {
        if (item.invalid()) return true;
    }
    return list.invalid();
}

// Disciplines of which a policy is there, or may be: a word that could not be read is neither there nor missing.
DisciplineSet served(const RecordView& document, const CheckContext& context) {
    const bool may_be_one = document.active() && document[own::type].invalid();
    if (!may_be_one && !is_approved_policy(document)) return {};
    if (any_invalid(document[fields::disciplines])) return context.settings.in_force();
    return context.facts.disciplines(document.record());
}

struct Shortcoming {
    std::string_view what;
    std::string help;
};

// Why a policy that somebody wrote does not count; none where it is no policy, or serves something else.
std::optional<Shortcoming> shortcoming(const RecordView& document, DisciplineSet missed, const CheckContext& context) {
    if (document.retired() || document.word(own::type) != "policy") return std::nullopt;
    const std::string id = visible(document.id());
    const DisciplineSet named = context.facts.disciplines(document.record());
    if (named.empty())
        return Shortcoming{"names no discipline",
                           fmt::format("add to policy `{}` those that it serves: `disciplines: [{}]`", id,
                                       fmt::join(context.settings.names(missed), ", "))};
    if ((named & missed).empty()) return std::nullopt;
    if (!document.active())
        return Shortcoming{"is a draft", fmt::format("finish policy `{}` and delete its `status: draft`", id)};
    return Shortcoming{
        "is not approved",
        fmt::format("let top management approve policy `{}`, and say so: `approved: {{by: ROLE, date: {}}}`", id,
                    to_string(context.today))};
}

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::document)) return;
    DisciplineSet missed = context.settings.in_force();
    const std::span<const RecordId> documents = context.graph.of_kind(kinds::document);
    for (const RecordId id : documents) missed = missed.without(served(context.graph[id], context));
    if (missed.empty()) return;
    const std::vector<std::string> names = context.settings.names(missed);
    auto finding = report.whole(context.settings.disciplines[(*missed.begin()).index()].span,
                                fmt::format("no approved policy serves {}", join_names(names, Ticks::no, 12)));
    finding.about({}, names);
    finding.field("disciplines")
        .help(fmt::format("write a policy, one may serve all: `document: policy`, `type: policy`, `disciplines: [{}]`, "
                          "`approved: {{by: ROLE, date: {}}}`",
                          fmt::join(names, ", "), to_string(context.today)));
    std::size_t found = 0;
    for (const RecordId id : documents) {
        const auto short_of = shortcoming(context.graph[id], missed, context);
        if (!short_of || found == kNotes) continue;
        ++found;
        finding.note(fmt::format("policy `{}` {}", visible(context.graph[id].id()), short_of->what));
        if (found == 1) finding.help(short_of->help);
    }
}

}  // namespace

IMS_DEFINE_RULE(policy_missing) = {
    .check_folder = check,
    .page =
        R"(A discipline in force is served by no approved policy: no active document has `type: policy`, an `approved` block and
this discipline among its `disciplines`. A policy that names no discipline serves none. One finding names all such
disciplines and points at the first in `ims.yaml`. If a file with documents cannot be read, nothing is reported.

## Why it matters

The policy says what the organisation wants, before anybody decides what to do; objectives are measured against it, and
everybody who works there should know it. Clause 5.2 of ISO 9001, 14001, 45001, 27001 and 22301 asks for it as a document.

## How to mend it

Write one page for all disciplines rather than one for each, let top management approve it, and describe it in a record:
`document`, `type: policy`, `disciplines`, `approved` with `by` and `date`, `location` of the text. If it is there already,
add the discipline or the approval. The finding is on no record, so it takes no exception: to accept it, write
`policy-missing: {grade: off, reason: …}` under `check.rules` in `ims.yaml`.
)",
    .bad = R"(# file: roles/owner.yaml
role: owner
title: Shop owner
# file: documents/policy.yaml
document: policy
title: How we do things here
type: policy
disciplines: [quality, information-security]
approved: {by: owner, date: 2026-01-26}
)",
    .good = R"(# file: roles/owner.yaml
role: owner
title: Shop owner
# file: documents/policy.yaml
document: policy
title: How we do things here
type: policy
disciplines: [quality, environment, health-and-safety, information-security, business-continuity]
approved: {by: owner, date: 2026-01-26}
)"};

}  // namespace ims
