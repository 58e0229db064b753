// What ims.yaml says: who the organisation is, which disciplines are in force, how risks are rated, how findings are
// graded. Every wrong setting is reported and its default takes its place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "diagnostics/finding.h"
#include "diagnostics/rule_book.h"
#include "schema/field_view.h"
#include "schema/schema.h"
#include "schema/vocabulary.h"

namespace ims {

struct DisciplineInForce {
    std::string name;
    std::vector<std::string> standards;      // ids of catalogues, as written; a discipline may follow none
    std::vector<std::string> process_types;  // which types of process it must address; empty: all
    std::optional<Cost> costs;               // what a gap in it may cost, where ims.yaml says so
    Cost usual_cost = Cost::none;            // what is usual for a well-known discipline of this name
    Span span;                               // its name in ims.yaml
};

// A level of risk by its place in Vocabulary::risk_levels, lowest 0.
using RiskLevel = std::uint8_t;
// More than anybody can tell apart; no setting has more.
inline constexpr std::size_t kMostRiskLevels = 20;

// ISO 31000's risk criteria. Scores are likelihood × consequence unless there is a matrix.
struct RiskCriteria {
    // Both empty where the levels contradict themselves: then nothing can be rated (`rates`).
    std::vector<std::uint32_t> lowest_score;         // by level; empty where there is a matrix
    std::vector<std::vector<RiskLevel>> matrix;      // [likelihood - 1][consequence - 1]
    std::vector<std::optional<RiskLevel>> appetite;  // by discipline: the highest level that may be retained
    std::optional<RiskLevel> general_appetite;

    // Requires: steps on their scales, from 1, and levels or a matrix to rate them by.
    [[nodiscard]] RiskLevel level(std::uint32_t likelihood, std::uint32_t consequence) const;
};

enum class FailOn : std::uint8_t { error, high, medium, low, never };
std::optional<FailOn> parse_fail_on(std::string_view text);

struct RuleSetting {
    std::optional<Grade> grade;  // none: off
    std::string reason;          // may be empty
    Span span;                   // of its key
    bool whole_family = false;
};

struct Settings {
    FileId file;  // ims.yaml; none until it is linked
    std::string organisation;
    std::string scope;
    std::vector<DisciplineInForce> disciplines;
    Vocabulary vocabulary;
    RiskCriteria risk;
    Duration review_every;  // for whatever gives no interval of its own
    Duration review_soon;
    bool review_history = false;  // compare with git
    Duration audit_cycle;
    std::vector<std::string> ignore;
    std::optional<FailOn> fail_on;
    std::optional<Span> strict_baseline;  // what asks to report lines of the baseline that hold nothing; none: nothing
    Profile profile = Profile::full;      // how much is looked at
    std::map<RuleId, RuleSetting> rules;
    // Values that a kind's records have unless they say otherwise; views into ims.yaml.
    std::map<KindId, std::vector<Value>> defaults;
    std::vector<Value> values;  // all of ims.yaml, as the record `ims` of the graph

    // Gives ims.yaml its number, which nothing has while it is read, and with it all places here.
    void place_in(FileId number);

    [[nodiscard]] DisciplineSet in_force() const { return DisciplineSet::first(disciplines.size()); }
    [[nodiscard]] const std::string& name(Discipline discipline) const {
        return vocabulary.disciplines[discipline.index()];
    }
    [[nodiscard]] std::vector<std::string> names(DisciplineSet set) const;
    // Those in force among the names, or among the keys of a map (`not_applicable`, `effects`).
    [[nodiscard]] DisciplineSet set_of(const std::vector<std::string>& names) const;
    [[nodiscard]] DisciplineSet keys_of(const FieldView& map) const;
    [[nodiscard]] std::optional<Discipline> find(std::string_view name) const {
        return vocabulary.find_discipline(name);
    }
    // What a gap in a discipline may cost, if nothing else is known of the gap; none for most of a user's own.
    [[nodiscard]] Cost cost(Discipline discipline) const {
        const DisciplineInForce& in_force = disciplines[discipline.index()];
        return in_force.costs.value_or(in_force.usual_cost);
    }
    // The grade of a rule here; none where it is turned off.
    [[nodiscard]] std::optional<Grade> grade(const RuleEntry& rule) const;
};

// What is wrong goes to `findings`, and what they say into `arena`. Never fails on what is written; a file that is not
// YAML is the engine's to refuse.
Settings read_settings(const ParsedFile& parsed, const Schema& schema, const RuleBook& rules,
                       std::vector<Finding>& findings, Arena& arena);

// Only `ignore`, which must be known before files are looked for.
std::vector<std::string> read_ignore(const ParsedFile& parsed);

}  // namespace ims
