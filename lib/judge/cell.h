// What a cell of the PDCA matrix says: how a process, or the system as a whole, meets a discipline in the standards'
// own cycle of plan, do, check and act. Each letter is traced to what earns it and what takes it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "diagnostics/finding.h"
#include "judge/finding_list.h"

namespace ims {

inline constexpr std::array<Mark, 4> kMarks = {Mark::plan, Mark::do_it, Mark::check, Mark::act};
std::string_view to_string(Mark mark);  // plan, do, check, act: for programs, and as people call them

enum class CellState : std::uint8_t {
    not_covered,     // the discipline need not address processes of this type, and none of its concerns is there
    not_applicable,  // excluded with a reason
    unaddressed,     // no concern, and no reason why not
    addressed,
};

enum class Letter : std::uint8_t {
    none,     // `·`: none of it is there
    small,    // partly, or a finding of medium or worse is at home
    capital,  // all of it
    nothing,  // `–`: nothing was due yet, or there never was anything to act on
    unknown,  // `?`: what could have taken it was not looked for, or could not be read
};

// What speaks for a letter or against it.
struct Trace {
    enum class Says : std::uint8_t {
        earns,
        takes,
        accepted,   // a finding that an exception accepts: it leaves the letter small
        unjudged,   // a finding that is not told because its rule is off or outside the profile, or what is not known
        elsewhere,  // findings on what the process only needs: they take nothing here
    };
    Says says = Says::earns;
    std::optional<Mark> mark;  // none: it costs no letter, or none here
    RecordId record;           // none where something is missing altogether
    Message what;              // "evaluated on 2026-01-10", or what a finding says; lower case, no full stop
    FindingId finding;         // none: a fact
};

struct Cell {
    CellState state = CellState::unaddressed;
    std::array<Letter, 4> letters = {};  // by Mark; where it is addressed
    // Findings at home here, of those that are told: how many of medium or worse, and the worst of all.
    std::size_t weighty = 0;
    std::optional<Grade> worst;
    bool accepted = false;      // one of medium or worse that is at home is accepted
    std::string reason;         // why it is not applicable
    std::vector<Trace> traces;  // in the order of the marks; only where they were asked for

    [[nodiscard]] Letter letter(Mark mark) const { return letters[static_cast<std::size_t>(mark)]; }
    // Four capitals, or three where there never was anything to act on.
    [[nodiscard]] bool whole() const;
    // It is addressed, and there never was anything to act on.
    [[nodiscard]] bool never_acted() const;
    // `PdCA`, `PD·–`, `n/a`, `—`; a blank where the discipline need not address it.
    [[nodiscard]] std::string text() const;
    // The same for programs, in ASCII: four characters, `.` for none, `-` for nothing, `?` for unknown; `n/a`,
    // `unaddressed`, `not covered`.
    [[nodiscard]] std::string code() const;
};

// "P", "p", "·", "–", "?"
std::string_view to_string(Letter letter, Mark mark);
// "capital", "small", "none", "nothing", "unknown"
std::string_view to_string(Letter letter);

}  // namespace ims
