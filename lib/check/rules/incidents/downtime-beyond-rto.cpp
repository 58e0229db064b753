#include <optional>
#include <unordered_map>

#include <fmt/format.h>

#include "assess/performance/missed_recovery.h"
#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::downtime_beyond_rto {
namespace {

// What it raised, and does not settle it: names for a note.
std::vector<std::string> raised_by(const RecordView& incident) {
    std::vector<std::string> names;
    for (const RecordView each : incident.linked(fields::incident::nonconformities)) {
        if (each.active()) names.emplace_back(each.id());
    }
    return names;
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

void check_incident(const RecordView& incident, TakenUp& taken_up, const CheckContext& context, Reporter& report) {
    namespace its = fields::process;
    constexpr std::size_t kNotes = 4;
    const FieldView stated = incident[fields::incident::downtime];
    const auto downtime = stated.duration();
    const auto day = incident[fields::incident::date].date();
    if (!downtime || !day) return;
    std::vector<RecordId> late;
    std::vector<std::string> notes;
    Span first;
    for (const RecordView process : incident.linked(fields::incident::processes)) {
        const FieldView continuity = process[its::continuity];
        const auto rto = continuity[its::continuity.rto].duration();
        if (!process.active() || !rto || *downtime <= *rto || taken_up.covers(process, *day)) continue;
        if (late.empty()) first = continuity[its::continuity.rto].span();
        late.push_back(process.record());
        const auto mtpd = continuity[its::continuity.mtpd].duration();
        notes.push_back(fmt::format(
            "the recovery time objective of {} is {}{}", ticked(process), to_string(*rto),
            mtpd && *downtime > *mtpd ? fmt::format(", and more than {} cannot be borne", to_string(*mtpd)) : ""));
    }
    if (late.empty()) return;
    auto finding = report.at(incident, stated,
                             fmt::format("in incident {} {} stood still for {}, longer than agreed", ticked(incident),
                                         (late.size() == 1 ? "process " : "the processes ") +
                                             join_names(ids_of(context.graph, late), Ticks::yes),
                                         to_string(*downtime)));
    finding.field("downtime").label(first, "what was agreed");
    // What makes one of them slow tells nothing of the others.
    finding.because(late.size() == 1 ? late.front() : incident.record());
    const DisciplineSet continuity = continuity_only(context.settings);
    const DisciplineSet about = continuity.empty() ? context.facts.disciplines(incident.record()) : continuity;
    for (const RecordId process : late) finding.cell(process, about);
    for (std::size_t index = 0; index < notes.size() && index < kNotes; ++index) finding.note(std::move(notes[index]));
    if (notes.size() > kNotes) finding.note(fmt::format("and {} like these", notes.size() - kNotes));
    if (const std::vector<std::string> raised = raised_by(incident); !raised.empty())
        finding.note(
            fmt::format("what it raised ({}) does not settle that: a nonconformity has to name the process{}, "
                        "and to be open or found effective since",
                        join_names(raised, Ticks::yes),
                        continuity.empty() ? std::string() : " and " + context.settings.names(continuity).front()));
    finding.help(fmt::format(
        "see what took so long, and mend the plan or what it rests on: a nonconformity with `raised_by: incident/{}`, "
        "`processes: [{}]`{} and an action, and look afterwards whether it was effective; if the time did no harm, "
        "agree on a longer `rto`",
        visible(incident.id()), visible(context.graph[late.front()].id()),
        continuity.empty() ? "" : fmt::format(", `disciplines: [{}]`", context.settings.names(continuity).front())));
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
