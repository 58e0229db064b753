#include <optional>
#include <unordered_map>
#include <vector>

#include "assess/performance/missed_recovery.h"
#include "assess/recovery/continuity.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::downtime_beyond_rto {
namespace {

constexpr std::size_t kNotes = 4;

// What it raised, and does not settle it.
std::vector<RecordId> raised_by(const RecordView& incident) {
    std::vector<RecordId> raised;
    for (const RecordView each : incident.linked(fields::incident::nonconformities)) {
        if (each.active()) raised.push_back(each.record());
    }
    return raised;
}

// Until when a nonconformity takes up that a process stood still. Once for all incidents: many may stop one process.
class TakenUp {
public:
    bool covers(const RecordView& process, Date day) {
        const auto [place, added] = until_.try_emplace(process.record());
        if (added) place->second = taken_up_until(process);
        return place->second && *place->second >= day;
    }

private:
    std::unordered_map<RecordId, std::optional<Date>> until_;
};

// What was agreed of a process that stood still for longer.
Message told_limits(const RecordView& process, Duration downtime, Reporter& report) {
    namespace its = fields::process;
    const FieldView continuity = process[its::continuity];
    const Duration rto = *continuity[its::continuity.rto].duration();
    const auto mtpd = continuity[its::continuity.mtpd].duration();
    return mtpd && downtime > *mtpd
               ? report.say("the recovery time objective of[[| process]] {} is {}, and more than {} cannot be borne",
                            process, rto, *mtpd)
               : report.say("the recovery time objective of[[| process]] {} is {}", process, rto);
}

// `continuity`: business continuity, where it is in force.
void tell_what_settles_it(FindingBuilder& finding, const RecordView& incident, RecordId process,
                          DisciplineSet continuity) {
    const std::vector<RecordId> raised = raised_by(incident);
    if (!raised.empty() && continuity.empty())
        finding.note(
            "what it raised ({}) does not settle that: a nonconformity has to name the process, and to be open or "
            "found effective since",
            raised);
    if (!raised.empty() && !continuity.empty())
        finding.note(
            "what it raised ({}) does not settle that: a nonconformity has to name the process and {}, and to be open "
            "or found effective since",
            raised, *continuity.begin());
    Arena& arena = finding.arena();
    const Message which =
        continuity.empty()
            ? make_message(arena, "[[with `raised_by: {0}`, `processes: [{1}]` and|about process {1} with]] an action",
                           bare(incident), plain(process))
            : make_message(arena,
                           "[[with `raised_by: {0}`, `processes: [{1}]`, `disciplines: [{2}]` and|about process {1} "
                           "and {2} with]] an action",
                           bare(incident), plain(process), *continuity.begin());
    finding.help(
        "see what took so long, and mend the plan or what it rests on: [[|raise ]]a nonconformity {}, and look "
        "afterwards whether it was effective; if the time did no harm, agree on a longer [[`rto`|recovery time "
        "objective]]",
        which);
}

void check_incident(const RecordView& incident, TakenUp& taken_up, const CheckContext& context, Reporter& report) {
    namespace its = fields::process;
    const FieldView stated = incident[fields::incident::downtime];
    const auto downtime = stated.duration();
    const auto day = incident[fields::incident::date].date();
    if (!downtime || !day) return;
    std::vector<RecordId> late;
    for (const RecordView process : incident.linked(fields::incident::processes)) {
        const auto rto = process[its::continuity][its::continuity.rto].duration();
        if (!process.active() || !rto || *downtime <= *rto || taken_up.covers(process, *day)) continue;
        late.push_back(process.record());
    }
    if (late.empty()) return;
    auto finding = report.at(
        incident, stated, "in incident {0}[[|,]] {1:process|the processes} {1} stood still for {2}, longer than agreed",
        incident, late, *downtime);
    const FieldView first = context.graph[late.front()][its::continuity][its::continuity.rto];
    finding.field("downtime").label(first.span(), "what was agreed");
    // What makes one of them slow tells nothing of the others.
    finding.because(late.size() == 1 ? late.front() : incident.record());
    const DisciplineSet continuity = continuity_only(context.settings);
    const DisciplineSet about = continuity.empty() ? context.facts.disciplines(incident.record()) : continuity;
    for (const RecordId process : late) finding.cell(process, about);
    for (std::size_t index = 0; index < late.size() && index < kNotes; ++index)
        finding.note(told_limits(context.graph[late[index]], *downtime, report));
    if (late.size() > kNotes) finding.note("{} more like these", late.size() - kNotes);
    tell_what_settles_it(finding, incident, late.front(), continuity);
}

}  // namespace

void check(const CheckContext& context, Reporter& report) {
    if (context.graph.may_be_unread(kinds::nonconformity)) return;
    TakenUp taken_up;
    for (const RecordId id : context.graph.of_kind(kinds::incident)) {
        const RecordView incident = context.graph[id];
        if (incident.active()) check_incident(incident, taken_up, context, report);
    }
}

}  // namespace ims::rules::downtime_beyond_rto
