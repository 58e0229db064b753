// All that a finding, an exception or a setting needs to know of the rules: names, families, grades, and what follows
// from what. A value, which whoever looks something up is handed. The built-in one is made of the rules' pages.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "diagnostics/finding.h"

namespace ims {

// A fixed rule can neither be regraded nor excepted.
enum class Fixedness : std::uint8_t { open, fixed };

// What a gap may cost, the worst first: gaps of one grade are shown in this order.
enum class Cost : std::uint8_t { people, law, customers, standstill, information, environment, none };
std::string_view to_string(Cost cost);
std::optional<Cost> parse_cost(std::string_view text);

// How editors show what a finding stands on, besides that it is marked: what nothing would miss is greyed, what is over
// or replaced by something newer is struck through.
enum class Faded : std::uint8_t { no, unused, outdated };

// How much of all rules an organisation looks at: each profile at what those before it look at, and at more.
enum class Profile : std::uint8_t { records, described, integrated, full };
std::string_view to_string(Profile profile);
std::optional<Profile> parse_profile(std::string_view text);

// What a finding and the one that explains it have in common: the file; the file, or all other sides of the finding
// stand there; the record, or one of them names it; the field of that record; an item of it; a process; a process and a
// discipline; a discipline; nothing but the folder.
enum class Same : std::uint8_t { file, side, record, field, item, process, cell, discipline, system };

// Findings of a rule that follow from a finding of another.
struct Explanation {
    RuleId rule;              // whose findings follow
    Same on;                  // if this is the same
    std::string_view clause;  // only what concerns this harmonised key or theme of a catalogue; empty: anything
    std::string_view field;   // only where the cause is about this field, or what stands below it; empty: any
};

// The names point to what outlives the book: constants.
struct RuleEntry {
    RuleId id;
    std::string_view name;    // risk-over-appetite
    std::string_view family;  // risks
    Grade grade;              // unless ims.yaml says otherwise
    Fixedness fixedness;
    Message summary;  // what it finds, in a line; a template without holes: `says`
    // Which letter of a cell a finding costs: none, one, or those between which the rule chooses by case.
    std::span<const Mark> marks;
    bool about_system;                            // at home in no process: it concerns the system as a whole
    std::span<const std::string_view> home_only;  // the disciplines in which it is at home; empty: those of the finding
    std::span<const Explanation> explains;
    Cost cost = Cost::none;  // of every gap that it finds; none: it depends on the record and its disciplines
    // What is said once where nearly all records of a kind have the gap ("{1} have no owner"), and the one act that
    // mends it; empty: each is told by itself. Templates: their arguments are the kind, in words, and its plural.
    std::string_view everywhere_says;
    std::string_view everywhere_mend;
    Faded faded = Faded::no;
};

struct RuleFamily {
    std::string_view name;
    std::string_view says;  // what its rules look at
    Profile profile;        // the first that looks at them
};

class RuleBook {
public:
    // Requires: each entry's id is its place.
    RuleBook(std::span<const RuleEntry> entries, std::span<const RuleFamily> families)
        : entries_(entries.begin(), entries.end()), families_(families.begin(), families.end()) {}
    RuleBook() = default;
    static RuleBook built_in();

    // By family, then the more telling first.
    [[nodiscard]] std::span<const RuleEntry> entries() const { return entries_; }
    [[nodiscard]] std::span<const RuleFamily> families() const { return families_; }
    [[nodiscard]] const RuleEntry& operator[](RuleId rule) const;
    [[nodiscard]] std::optional<RuleId> find(std::string_view name) const;
    [[nodiscard]] bool has_family(std::string_view name) const;
    // An error is in every profile.
    [[nodiscard]] bool in_profile(RuleId rule, Profile profile) const;
    // Of rules and families, for "did you mean".
    [[nodiscard]] std::vector<std::string_view> names() const;

private:
    std::vector<RuleEntry> entries_;
    std::vector<RuleFamily> families_;
};

}  // namespace ims
