// What falls if one thing fails: each role's holder, supplier, asset and site in force, taken away in turn.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "assess/facts/facts.h"
#include "assess/failures/fall.h"
#include "assess/failures/hanging.h"
#include "base/date.h"
#include "link/graph.h"

namespace ims {

// How a process that stops fares until what failed is back.
enum class Ending : std::uint8_t {
    bridged,        // what it waits for is back before it stops
    in_time,        // … before it passes its limit
    too_late,       // … only after that
    limit_unknown,  // nobody says how long it may stand still
    open,           // nobody says how soon what failed is back
};

struct StoppedProcess {
    RecordId process;                // in force
    Duration after;                  // how long it works on; 0: it stops at once
    RecordId through;                // what it needs and is gone then; or the role that did its work
    FieldView activity;              // only this one has nobody left to do it; none: all of the process
    std::optional<Duration> limit;   // its MTPD, counted from when it stops; none: not known
    std::optional<Duration> passes;  // when that is over, counted from the failure
    std::optional<Duration> back;    // when what it waits for is back; none: nobody says
    // Where several things are gone: it works again, and stops once more, since a workaround ends before another one of
    // them is back; and when that is back.
    std::optional<Duration> again;
    std::optional<Duration> again_back;
    Ending ending = Ending::open;
    [[nodiscard]] bool interrupted() const { return ending != Ending::bridged; }
};

// What stands in while something is gone.
struct Bridge {
    RecordId for_what;   // a role that is held alone, or a need of which something is gone
    StandIn by;          // who or what stands in
    RecordId user = {};  // of a need: what goes on
};

// What nobody does, holds or answers for any more.
struct LeftAlone {
    std::vector<FieldView> duties;                            // responsibilities of the roles that are empty
    std::vector<std::pair<RecordId, DisciplineSet>> answers;  // by process
    DisciplineSet led;                                        // disciplines whose lead is away
    std::vector<RecordId> plans;                              // all of whose team is away
    std::vector<RecordId> controls;                           // in place, and leaning on an asset that is gone
    std::vector<RecordId> risks;                              // that these controls are to hold
    DisciplineSet disciplines;                                // of all of these
};

// Why nothing can be told of something.
enum class NotTold : std::uint8_t {
    no,
    holders,   // a role: nobody says who or how many hold it
    deputies,  // a role: who stands in could not be read, or is nobody who is known
};

struct Failure {
    RecordId what;                // for roles held by one person alone, the first of them
    std::vector<RecordId> with;   // gone with it: the other roles of that person; what stands at a site
    std::vector<RecordId> empty;  // of the roles, those that nobody holds then and in which nobody stands in
    NotTold not_told = NotTold::no;
    std::size_t others = 0;               // of a role: how many more hold it
    std::vector<StoppedProcess> stopped;  // processes, the soonest first
    std::vector<RecordId> unclear;        // processes of which it cannot be told: something written could not be read
    std::vector<Bridge> bridges;          // what stands in
    LeftAlone alone;
    std::optional<Duration> back;      // of a thing: how soon all of it is back; none: nobody says
    bool needed = false;               // of a thing: something needs it
    bool at_least = false;             // more may stop: the walk was cut
    [[nodiscard]] bool stops() const;  // a process is interrupted
};

// Two things that stop more together than each by itself.
struct FailurePair {
    RecordId first;
    RecordId second;
    std::vector<StoppedProcess> more;  // that neither stops, or not as soon
};

struct Failures {
    // What lets most prioritised processes pass their limit, or of which nobody says whether they do, comes first; then
    // what stops most processes; what stops them soonest; what leaves most without anybody; by title.
    std::vector<Failure> all;
    std::vector<FailurePair>
        pairs;  // likewise; among the kMostPaired worst, and of things with what stands in for them
    std::vector<RecordId> nobody_says;                     // processes of which no record says who does the work
    [[nodiscard]] const Failure* of(RecordId what) const;  // or of whatever is gone as one with it; else null
    std::unordered_map<RecordId, std::size_t> places;
};

inline constexpr std::size_t kMostPaired = 20;

// How many prioritised processes pass their limit before what failed is back, or may do so as far as is said.
std::size_t prioritised_beyond(const Graph& graph, const std::vector<StoppedProcess>& stopped);

// Walks from each thing to what needs it, and no further than about kMostReached records.
Failures find_failures(const Graph& graph, const Facts& facts);

}  // namespace ims
