// What several standards ask for alike, and which records show it for more than one. Clauses are joined by their key in
// ISO's harmonised structure and their theme, never by their numbers: 10.1 is one thing in one standard and another in
// the next. Asked when needed.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "assess/clauses/clauses.h"

namespace ims {

// `hs:9.3` of hs:9.3.1: standards split it differently.
std::string_view rolled_up(std::string_view harmonised);

// What joins a clause with those of other standards: its key, rolled up, and its theme; no key where it belongs to its
// discipline alone. None for headings, controls of an annex and clauses without a theme.
using ClauseTopic = std::pair<std::string_view, std::string_view>;
std::optional<ClauseTopic> topic_of(const Clause& clause);

struct ClauseOf {
    const StandardFacts* standard = nullptr;
    const Clause* clause = nullptr;
    RecordId newest;  // the newest edition of the standard: two editions are not two standards
};

struct SharedTopic {
    // `hs:9.3`, the key without what lies below two numbers; empty where the clauses belong to no common one and only
    // their theme joins them (legal requirements, emergencies).
    std::string_view harmonised;
    std::string_view theme;
    std::vector<ClauseOf> clauses;  // of two standards at least, in the order of standards
    std::vector<RecordId> shared;   // records that are named for two standards at least, in their order
    DisciplineSet concerned;        // those that follow one of the standards
    DisciplineSet served;           // those for whose standard a shared record is named; reuse is served / concerned

    // Records that are named for other standards, another edition of this one aside, and not for this one: evidence
    // that might serve here too.
    [[nodiscard]] std::vector<RecordId> elsewhere(const StandardFacts& standard) const;
};

// Of the standards in force, and of one that is not if it is asked for. In the order of their first clauses.
std::vector<SharedTopic> shared_topics(const ClauseFacts& facts, const StandardFacts* besides = nullptr);

}  // namespace ims
