#include <algorithm>

#include "judge/clause_evidence.h"
#include "report/prose.h"
#include "report/sections/cells.h"
#include "report/sections/clauses.h"
#include "schema/fields.h"

namespace ims {
namespace {

constexpr std::size_t kMostEvidence = 4;

Words usual_kinds(const Page& page, const Clause& clause) {
    std::vector<Words> kinds;
    for (const KindId kind : clause.evidence) {
        const bool typed = kind == kinds::document && !clause.document_type.empty();
        kinds.push_back(typed ? page.say("document of type {}",
                                         word_words(page, clause.entry[fields::standard::clauses.document_type]))
                              : page.say("{}", in_words(kind)));
    }
    return listed(kinds);
}

}  // namespace

TableCell record_links(const Page& page, const std::vector<RecordId>& records, std::size_t most) {
    // One more link is shorter than "and 1 more".
    const std::size_t shown = records.size() <= most + 1 ? records.size() : most;
    std::vector<Inline> links;
    std::vector<std::string> names;
    for (const RecordId record : records) {
        if (links.size() < shown) links.push_back(page.titled(record));
        names.push_back(page.graph[record].name().text());
    }
    Words words = listed(links);
    if (shown < records.size()) words = page.say("{} and {} more", words, records.size() - shown);
    return {std::move(words), std::move(names)};
}

Standing standing_of(const Page& page, const Clause& clause) {
    const Judgement& judgement = page.analysis.judgement;
    if (named_evidence(judgement, clause) != NamedEvidence::weak) return standing_of(clause, page.graph, page.arena());
    const Finding& finding = judgement.findings()[*judgement.gravest(clause.named.front())];
    constexpr Message kWords = "named, but weak";
    return {Standing::Kind::poor, kWords,
            make_message(page.arena(), "{}: {}", kWords, rule_in_words(page, finding.rule))};
}

TableCell EvidenceCells::records(const Clause& clause) {
    switch (clause.state) {
        case ClauseState::named: return record_links(page_, clause.named, kMostEvidence);
        case ClauseState::by_kind: {
            TableCell cell = record_links(page_, by_kind(clause), kMostEvidence);
            cell.words = page_.say("could be: {}", cell.words);
            return cell;
        }
        case ClauseState::unjudged: {
            TableCell cell = record_links(page_, undisciplined_evidence(page_.graph, page_.facts.disciplines(), clause),
                                          kMostEvidence);
            if (!cell.words.empty()) cell.words = page_.say("without a discipline: {}", cell.words);
            cell.value = nullptr;
            return cell;
        }
        case ClauseState::none: {
            const Words usual = usual_kinds(page_, clause);
            return {usual.empty() ? Words() : page_.say("[[usual|usually shown by]]: {}", usual),
                    std::vector<std::string>()};
        }
        case ClauseState::excluded: return {read_prose_line(clause.decision.reason()), std::vector<std::string>()};
        case ClauseState::heading:
        case ClauseState::annex: break;
    }
    return {Words(), MachineValue(nullptr)};
}

const std::vector<RecordId>& EvidenceCells::by_kind(const Clause& clause) {
    const auto [place, added] = by_kind_.try_emplace({clause.evidence, clause.document_type});
    if (added) place->second = evidence_by_kind(page_.graph, page_.facts.disciplines(), standard_, clause);
    return place->second;
}

}  // namespace ims
