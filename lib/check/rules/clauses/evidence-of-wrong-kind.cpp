#include <algorithm>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "base/text.h"
#include "base/words.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::evidence_of_wrong_kind {
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
                             fmt::format("{} {} is named as evidence for {} of {}, which is not usual", what,
                                         ticked(record), visible(naming.number), visible(standard.title)));
    finding.field("clauses").key(std::string(naming.place.text()));
    if (naming.clauses.size() == 1) finding.note(clause.told());
    finding.note(fmt::format("usual evidence: {}", usual(context.graph, standard, naming.clauses)));
    finding.help("name the clause in the record that shows it, and take it out here if this one does not");
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    for (const StandardFacts& standard : context.facts.clauses().standards()) {
        if (!standard.in_force()) continue;
        for (const ClauseNaming& naming : standard.namings) {
            if (naming.as_evidence && context.graph[naming.record].active()) look_at(context, standard, naming, report);
        }
    }
}

}  // namespace ims::rules::evidence_of_wrong_kind
