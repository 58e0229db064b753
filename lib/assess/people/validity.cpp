#include "assess/people/validity.h"

#include "schema/fields.h"

namespace ims {
namespace {

// The entry that ran out last, where no entry is valid; none where one is.
FieldView last_expired(const ByCompetence<HeldCompetence>& held, RecordId competence) {
    FieldView last;
    const auto until = [](const FieldView& entry) { return entry[fields::person::competences.valid_until].date(); };
    for (const HeldCompetence& each : held.of(competence)) {
        if (!each.expired) return {};
        if (!last || until(each.entry) > until(last)) last = each.entry;
    }
    return last;
}

// A valid entry without a last day, where no other has one and the competence has to be renewed.
FieldView first_undated(const ByCompetence<HeldCompetence>& held, RecordId competence) {
    FieldView found;
    for (const HeldCompetence& each : held.of(competence)) {
        if (each.expired) continue;
        if (!each.undated) return {};
        if (!found) found = each.entry;
    }
    return found;
}

}  // namespace

std::vector<Validity> lapses_of(const People& people, RecordId person) {
    std::vector<Validity> out;
    const ByCompetence<HeldCompetence>& held = people.held(person);
    for (const HeldCompetence& each : held) {
        if (held.find(each.competence) != &each) continue;  // told with the first one
        Validity found{each.competence, {}, {}, {}};
        if (const AskedCompetence* asked = people.asked_of(person).find(each.competence)) {
            found.asked = *asked;
            // What counts is whether it would do: else competence-gap says what is lacking.
            const Match match = people.match(person, asked->required);
            if (match.fit == Fit::expired) found.expired = match.entry;
        } else {
            found.expired = last_expired(held, each.competence);
        }
        if (!found.expired) found.undated = first_undated(held, each.competence);
        if (found.expired || found.undated) out.push_back(std::move(found));
    }
    return out;
}

}  // namespace ims
