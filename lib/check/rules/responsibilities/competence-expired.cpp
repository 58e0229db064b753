#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "check/at_home.h"
#include "check/discipline_finding.h"
#include "check/rule.h"
#include "check/words.h"
#include "schema/fields.h"

namespace ims::rules::competence_expired {
namespace {

namespace own = fields::person;

// The person's entry that ran out last, where no entry is valid; none where one is.
const HeldCompetence* last_expired(std::span<const HeldCompetence> held, RecordId competence) {
    const HeldCompetence* last = nullptr;
    const auto until = [](const HeldCompetence& each) { return each.entry[own::competences.valid_until].date(); };
    for (const HeldCompetence& each : held) {
        if (each.competence != competence) continue;
        if (!each.expired) return nullptr;
        if (last == nullptr || until(each) > until(*last)) last = &each;
    }
    return last;
}

// A valid entry without a last day, where no other has one and the competence has to be renewed.
const HeldCompetence* undated(std::span<const HeldCompetence> held, RecordId competence) {
    const HeldCompetence* found = nullptr;
    for (const HeldCompetence& each : held) {
        if (each.competence != competence || each.expired) continue;
        if (!each.undated) return nullptr;
        if (found == nullptr) found = &each;
    }
    return found;
}

}  // namespace

void check(const RecordView& person, const CheckContext& context, Reporter& report) {
    const People& people = context.facts.people();
    const auto held = people.held(person.record());
    if (!people.is_here(person.record()) || held.empty()) return report.not_asked(person);
    const std::vector<AskedCompetence> all_asked = people.asked_of(person.record());
    std::vector<RecordId> seen;
    for (const HeldCompetence& each : held) {
        if (std::ranges::find(seen, each.competence) != seen.end()) continue;
        seen.push_back(each.competence);
        const RecordView competence = context.graph[each.competence];
        const auto asked = std::ranges::find_if(
            all_asked, [&](const AskedCompetence& one) { return one.required.competence == each.competence; });
        const bool needed = asked != all_asked.end();
        // Where a role asks for it, what counts is whether it would do: else competence-gap says what is lacking.
        FieldView expired;
        if (needed) {
            const Match match = people.match(person.record(), asked->required);
            if (match.fit == Fit::expired) expired = match.entry;
        } else if (const HeldCompetence* last = last_expired(held, each.competence)) {
            expired = last->entry;
        }
        const HeldCompetence* open = undated(held, each.competence);
        if (!expired && open == nullptr) continue;
        const FieldView until = expired[own::competences.valid_until];
        const std::string every = visible(competence[fields::competence::renew_every].text());
        const std::vector<Cells> homes =
            needed ? where_asked(person, asked->role, each.competence, context) : std::vector<Cells>();
        const std::string message = expired ? fmt::format("competence {} of {} was valid until {}", ticked(competence),
                                                          ticked(person), to_string(*until.date()))
                                            : fmt::format("nothing says until when competence {} of {} is valid",
                                                          ticked(competence), ticked(person));
        auto finding = discipline_finding(person, context.facts.disciplines(each.competence), report,
                                          (expired ? until : open->entry[own::competences.competence]).span(), message,
                                          needed ? std::nullopt : std::optional(Grade::low), homes);
        if (!finding) continue;
        finding->field("competences").key(std::string(competence.id()));
        if (!expired) finding->note(fmt::format("it has to be renewed every {}", every));
        finding->note(needed ? fmt::format("role {} asks for it", ticked(context.graph[asked->role]))
                             : "no role of this person asks for it");
        finding->help(expired
                          ? "renew it and write the new `valid_until`, or take the entry out if it is no longer wanted"
                          : "write the day as `valid_until`, from the last renewal on");
    }
}

}  // namespace ims::rules::competence_expired
