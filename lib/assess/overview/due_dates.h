// What falls due when, wherever it is written: what has to be done again, what somebody promised, what ends. The one
// place that knows which dates of a record count, so that the calendar, the registers and the rules mean the same day.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "assess/facts/facts.h"
#include "assess/performance/notices.h"
#include "diagnostics/message.h"

namespace ims {

enum class DueKind : std::uint8_t {
    // Done again and again.
    review,
    evaluation,
    verification,
    measurement,
    exercise,
    maintenance,
    calibration,
    restore_test,
    management_review,
    // Done once.
    audit,
    action,         // an action, decision, treatment or control that was promised
    target,         // an objective's day
    effectiveness,  // whether a corrective action worked
    follow_up,      // whether a change did what it should
    notice,         // a notice of an incident
    // Ends by itself.
    acceptance,
    exception,
    agreement,
    competence,
};
// "review", "check of the effect", "end of the agreement": lower case, without holes.
Message in_words(DueKind kind);

struct DueDate {
    DueKind kind = DueKind::review;
    RecordId record;            // none: a management review was never held
    FieldView place;            // where the day, or what it follows from, is written; none: nowhere
    RecordId owner;             // a role or person; none where nobody is named
    DisciplineSet disciplines;  // none: all alike
    Message what;               // which one, where a record can have several; as somebody wrote it; may be empty
    std::optional<Date> last;   // of what is done again: when it was
    std::optional<Date> due;    // none: no day is set, or it was never done
    RecordId holder;            // of a competence: the person who has it, whom only their own pages name
    RecordId competence;        // likewise which one
    bool never = false;         // has to be done again and again, and no evidence was found that it ever was
    bool overdue = false;       // due before today; what was never done is not dated, so it is not overdue either
};

// The soonest first; then those without a day.
bool sooner(const DueDate& a, const DueDate& b);

// Of all active records, the soonest first. What is settled (an action that is done, a target that was met) is not
// due. `arena`: where what they say is kept.
std::vector<DueDate> due_dates(const Graph& graph, const Facts& facts, std::span<const DutyToNotify> duties,
                               Arena& arena);
// The same of one record, at the cost of that record; of a role also what those who hold it have to renew. `duties`: as
// of `duties_to_notify`, found once for all records.
std::vector<DueDate> due_dates_of(const RecordView& record, const Facts& facts, std::span<const DutyToNotify> duties,
                                  Arena& arena);

}  // namespace ims
