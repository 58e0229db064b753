#include "assess/performance/notices.h"

#include <algorithm>
#include <utility>

#include "assess/concerns/obligations.h"
#include "assess/records/record_set.h"
#include "base/text.h"
#include "schema/fields.h"

namespace ims {
namespace {

namespace its = fields::incident;
namespace duty_field = fields::obligation;

bool is_grave(std::string_view type) {
    return type == "incident" || type == "breach" || type == "nonconforming-output";
}

std::optional<NoticeStart> start_of(const FieldView& from) {
    if (from.invalid()) return std::nullopt;
    if (from.word() == "occurrence") return NoticeStart::occurrence;
    return from.word() == "classified" ? NoticeStart::classified : NoticeStart::known;
}

Notice written_notice(const FieldView& entry, RecordId party) {
    Notice notice{entry,
                  entry[duty_field::notices.within],
                  start_of(entry[duty_field::notices.from]),
                  trim(entry[duty_field::notices.what].text()),
                  party,
                  entry[duty_field::notices.for_]};
    if (const RecordId to = entry[duty_field::notices.to].target(); to.known()) notice.to = to;
    return notice;
}

// Whether incidents of a type are among those that a notice is for; none: that could not be read.
std::optional<bool> is_for(const Notice& notice, std::string_view type) {
    if (!notice.types) return is_grave(type);
    bool certain = !notice.types.invalid();
    for (const FieldView each : notice.types.children()) {
        if (each.invalid()) certain = false;
        else if (each.word() == type) return true;
    }
    if (notice.types.word() == type && !type.empty()) return true;
    return certain ? std::optional(false) : std::nullopt;
}

// What the incident struck: its processes with the wholes they are part of, and its assets.
std::vector<RecordId> struck_by(const RecordView& incident) {
    std::vector<RecordId> struck;
    RecordSet known;
    const auto add = [&](RecordId record) {
        if (!known.insert(record)) return false;
        struck.push_back(record);
        return true;
    };
    for (const RecordView process : incident.linked(its::processes)) {
        for (auto at = std::optional(process); at && add(at->record());)
            at = target_of(incident.graph(), (*at)[fields::process::part_of]);
    }
    for (const RecordView asset : incident.linked(its::assets)) add(asset.record());
    return struck;
}

// Whether the duty is about such an incident, whatever its type.
bool binds(const RecordView& incident, const DutyToNotify& duty, std::span<const RecordId> struck,
           const Disciplines& disciplines) {
    const auto day = incident[its::date].date();
    const auto since = incident.graph()[duty.obligation][duty_field::since].date();
    if (!day || (since && *since > *day)) return false;
    const DisciplineSet named = disciplines[incident.record()];
    if (!named.empty() && (named & duty.disciplines).empty()) return false;
    const bool breach = incident.word(its::type) == "breach";
    const bool shares = duty.everywhere || std::ranges::any_of(struck, [&](RecordId each) {
                            return std::ranges::find(duty.places, each) != duty.places.end();
                        });
    if (shares) return !named.empty() || breach;
    return !named.empty() && breach && (struck.empty() || duty.places.empty());
}

// Where the clock of a notice begins, as the incident says.
void begin(NoticeClock& clock, const RecordView& incident) {
    if (!clock.notice.start) {
        clock.why = "what starts its clock could not be read";
        return;
    }
    const auto count_from = [&](const FieldView& written, Message unread) {
        clock.begins_at = written;
        clock.begins = written.point_in_time();
        if (!clock.begins) clock.why = unread;
    };
    constexpr Message kWhen = "when it happened could not be read";
    switch (*clock.notice.start) {
        case NoticeStart::occurrence: return count_from(incident[its::date], kWhen);
        case NoticeStart::known:
            clock.assumed = !incident.has(its::known);
            if (clock.assumed) return count_from(incident[its::date], kWhen);
            return count_from(incident[its::known], "when it became known could not be read");
        case NoticeStart::classified:
            if (incident.has(its::classified))
                return count_from(incident[its::classified], "when it was classified could not be read");
            clock.state = NoticeState::not_begun;
            clock.why = "no day says when it was classified";
            return;
    }
}

NoticeClock clock_of(const RecordView& incident, const DutyToNotify& duty, const Notice& notice) {
    NoticeClock clock;
    clock.obligation = duty.obligation;
    clock.notice = notice;
    begin(clock, incident);
    const auto within = notice.within.duration();
    if (!within && clock.why.empty()) clock.why = "the time allowed could not be read";
    if (!within || !clock.begins) return clock;
    clock.due = add(*clock.begins, *within);
    // Where whole months are counted, an hour is of no matter.
    clock.whole_day = !clock.begins->minute && within->calendar_months == 0;
    return clock;
}

// Where whole months count, an hour is of no matter: beside a day alone, days are compared.
bool is_later(const PointInTime& sent, const PointInTime& due, Duration within) {
    const bool days = within.calendar_months > 0 && (!sent.minute || !due.minute);
    return days ? sent.day > due.day : minutes_between(due, sent) > 0;
}

// What an entry of `notified` makes of a clock.
void judge_sent(NoticeClock& clock, const FieldView& entry) {
    const auto at = entry[its::notified.at].point_in_time();
    const auto in = entry[its::notified.in].duration();
    const auto within = clock.notice.within.duration();
    const auto say = [&](bool late) { clock.state = late ? NoticeState::late : NoticeState::in_time; };
    const bool waiting = clock.state == NoticeState::not_begun;
    clock.sent = entry;
    clock.state = NoticeState::unknown;
    clock.sent_whole_day = at && !at->minute && within && within->calendar_months == 0;
    if (!at && !in) {
        clock.why = entry[its::notified.at] || entry[its::notified.in] ? Message("when it went out could not be read")
                                                                       : Message("nobody says when it went out");
        return;
    }
    if (!within) {
        clock.why = "the time allowed could not be read";
    } else if (clock.due) {
        say(is_later(at ? *at : add(*clock.begins, *in), *clock.due, *within));
    } else if (!at) {
        say(*in > *within);  // it counts from the beginning, whenever that was
    } else if (waiting) {
        clock.why = "it went out, and no day says when the incident was classified";
    }
    if (clock.state != NoticeState::unknown) clock.why = {};
}

void judge_unsent(NoticeClock& clock, bool may_be_sent, Date today) {
    if (clock.state == NoticeState::not_begun) return;
    if (may_be_sent) {
        clock.why = "a notice is recorded, and what it was given under could not be read";
    } else if (clock.due) {
        clock.state = clock.due->day < today ? NoticeState::overdue : NoticeState::due;
    }
}

// What somebody sent though nothing shows that it was called for: no time ran for it.
NoticeClock sent_anyway(const DutyToNotify& duty, const Notice& notice, const FieldView& entry) {
    NoticeClock clock;
    clock.obligation = duty.obligation;
    clock.notice = notice;
    clock.sent = entry;
    clock.why = "nothing shows that the duty asks for it";
    return clock;
}

// How good it is to have sent a notice like this: the first of several counts.
int merit(NoticeState state) {
    if (state == NoticeState::in_time) return 2;
    return state == NoticeState::late ? 1 : 0;
}

class IncidentReader {
public:
    IncidentReader(const RecordView& incident, const Disciplines& disciplines, Date today)
        : incident_(incident), disciplines_(disciplines), today_(today), struck_(struck_by(incident)) {
        const FieldView notified = incident[its::notified];
        lost_ = notified.invalid();
        for (const FieldView entry : notified.children()) {
            // One whose duty could not be found may be meant for any.
            if (!entry[its::notified.obligation].target().known()) lost_ = true;
        }
    }

    void read(const DutyToNotify& duty, IncidentNotices& out) const {
        const bool bound = binds(incident_, duty, struck_, disciplines_);
        const std::vector<FieldView> entries = entries_under(duty.obligation);
        if (!bound && entries.empty()) return;
        std::vector<std::optional<bool>> asked;  // by notice; none: it could not be read
        for (const Notice& notice : duty.notices) {
            const auto meant = is_for(notice, incident_.word(its::type));
            asked.push_back(bound ? meant : std::optional(false));
        }
        std::vector<std::vector<FieldView>> sent(duty.notices.size());
        assign(duty, entries, asked, sent, out);
        const FieldView closed = closed_by(duty.obligation);
        for (std::size_t index = 0; index < duty.notices.size(); ++index) {
            if (asked[index] == false) {
                for (const FieldView& entry : sent[index])
                    out.clocks.push_back(sent_anyway(duty, duty.notices[index], entry));
                continue;
            }
            NoticeClock clock = judged(clock_of(incident_, duty, duty.notices[index]), sent[index]);
            if (!asked[index] && sent[index].empty()) {
                clock.state = NoticeState::unknown;
                clock.why = "for which incidents it is could not be read";
            }
            // What went out all the same is judged: a decision does not undo it.
            if (closed && !clock.sent) {
                clock.closed = closed;
                clock.state = NoticeState::not_notifiable;
            }
            out.clocks.push_back(std::move(clock));
        }
    }

private:
    std::vector<FieldView> entries_under(RecordId obligation) const {
        std::vector<FieldView> out;
        for (const FieldView entry : incident_[its::notified].children()) {
            const auto at = entry[its::notified.at].date();
            const bool ahead = at && *at > today_;
            if (entry[its::notified.obligation].target() == obligation && !ahead) out.push_back(entry);
        }
        return out;
    }

    FieldView closed_by(RecordId obligation) const {
        for (const FieldView entry : incident_[its::not_notifiable].children()) {
            // Before it happened nobody could decide of it.
            const auto decided = entry[its::not_notifiable.date].date();
            const auto happened = incident_[its::date].date();
            if (decided && happened && *decided < *happened) continue;
            if (entry[its::not_notifiable.obligation].target() == obligation) return entry;
        }
        return {};
    }

    // Which entries count for which notices: first those that name one, then the others in their order.
    static void assign(const DutyToNotify& duty, std::span<const FieldView> entries,
                       std::span<const std::optional<bool>> asked, std::vector<std::vector<FieldView>>& sent,
                       IncidentNotices& out) {
        for (const FieldView& entry : entries) {
            const FieldView name = entry[its::notified.notice];
            if (!name) continue;
            std::optional<std::size_t> found;
            for (std::size_t index = 0; index < duty.notices.size(); ++index) {
                const bool same = !duty.notices[index].what.empty() &&
                                  to_lower(duty.notices[index].what) == to_lower(trim(name.text()));
                if (same && (!found || (!sent[*found].empty() && sent[index].empty()))) found = index;
            }
            if (found) sent[*found].push_back(entry);
            else out.strays.push_back({duty.obligation, entry});
        }
        const bool none_asked = std::ranges::all_of(asked, [](const auto& each) { return each == false; });
        for (const FieldView& entry : entries) {
            if (entry[its::notified.notice]) continue;
            std::optional<std::size_t> place;
            for (std::size_t index = 0; index < duty.notices.size() && !place; ++index) {
                if (sent[index].empty() && (none_asked || asked[index] != false)) place = index;
            }
            // Where nothing is asked, there is no order to keep, and all that was sent is shown.
            if (!place && none_asked && !sent.empty()) place = sent.size() - 1;
            if (place) sent[*place].push_back(entry);
        }
    }

    NoticeClock judged(NoticeClock clock, std::span<const FieldView> sent) const {
        if (sent.empty()) {
            judge_unsent(clock, lost_, today_);
            return clock;
        }
        std::optional<NoticeClock> best;
        for (const FieldView& entry : sent) {
            NoticeClock one = clock;
            judge_sent(one, entry);
            if (!best || merit(one.state) > merit(best->state)) best = std::move(one);
        }
        return *std::move(best);
    }

    RecordView incident_;
    const Disciplines& disciplines_;
    Date today_;
    std::vector<RecordId> struck_;
    bool lost_ = false;  // what was recorded, or under which duty, could not be read
};

}  // namespace

std::vector<Notice> notices_of(const RecordView& obligation) {
    std::vector<Notice> notices;
    const RecordId party = obligation[duty_field::from].target();
    for (const FieldView entry : obligation[duty_field::notices].children()) {
        if (entry.is(ValueType::map)) notices.push_back(written_notice(entry, party));
    }
    const FieldView within = obligation[duty_field::notify_within];
    const auto time = within.duration();
    const bool said = std::ranges::any_of(notices, [&](const Notice& each) {
        return each.start == NoticeStart::known && each.within.duration() == time;
    });
    if (time && !said) notices.insert(notices.begin(), Notice{within, within, NoticeStart::known, {}, party, {}});
    return notices;
}

DutyToNotify duty_to_notify(const RecordView& obligation, const Disciplines& disciplines) {
    DutyToNotify duty{
        obligation.record(), disciplines[obligation.record()], {}, is_everywhere(obligation), notices_of(obligation)};
    for (const RecordView each : obligation.linked(duty_field::processes)) duty.places.push_back(each.record());
    for (const RecordView each : obligation.linked(duty_field::assets)) duty.places.push_back(each.record());
    return duty;
}

std::vector<DutyToNotify> duties_to_notify(const Graph& graph, const Disciplines& disciplines) {
    std::vector<DutyToNotify> duties;
    for (const RecordId id : graph.of_kind(kinds::obligation)) {
        const RecordView obligation = graph[id];
        if (!obligation.active() || !applies(obligation)) continue;
        DutyToNotify duty = duty_to_notify(obligation, disciplines);
        if (!duty.notices.empty()) duties.push_back(std::move(duty));
    }
    return duties;
}

IncidentNotices notices_for(const RecordView& incident, std::span<const DutyToNotify> duties,
                            const Disciplines& disciplines, Date today) {
    const IncidentReader reader(incident, disciplines, today);
    IncidentNotices out;
    for (const DutyToNotify& duty : duties) reader.read(duty, out);
    return out;
}

}  // namespace ims
