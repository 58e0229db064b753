// How a risk stands: its level from likelihood and consequence (ISO 31000: analysis), held against the appetite
// (evaluation), with what holds it and what was decided about it (controls, treatment, acceptance).
// What could not be read gets the benefit of the doubt: it never makes a risk stand worse than the records say.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assess/risks/shortfalls.h"
#include "link/graph.h"

namespace ims {

enum class RiskType : std::uint8_t { threat, opportunity, hazard, aspect, unknown };  // unknown: no such word

enum class Acceptance : std::uint8_t { none, valid, expired };

// Where the treatment of a risk stands, by its `due`.
enum class Treatment : std::uint8_t {
    undated,  // no day is set, or nothing but to retain it was decided
    open,     // due today or later
    overdue,  // the day has passed, and nothing shows that it was done
    settled,  // every control is in place and it is not over the appetite, or it was accepted once the day had passed
};

// Which of its ratings a risk's level is taken from.
enum class Basis : std::uint8_t {
    none,      // it is not rated, a rating could not be read, or nobody can tell which one holds
    inherent,  // as it would stand without controls
    current,   // as it stands today, as somebody said
    residual,  // as the treatment aims at, and all its controls hold
};

enum class Condition : std::uint8_t { normal = 1, abnormal = 2, emergency = 4 };

struct RiskFacts {
    RiskType type = RiskType::threat;
    // Steps from 1. Of a consequence by discipline the highest counts. None where not rated, or not readable.
    std::optional<std::uint32_t> likelihood;
    std::optional<std::uint32_t> consequence;
    // What is not written under `current` or `residual` is as it is before controls.
    std::optional<std::uint32_t> current_likelihood;
    std::optional<std::uint32_t> current_consequence;
    std::optional<std::uint32_t> residual_likelihood;
    std::optional<std::uint32_t> residual_consequence;
    std::optional<RiskLevel> inherent;
    std::optional<RiskLevel> current;
    std::optional<RiskLevel> residual;
    // The current level where it is given; else the residual one if controls are linked and none of them falls short;
    // else the inherent one. None where it is not known.
    std::optional<RiskLevel> counting;
    Basis basis = Basis::none;  // where `counting` comes from
    // Nobody can tell whether the residual level is reached: what a control leans on is overdue for upkeep, and nothing
    // else keeps it from counting. Or nobody can tell how high it stands at all: the levels of ims.yaml contradict
    // themselves (`rates`).
    bool unjudged = false;
    std::vector<Shortfall> shortfalls;  // of its controls, the gravest first; whether or not anything is rated
    // The lowest appetite among its disciplines; none for opportunities and aspects, which have no appetite.
    std::optional<RiskLevel> appetite;
    Discipline strictest;          // whose own appetite that is; none where it is the one that holds for all
    bool significant = false;      // an aspect that is said to be
    std::uint8_t conditions = 0;   // a set of Condition
    bool conditions_known = true;  // false: one of them could not be read
    bool controlled = false;       // an active control is linked, in place or not
    bool held = false;             // one of them works by now, at least in part, or may: it is not only planned
    // What holds it now (planned controls do not) is administrative or protective equipment, all of it.
    bool held_low = false;
    Acceptance acceptance = Acceptance::none;
    Treatment treatment = Treatment::undated;

    // "High": the inherent level is over the appetite.
    [[nodiscard]] bool high() const { return inherent && appetite && *inherent > *appetite; }
    // The level that it certainly has: where nobody can tell whether the residual one is reached, it is no lower.
    [[nodiscard]] std::optional<RiskLevel> at_least() const { return unjudged ? residual : counting; }
    [[nodiscard]] bool over_appetite() const { return at_least() && appetite && *at_least() > *appetite; }
    // The treatment aims at another rating than the one before controls, which counts all the same.
    [[nodiscard]] bool misses_aim() const { return residual && basis == Basis::inherent && aims_elsewhere(); }
    [[nodiscard]] bool aims_elsewhere() const {
        return residual_likelihood != likelihood || residual_consequence != consequence;
    }
    // The first of its controls that falls short in this way; null where none does.
    [[nodiscard]] const Shortfall* find(Shortfall::Reason reason) const;
    // Over the appetite, and nobody knowingly retains it.
    [[nodiscard]] bool unaccepted() const { return over_appetite() && acceptance != Acceptance::valid; }
    [[nodiscard]] bool considers(Condition condition) const {
        return (conditions & static_cast<std::uint8_t>(condition)) != 0;
    }
};

// What people call it: "risk" for a threat, else its type.
Message noun(RiskType type);
// Where it stands, in words: "high, over the appetite of medium for quality"; "at least high" where nobody can tell
// more. Requires: over the appetite.
Message standing(const RiskFacts& risk, const Settings& settings, Arena& arena);

// `disciplines`: those that the risk serves.
RiskFacts assess_risk(const RecordView& risk, DisciplineSet disciplines, Date today);

// Under which conditions the hazards, or the aspects, of a process or a site are looked at.
struct Considered {
    bool any = false;     // there is at least one
    bool certain = true;  // false: the conditions of one could not be read
    std::uint8_t conditions = 0;
    void add(const RiskFacts& risk);
    void add(const Considered& other);
    // There are some, and certainly none of them looks at this condition.
    [[nodiscard]] bool lacks(Condition condition) const {
        return any && certain && (conditions & static_cast<std::uint8_t>(condition)) == 0;
    }
};

}  // namespace ims
