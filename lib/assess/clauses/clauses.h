// How the clauses of a standard are met: which records are named as evidence, which could be by their kind, and where
// none was found. For every catalogue that was read; findings speak only of those in force. A tool sees records, an
// auditor judges: evidence found is not conformity. Read-only once made.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "link/graph.h"

namespace ims {

enum class ClauseState : std::uint8_t {
    heading,   // asks for nothing itself: its sub-clauses do, and it is not counted
    annex,     // a control, judged by the statement of applicability alone and counted apart
    excluded,  // a statement of applicability says that it does not apply, and why
    named,     // a record says that it is evidence for it; only this counts in percentages
    by_kind,   // no record says so, but there are records of a kind that normally is evidence for it
    unjudged,  // such records are there and name no discipline, or may stand in files that could not be read
    none,      // no evidence found
};

// What a statement of applicability says of a clause or a control.
struct Decision {
    RecordId statement;  // none: undecided
    FieldView entry;     // under `decisions`
    [[nodiscard]] bool made() const { return statement.known(); }
    [[nodiscard]] bool applies() const;
    [[nodiscard]] bool excludes() const;
    // Trimmed; empty where none is given.
    [[nodiscard]] std::string_view reason() const;
};

struct Clause {
    FieldView entry;  // in the catalogue
    std::string_view number;
    std::string_view title;
    std::string_view asks;
    std::string_view harmonised;
    std::string_view theme;
    std::vector<std::string_view> also;
    std::string_view documented;     // document, record, both; empty: not asked for
    std::string_view document_type;  // where a document is the evidence: of this type only; may be empty
    std::string_view edition_change;
    std::string_view check;        // what is not certain about this entry
    std::vector<KindId> evidence;  // kinds that normally are evidence, the main one first
    bool group = false;
    bool extension = false;
    bool annex = false;

    ClauseState state = ClauseState::none;
    std::vector<RecordId> named;    // active records that name it, in their order; of exercises those that were held
    std::size_t by_kind = 0;        // how many active records could be evidence by their kind
    std::size_t undisciplined = 0;  // how many more could, if they named a discipline
    Decision decision;

    [[nodiscard]] bool counts() const { return !group && !annex; }
    // Whether a record of this kind, and type of document, normally is evidence for it.
    [[nodiscard]] bool takes(const RecordView& record) const;
    // "`8.4.1` General: criteria for …", for a line of a message.
    [[nodiscard]] Message told(Arena& arena) const;
};

// A place in a record that names a clause: in `clauses`, in `nonconformity.clause`, or a key under `decisions`.
struct ClauseNaming {
    RecordId record;
    FieldView place;
    std::string_view number;               // as written
    bool as_evidence = false;              // in `clauses`
    std::span<const std::size_t> clauses;  // those that it stands for; empty: the catalogue has none such
};

class StandardFacts {
public:
    StandardFacts() = default;
    StandardFacts(StandardFacts&&) = default;  // namings point into it: it is moved, never copied
    StandardFacts& operator=(StandardFacts&&) = default;

    RecordId record;
    std::string_view id;
    std::string_view title;
    // Where ims.yaml says that a discipline follows it; in its order.
    struct Following {
        Discipline discipline;
        FieldView place;
    };
    std::vector<Following> followed;
    // Whose records can be evidence: of the disciplines that follow it; where none does, of its own, if that is in
    // force.
    DisciplineSet disciplines;
    RecordId next;  // the edition that took over, `replaced_by`; none where there is none that could be read
    bool has_annex = false;
    std::vector<Clause> clauses;          // in the order of the catalogue
    std::vector<ClauseNaming> namings;    // in the order of records; of retired ones none
    std::vector<RecordId> statements;     // active statements of applicability against it
    std::vector<std::string_view> parts;  // its main clauses, in the order of the catalogue

    [[nodiscard]] bool in_force() const { return !followed.empty(); }
    // The namings of one record.
    [[nodiscard]] std::span<const ClauseNaming> namings_of(RecordId naming) const;
    // The clauses that a number stands for. A heading stands for all below it; a lettered item for its clause, and so
    // does a numbered paragraph where the catalogue does not go down to them (`coarse`). Empty: there is none such.
    [[nodiscard]] std::span<const std::size_t> meant(std::string_view number) const;
    // The first clause with exactly this number; null: there is none.
    [[nodiscard]] const Clause* find(std::string_view number) const;
    // The nearest entry of the catalogue, of the number itself or a heading above it, that says whether it may be left
    // out; null: none does.
    [[nodiscard]] const Clause* says_excludable(std::string_view number) const;
    // The numbers of these clauses; where all below a heading are among them, the heading's instead.
    [[nodiscard]] std::vector<std::string_view> condensed(std::span<const std::size_t> clauses) const;
    // `8` of 8.4.1, `A` of A.5.31.
    static std::string_view part_of(std::string_view number) { return number.substr(0, number.find('.')); }

private:
    friend class ClauseAssessor;
    [[nodiscard]] bool is_leaf(std::string_view number) const;
    bool coarse_ = false;
    std::vector<std::size_t> itself_;  // each clause's own place
    std::unordered_map<std::string_view, std::size_t> by_number_;
    std::unordered_map<std::string_view, std::size_t> excludable_;  // of those that say whether they may be left out
    std::unordered_map<std::string_view, std::vector<std::size_t>> below_;  // by a number that is a beginning of theirs
};

class ClauseFacts {
public:
    // Of every catalogue that was read, in the order of records.
    [[nodiscard]] std::span<const StandardFacts> standards() const { return standards_; }
    // Null for a standard that could not be read.
    [[nodiscard]] const StandardFacts* find(RecordId standard) const;
    // The newest edition that followed this one; itself where none did.
    [[nodiscard]] const StandardFacts& newest(const StandardFacts& standard) const;

private:
    friend class ClauseAssessor;
    std::vector<StandardFacts> standards_;
    std::vector<std::size_t> newest_;  // by place in these
};

ClauseFacts assess_clauses(const Graph& graph, const Disciplines& served);

// The records that Clause::by_kind counts, in their order. Looks at all records of those kinds: for one clause, not for
// all.
std::vector<RecordId> evidence_by_kind(const Graph& graph, const Disciplines& served, const StandardFacts& standard,
                                       const Clause& clause);
// Those that Clause::undisciplined counts.
std::vector<RecordId> undisciplined_evidence(const Graph& graph, const Disciplines& served, const Clause& clause);

}  // namespace ims
