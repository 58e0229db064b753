// A finding that people decide to live with: an exception in its record, as an editor writes it.
#pragma once

#include <string>

#include "lsp/judged/asked.h"

namespace ims {

// What people say of it; what is empty is left to fill in, or as it is proposed.
struct AcceptedAs {
    std::string reason;
    std::string by;     // a role, or person/ID; proposed: whoever can mend it
    std::string until;  // YYYY-MM-DD; proposed: a year from today
};

bool may_be_accepted(const JudgedState& judged, const Finding& finding);

// An edit of the workspace; an error where a program had better not write it.
// Requires: it may be accepted, and the documents stand as they were judged.
Result<Json> accept_finding(const Asked& asked, const JudgedState& judged, const Finding& finding,
                            const AcceptedAs& said);

}  // namespace ims
