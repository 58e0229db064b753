// What waits for somebody to decide, and for whom: what no desk can mend by itself. Each is a question that can be
// answered in a meeting.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "judge/causes.h"
#include "judge/judged.h"

namespace ims {

enum class DecisionKind : std::uint8_t {
    bear_risk,    // risks over the appetite that nobody accepted: more against them, or who bears them?
    policy,       // disciplines without an approved policy
    lead,         // disciplines that nobody leads
    unmet_law,    // duties of law or permit that are not met
    silo,         // disciplines that one role alone answers for
    unanswered,   // processes in which nobody answers for a discipline that they carry
    review,       // no management review, or the next one is due
    vacancy,      // roles that nobody holds
    supplier,     // suppliers that were rejected and are in use
    equipment,    // assets that failed their maintenance or calibration
    late_action,  // the day of a promised action has passed
    action_without_owner,
    action_without_day,
    cause_without_owner,  // gaps of medium grade or worse that nobody is known to be able to mend
};

struct AskedDecision {
    struct About {
        RecordId record = {};          // none: what was found is on none
        std::string_view what = {};    // of an action, as somebody wrote it; empty: what the record is called says it
        std::optional<Date> day = {};  // by when something is promised about it
        bool overdue = false;
        FindingId finding = {};  // of a gap
    };
    DecisionKind kind = DecisionKind::bear_risk;
    std::vector<About> about = {};  // the most urgent first; none: `disciplines` are what it is about, or the whole
    DisciplineSet disciplines = {};
    std::optional<Date> due = {};    // of the review
    std::vector<RecordId> who = {};  // who decides, each once; none: nobody is named
};

// Those of which there is one, in the order of DecisionKind. `causes`: of what is told.
std::vector<AskedDecision> decisions_asked(const Judged& judged, std::span<const Cause> causes);

}  // namespace ims
