// A record that takes no part any more: what is written to say so, and what becomes of the places that name it.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/result.h"
#include "edit/named_places.h"
#include "edit/takeover.h"

namespace ims {

// Why a place goes on to name a retired record; in the order in which people need to know.
enum class Stays : std::uint8_t {
    nobody,    // no other record takes over
    itself,    // the one that takes over would name itself, and a program cannot take it out
    decision,  // who accepted something: nobody can do that for somebody else
    clause,    // clauses of another standard may be numbered otherwise
    past,      // it tells of what was: an incident, an audit that is done, what a document supersedes
    retired,   // of a record that is retired itself
};

struct StayingPlace {
    NamedPlace place;
    Stays why = Stays::nobody;
};

struct Retirement {
    Fix fix;                            // empty: there is nothing to do
    bool retires = false;               // the record was not retired before
    bool says_by_whom = false;          // `replaced_by` is written
    std::vector<NamedPlace> moved;      // name the other record from then on, each place once
    std::vector<NamedPlace> taken_out;  // are taken out: the other record stands there already, or says it itself
    std::vector<StayingPlace> staying;  // each place once
    std::vector<TakenLink> taken_over;  // what the record named by links of two sides: the other record names it too
    std::vector<LeftField> left;        // what it says itself and no other record says
};

// `other`: the record of the same kind that takes over; none: nobody does. An error, which names the place, where the
// record is replaced by a third one, or an alias reads a place that is to change as something else.
// Requires: both could be read and differ, the record stands in the folder.
Result<Retirement> retire(const Analysis& analysis, RecordId record, std::optional<RecordId> other);

}  // namespace ims
