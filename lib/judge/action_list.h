// What is to be done, each thing once: what was promised somewhere, and what was found and nobody promised to mend yet.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include "assess/overview/open_actions.h"
#include "judge/causes.h"
#include "judge/judged.h"

namespace ims {

struct ListedAction {
    std::optional<OpenAction> promised = {};  // none: nobody promised it yet
    std::vector<RecordId> against = {};       // of a control to be put in place: the risks whose treatment it is
    std::vector<std::size_t> causes = {};     // places among the causes that it mends; none: no gap is known
    Grade grade = Grade::low;                 // the worst of these
    RecordId who = {};                        // none: nobody is named
    [[nodiscard]] std::optional<Date> due() const { return promised ? promised->due : std::nullopt; }
    [[nodiscard]] bool overdue() const { return promised && promised->overdue; }
};

// By who has to do it, whoever has the worst and the most of it first; then what is overdue, by grade, by day. The
// treatment of a risk that is a control still to be put in place is that control. A cause goes with what is promised on
// its own record.
std::vector<ListedAction> list_actions(const Judged& judged, std::span<const Cause> causes);

// What is promised about a finding: on its record; of a risk on its controls too, and on nonconformities that name it.
// The soonest; null: nothing.
const OpenAction* promised_about(std::span<const OpenAction> actions, const Graph& graph, const Finding& finding);

}  // namespace ims
