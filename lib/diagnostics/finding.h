// What is wrong, where, why it matters and what to do: plain data. How it looks is up to lib/output.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/discipline_set.h"
#include "base/record_name.h"
#include "diagnostics/message.h"
#include "diagnostics/operations.h"
#include "diagnostics/rule_id.h"
#include "source/source_map.h"

namespace ims {

class Names;
class RuleBook;

// A related place: `says` what stands there ("the risk", "first written here").
struct Label {
    Span span;
    Message says;
};

// A mending that a program can do: what is to be said, not which bytes say it (edit/render.h). `safe`: it cannot change
// what the author meant. `asks`: it writes no value but a place for one, with what is asked for beside it; the finding
// stays until somebody fills that in, and points there. It is never safe.
struct Fix {
    enum class Safety : std::uint8_t { safe, unsafe };
    Message title;
    Safety safety = Safety::unsafe;
    std::vector<Operation> operations;  // each on a place of its own
    bool asks = false;
};

// The letters of a cell of the PDCA matrix.
enum class Mark : std::uint8_t { plan, do_it, check, act };

// A process, seen by some disciplines: cells of the matrix.
struct Cells {
    RecordId process;
    DisciplineSet disciplines;
};

// What a finding says of a clause of a standard, by the keys that tell it in every standard; either may be empty.
struct ClauseKey {
    std::string harmonised;  // "hs:9.2"
    std::string theme;
};

// Why a finding is not told. What is not told is still judged: a picture made of the rest would say too much.
enum class Silence : std::uint8_t {
    none,      // it is told
    accepted,  // by an exception of its record
    off,       // ims.yaml turns its rule off
    outside,   // its rule is outside the profile of ims.yaml
};

// One of the equal sides of what is told once: a record of a circle, a file of a copied folder. `record`: none where
// the side is no record.
struct Side {
    Span span;
    RecordId record;
};

// The first and the second of two records that are equal sides of one trouble; of more records the first alone, twice.
struct Twins {
    RecordId first;
    RecordId second;
    [[nodiscard]] bool known() const { return first.known(); }
    auto operator<=>(const Twins&) const = default;
};

// What it says stands in the arena of whoever found it, which is kept as long as it is.
struct Finding {
    RuleId rule{};
    Grade grade = Grade::low;
    Span span;
    Message message;             // lower case, no full stop
    std::vector<Message> notes;  // what else was seen, why it matters
    Message help;                // what to do; may be empty
    std::vector<Label> labels;
    std::optional<Fix> fix;
    RecordName record;                     // none where the finding is on none
    std::string field;                     // dotted path of the field, items by name; may be empty
    std::string key;                       // tells findings of one rule on one field apart; no number of a line
    std::vector<std::string> disciplines;  // which it is about, in the order of ims.yaml

    // Trouble with equal sides is seen from any of them. Two records: a finding stands at each, and those of one rule
    // that name the same twins are one trouble. A circle: it is told once, at the first side that was asked for.
    Twins twins;
    std::vector<Side> sides;  // all of them, its own among them, in the order of places; empty: it has one
    Message says_here;        // what its own place is labelled with where it is told at another side

    // For what is concluded from findings (stage judge).
    RecordId on;                     // `record`, where a rule found it; none of what earlier stages find
    DisciplineSet about;             // `disciplines`, of those in force
    std::optional<Mark> mark;        // the letter that it costs, where its rule chooses by case
    std::vector<Cells> cells;        // where it is at home, if the rule knows; else that follows from its record
    std::vector<RecordId> because;   // records but for which it would not have been found
    std::vector<ClauseKey> clauses;  // those of which it found no evidence
    Silence silence = Silence::none;
    std::optional<Date> until;  // of what is accepted: the last day; none: for good
};

// A record, setting or file that cannot be trusted: an error that an earlier stage than `check` finds. The caller adds
// what else it knows.
Finding& add_error(std::vector<Finding>& findings, RuleId rule, Span place, Message message, Message help = {});

// Gives the file that its places stand in: those of a finding that was made when files had no numbers yet.
void place_in(Finding& finding, FileId file);

// What stands at the finding's place, or at `place`, is a slip of the pen for `near`: the help asks whether it was
// meant, the fix writes it there.
void suggest(Finding& finding, std::string_view near, Arena& arena);
void suggest(Finding& finding, std::string_view near, Span place, Arena& arena);
// The scalar or key at `place` is to read `text`.
Fix fix_that_writes(Span place, std::string_view text, Arena& arena);
// The same where a date is due.
Fix fix_that_dates(Span place, std::string_view day, Arena& arena);
// Of `whole`, which the scalar at `place` reads, the part `was` is to read `text`. The title names the whole.
// Requires: `was` is a view of a part of `whole`, and not empty.
Fix fix_of_part(Span place, std::string_view whole, std::string_view was, std::string_view text, Arena& arena);

// Order of every output: path, begin, end, grade (worst first), rule, message for editors. Files are in path order, so
// their numbers stand for their paths. Equal findings (same rule, place and message) become one.
void sort_and_deduplicate(std::vector<Finding>& findings, const RuleBook& rules, const Names& names);

}  // namespace ims
