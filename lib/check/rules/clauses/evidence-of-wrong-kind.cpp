#include <algorithm>

#include "assess/clauses/clauses.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::evidence_of_wrong_kind {
namespace {

// What normally is evidence for these clauses: "supplier, control", "document of type policy".
std::vector<Message> usual(const StandardFacts& standard, std::span<const std::size_t> clauses, Reporter& report) {
    std::vector<std::pair<KindId, Choice>> seen;
    std::vector<Message> out;
    for (const std::size_t index : clauses) {
        const Clause& clause = standard.clauses[index];
        for (const KindId kind : clause.evidence) {
            const FieldView named = clause.entry[fields::standard::clauses.document_type];
            const bool typed = kind == kinds::document && !clause.document_type.empty();
            const Choice type = typed ? named.value().choice() : Choice();
            if (std::ranges::find(seen, std::pair(kind, type)) != seen.end()) continue;
            seen.emplace_back(kind, type);
            out.push_back(typed ? report.say("[[{0} of type ]]{1}", in_words(kind), plain(type))
                                : report.say("{}", in_words(kind)));
        }
    }
    return out;
}

// "policy (document)", "supplier"
Message kind_of(const RecordView& record, const Clause& clause, Reporter& report) {
    const FieldView type = record[fields::document::type];
    const bool typed = record.is(kinds::document) && !clause.document_type.empty() && type.is(ValueType::choice);
    return typed ? report.say("{}[[ (document)]]", plain(type.value().choice()))
                 : report.say("{}", in_words(record.kind()));
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
    auto finding =
        report.at(record, naming.place, "{} {} is named as evidence for [[|clause ]]{} of {}, which is not usual",
                  kind_of(record, clause, report), record, plain(naming.number), plain(standard.title));
    finding.field("clauses").key(std::string(naming.place.text()));
    if (naming.clauses.size() == 1) finding.note(clause.told(report.arena()));
    finding.note("[[usual evidence|usually it is shown by]]: {:all}",
                 listed_by(Joined::by_commas, usual(standard, naming.clauses, report)));
    finding.help(
        "[[name the clause in the record that shows it, and take it out here if this one does not|"
        "name as evidence what does show the clause; if this does not, no longer name it]]");
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
