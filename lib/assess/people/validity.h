// Until when what a person is able to do holds: for the rules on what has run out, and on what nobody knows.
#pragma once

#include <optional>
#include <vector>

#include "assess/people/people.h"

namespace ims {

// A competence of a person of which no entry that would do is valid, or of which nobody knows until when it is.
struct Validity {
    RecordId competence;
    std::optional<AskedCompetence> asked;  // none: no role of the person asks for it
    FieldView expired;                     // the entry that ran out last
    FieldView undated;                     // or else one that has to be renewed and names no day
};

// Each competence once, in the order of the person's entries. Where a role asks for it, an entry counts that would do.
std::vector<Validity> lapses_of(const People& people, RecordId person);

}  // namespace ims
