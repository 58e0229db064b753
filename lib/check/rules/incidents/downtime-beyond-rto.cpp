#include <fmt/format.h>

#include "assess/recovery/continuity.h"
#include "base/text.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::downtime_beyond_rto {

void check(const RecordView& incident, const CheckContext& context, Reporter& report) {
    namespace its = fields::process;
    constexpr std::size_t kNotes = 4;
    const FieldView stated = incident[fields::incident::downtime];
    const auto downtime = stated.duration();
    if (!downtime) return report.not_asked(incident);
    bool asked = false;
    std::vector<RecordId> late;
    std::vector<std::string> notes;
    Span first;
    for (const RecordView process : incident.linked(fields::incident::processes)) {
        const FieldView continuity = process[its::continuity];
        const auto rto = continuity[its::continuity.rto].duration();
        if (!process.active() || !rto) continue;
        asked = true;
        if (*downtime <= *rto) continue;
        if (late.empty()) first = continuity[its::continuity.rto].span();
        late.push_back(process.record());
        const auto mtpd = continuity[its::continuity.mtpd].duration();
        notes.push_back(fmt::format(
            "the recovery time objective of {} is {}{}", ticked(process), to_string(*rto),
            mtpd && *downtime > *mtpd ? fmt::format(", and more than {} cannot be borne", to_string(*mtpd)) : ""));
    }
    if (!asked) return report.not_asked(incident);
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
    finding.help(
        "see what took so long, and mend the plan or what it rests on; if the time did no harm, agree on a longer "
        "`rto`. "
        "Accept the finding once that is done: what happened stays true");
}

}  // namespace ims::rules::downtime_beyond_rto
