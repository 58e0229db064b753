// Notices of incidents: which ones duties ask for, and how the clock of each stands. Each has its own beginning, so one
// may be late while another has not begun.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "base/date.h"
#include "base/point_in_time.h"
#include "diagnostics/message.h"
#include "link/graph.h"

namespace ims {

// What starts the clock of a notice: that it happened, became known, or was classified.
enum class NoticeStart : std::uint8_t { occurrence, known, classified };

// A notice that an obligation asks for: an entry of `notices`, or `notify_within` as the short form of one.
struct Notice {
    FieldView written;                 // the entry, or `notify_within`
    FieldView within;                  // the time allowed
    std::optional<NoticeStart> start;  // none: it could not be read
    std::string_view what;             // its name among the notices of the obligation; may be empty
    RecordId to;                       // who is told; else whom the obligation comes from; none: nobody is named
    FieldView types;                   // of which incidents; a view of nothing: of those that are grave
};
// In the order in which they are written, the short form first unless `notices` says it too. Those that could not be
// read are left out.
std::vector<Notice> notices_of(const RecordView& obligation);

struct DutyToNotify {
    RecordId obligation;
    DisciplineSet disciplines;
    std::vector<RecordId> places;  // the processes and assets that it binds
    bool everywhere = false;       // it binds whatever an incident struck
    std::vector<Notice> notices;
};

DutyToNotify duty_to_notify(const RecordView& obligation, const Disciplines& disciplines);
// Of active obligations that apply and ask for a notice, in the order of records.
std::vector<DutyToNotify> duties_to_notify(const Graph& graph, const Disciplines& disciplines);

enum class NoticeState : std::uint8_t {
    in_time,         // it went out in time
    late,            // it went out too late
    due,             // its time has not passed
    overdue,         // no notice is recorded, and its time has passed
    not_begun,       // what starts its clock has not happened, as far as is recorded
    not_notifiable,  // closed: somebody decided that no notice is called for
    unknown,         // cannot be judged
};

// The clock of one notice of one incident.
struct NoticeClock {
    RecordId obligation;
    Notice notice;
    FieldView begins_at;                // where the beginning is written; a view of nothing: nowhere
    std::optional<PointInTime> begins;  // none: not begun, or not known
    bool assumed = false;               // nobody says when it became known, so it counts from when it happened
    std::optional<PointInTime> due;
    FieldView sent;    // the entry of `notified` that counts for it; a view of nothing: none
    FieldView closed;  // the entry of `not_notifiable`
    NoticeState state = NoticeState::unknown;
    Message why;                  // of one that has not begun or cannot be judged: "it was not classified"
    bool whole_day = false;       // its beginning is a day alone, and counts as the end of that day
    bool sent_whole_day = false;  // the same of when it went out
};

// Says that it counts for a notice of an obligation, and none of them is called so.
struct StrayNotice {
    RecordId obligation;
    FieldView entry;  // of `notified`
};

struct IncidentNotices {
    // Of what the incident calls for, and of what somebody sent though nothing called for it, which has no due date and
    // is not judged; by duty and then in the order of its notices.
    std::vector<NoticeClock> clocks;
    std::vector<StrayNotice> strays;
};

// An incident calls for the notices of a duty of one of its disciplines that binds a process or asset it struck (or the
// whole of which the process is a part), or that binds everywhere. A breach does so too where only its disciplines, or
// only what it struck, are known. Incidents, breaches and nonconforming outputs do, unless a notice says of which types
// it is; what happened before the duty does not.
// An entry of `notified` counts for the notice that it names; without a name for the first in order that no other entry
// counts for. What is said to have gone out after today does not count. Lateness counts to the minute; whether the time
// has passed by days: due today is not overdue. What was decided before the incident closes nothing, and no
// decision closes what was sent.
IncidentNotices notices_for(const RecordView& incident, std::span<const DutyToNotify> duties,
                            const Disciplines& disciplines, Date today);

}  // namespace ims
