#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses.h"
#include "base/text.h"
#include "base/words.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims {
namespace {

// What normally is evidence for these clauses: "supplier, control", "document of type policy".
std::string usual(const Graph& graph, const StandardFacts& standard, std::span<const std::size_t> clauses) {
    std::vector<std::string> out;
    for (const std::size_t index : clauses) {
        const Clause& clause = standard.clauses[index];
        for (const KindId kind : clause.evidence) {
            std::string name = in_words(graph.schema()[kind].name);
            if (kind == kinds::document && !clause.document_type.empty())
                name += fmt::format(" of type {}", clause.document_type);
            if (std::ranges::find(out, name) == out.end()) out.push_back(std::move(name));
        }
    }
    return fmt::format("{}", fmt::join(out, ", "));
}

void look_at(const CheckContext& context, const StandardFacts& standard, const ClauseNaming& naming, Reporter& report) {
    const RecordView record = context.graph[naming.record];
    bool judged = false;
    for (const std::size_t index : naming.clauses) {
        const Clause& clause = standard.clauses[index];
        if (clause.annex || clause.evidence.empty() || clause.takes(record)) return;
        judged = true;
    }
    if (!judged) return;
    const Clause& clause = standard.clauses[naming.clauses[0]];
    const bool typed = record.is(kinds::document) && !clause.document_type.empty();
    const std::string what =
        typed ? fmt::format("{} (document)", record.word(fields::document::type)) : in_words(record.kind_name());
    auto finding = report.at(record, naming.place,
                             fmt::format("{} `{}` is named as evidence for {} of {}, which is not usual", what,
                                         visible(record.id()), visible(naming.number), visible(standard.title)));
    finding.field("clauses").key(std::string(naming.place.text()));
    if (naming.clauses.size() == 1) finding.note(clause.told());
    finding.note(fmt::format("usual evidence: {}", usual(context.graph, standard, naming.clauses)));
    finding.help("name the clause in the record that shows it, and take it out here if this one does not");
}

void check(const CheckContext& context, Reporter& report) {
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force()) continue;
        for (const ClauseNaming& naming : standard.namings) {
            if (naming.as_evidence) look_at(context, standard, naming, report);
        }
    }
}

}  // namespace

IMS_DEFINE_RULE(evidence_of_wrong_kind) = {
    .check_folder = check,
    .page =
        R"(A record says under `clauses` that it is evidence for a clause of a standard in force, and the catalogue of the standard
does not list its kind (or a document's type) among those that normally are: an asset for the policy, a procedure where a
policy is asked for. A record that names a heading, such as 8.4, is reported only if its kind fits none of the clauses
below it. It counts as evidence all the same. Controls of an annex are not looked at.

## Why it matters

Mostly the number is wrong, or the clause was named in a neighbouring record. An auditor who follows it (ISO 19011: audit
evidence must be verifiable) finds something that does not answer the question.

## How to mend it

Name the clause in the record that shows it; `ims report clauses STANDARD` tells what each clause asks for and which kinds
usually show it. If the record does show it in your organisation, accept the finding with an entry in `exceptions` of the
record; the catalogue says what is usual, not what is right.
)",
    .bad = R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [iso-9001-2026]}
# file: assets/till.yaml
asset: till
title: Till
clauses: [iso-9001-2026:5.2.1]
)",
    .good = R"(# file: ims.yaml
organisation: Example
disciplines:
  quality: {standards: [iso-9001-2026]}
# file: assets/till.yaml
asset: till
title: Till
clauses: [iso-9001-2026:7.1.3]
)"};

}  // namespace ims
