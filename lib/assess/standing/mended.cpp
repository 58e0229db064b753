// What happens once, and is followed up: audits, nonconformities, incidents, changes.
#include "assess/performance/audits.h"
#include "assess/performance/changes.h"
#include "assess/performance/follow_up.h"
#include "assess/performance/nonconformities.h"
#include "assess/standing/standing.h"
#include "schema/fields.h"

namespace ims {
namespace {

using Kind = Standing::Kind;

Message unknown_of_audit(const RecordView& audit) {
    namespace own = fields::audit;
    if (const FieldView done = audit[own::done]) {
        return done.date()
                   ? Message("[[it is said to be done on a day to come|the day on which it was done is in the future]]")
                   : Message("the day on which it was done could not be read");
    }
    return audit.has(own::planned) ? Message("the day for which it is planned could not be read")
                                   : Message("no day is planned");
}

// What is said of the action and its effect and could not be read, or cannot be true yet; nothing where there is none.
Message unknown_of_action(const RecordView& record, Date today) {
    namespace own = fields::nonconformity;
    const FieldView action = record[own::action];
    const FieldView due = action[own::action.due];
    const FieldView done = action[own::action.done];
    const FieldView effect = record[own::effectiveness];
    const FieldView day = effect[own::effectiveness.date];
    if (record[own::grade].invalid()) return "its grade could not be read";
    if (action.invalid() || due.invalid()) return "its action could not be read";
    if (done.invalid()) return "whether its action is done could not be read";
    if (done && *done.date() > today)
        return "[[its action is said to be done on a day to come|the day on which its action was done is in the "
               "future]]";
    if (effect.invalid() || day.invalid() || effect[own::effectiveness.result].invalid())
        return "whether its action worked could not be read";
    if (effect[own::effectiveness.result] && day && *day.date() > today)
        return "[[its effect is said to be checked on a day to come|the day on which its effect was checked is in the "
               "future]]";
    return {};
}

}  // namespace

Standing standing_of_audit(const RecordView& audit, const Facts& facts, Arena& arena) {
    const FieldView done = audit[fields::audit::done];
    switch (audit_state(audit, facts.today())) {
        case AuditState::done: {
            constexpr Message kDone = "done";
            return {Kind::good, kDone, make_message(arena, "{} on {}", kDone, plain(done))};
        }
        case AuditState::outdated: {
            constexpr Message kOutdated = "done too long ago";
            return {Kind::out, kOutdated, make_message(arena, "{}, on {}", kOutdated, plain(done))};
        }
        case AuditState::planned: return {Kind::none, "planned"};
        case AuditState::far_off: return {Kind::none, "planned beyond the[[| audit]] cycle"};
        case AuditState::overdue: return {Kind::bad, "overdue"};
        case AuditState::unknown: break;
    }
    return unjudged(unknown_of_audit(audit));
}

Standing standing_of_nonconformity(const RecordView& record, const Facts& facts, Arena&) {
    namespace own = fields::nonconformity;
    const Date today = facts.today();
    if (record[own::effectiveness][own::effectiveness.result].word() == "ineffective")
        return {Kind::bad, "action had no effect"};
    if (is_action_overdue(record, today)) return {Kind::bad, "action overdue"};
    if (const Message why = unknown_of_action(record, today); !why.empty()) return unjudged(why);
    // Also where somebody looked before the action was done.
    if (effectiveness_due(record, today)) return {Kind::fair, "effect not checked yet"};
    if (!is_open(record)) return {Kind::good, "closed"};
    const FieldView action = record[own::action];
    if (action[own::action.done]) return {Kind::fair, "effect not checked yet"};
    if (action) {
        return action[own::action.due] ? Standing{Kind::fair, "action open"}
                                       : unjudged("no day says when its action is to be done");
    }
    return is_lapse(record) ? Standing{Kind::bad, "no action found"} : Standing{Kind::none, "noted"};
}

Standing standing_of_incident(const RecordView& incident, const Facts&, Arena&) {
    namespace own = fields::incident;
    const LinkedRecords nonconformities = incident.linked(own::nonconformities);
    const LinkedRecords risks = incident.linked(own::risks);
    if (any_active(nonconformities)) return {Kind::good, "taken up as a nonconformity"};
    if (any_active(risks)) return {Kind::good, "linked to a risk"};
    if (!nonconformities.empty() || !risks.empty()) return {Kind::fair, "taken up in a draft"};
    if (incident.has(own::nonconformities) || incident.has(own::risks))
        return unjudged("what it leads to could not be found or read, or is retired");
    if (!incident.lacks(own::nonconformities) || !incident.lacks(own::risks))
        return unjudged("files that could not be read may hold what it leads to");
    return incident.has(own::lessons) ? Standing{Kind::poor, "[[only lessons in words|only lessons noted]]"}
                                      : Standing{Kind::bad, "[[nothing learnt found|no lesson found]]"};
}

Standing standing_of_change(const RecordView& change, const Facts& facts, Arena& arena) {
    namespace own = fields::change;
    const Date today = facts.today();
    const FieldView approved = change[own::approved];
    const FieldView by = approved[own::approved.by];
    const FieldView date = approved[own::approved.date];
    const FieldView effective = change[own::effective];
    if (approved.invalid() || by.invalid() || date.invalid()) return unjudged("its approval could not be read");
    if (by && !by.target().known()) return unjudged("who approved it could not be found");
    if (date && *date.date() > today)
        return unjudged("[[it is to be approved on a day to come|its approval is dated in the future]]");
    if (effective.invalid()) return unjudged("the day from which it is in effect could not be read");
    const bool begun = effective && *effective.date() <= today;
    if (!by || !date) {
        if (begun) {
            return {Kind::bad, approved ? Message("in effect[[, approval not complete| with an incomplete approval]]")
                                        : Message("in effect[[, no approval found| without a known approval]]")};
        }
        return {effective ? Kind::fair : Kind::poor,
                approved ? Message("approval not complete") : Message("no approval found")};
    }
    if (!effective) return unjudged("no day says from when it is in effect");
    if (!begun) return {Kind::none, "approved[[, to come| for a later day]]"};
    const FieldView looked = change[fields::review][fields::review.last];
    if (looked.invalid()) return unjudged("the day of its review could not be read");
    if (looked && *looked.date() > *effective.date() && *looked.date() <= today)
        return {Kind::good, "in effect and followed up"};
    const auto due = follow_up_due(change);
    if (due && *due < today) {
        constexpr Message kWords = "in effect[[, not| but not]] followed up";
        return {Kind::poor, kWords, make_message(arena, "{}, due {}", kWords, *due)};
    }
    return {Kind::none, "in effect"};
}

}  // namespace ims
