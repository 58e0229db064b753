// What goes from one to another, which disciplines go along with it, and which of these one side carries alone: for the
// rule, the report and the map.
#pragma once

#include <unordered_map>
#include <vector>

#include "assess/facts/facts.h"
#include "link/graph.h"

namespace ims {

// Who gives or takes: a process in force, a supplier or an interested party. Its sets are parts of what goes along, and
// do not overlap.
struct HandoverSide {
    RecordId who;
    FieldView item;  // as this side writes it; none where only the other does
    // Of a process: a concern of it, its own or of what it needs. Of a supplier: it was evaluated in it, or a risk of
    // it names the supplier. Of an interested party: something of it meets a need.
    DisciplineSet carries;
    DisciplineSet left_out;   // it is said not to apply, and is not carried
    DisciplineSet not_asked;  // nor is it asked for of this type of process
    // … nor any of these, though it is asked for. A process is asked for what goes along with the thing, a supplier for
    // what it handles too, and an interested party for nothing.
    DisciplineSet lacks;
};

struct Handover {
    HandoverSide giver;
    HandoverSide taker;
    RecordId thing;         // the asset or document in force that the item names; none: words, or not known
    DisciplineSet along;    // what is known to go along: of the thing, and of what a supplier handles; empty: not known
    DisciplineSet weighty;  // of these: of a risk about information, a hazard, or a legal duty, of the thing
    // What the other side carries and this one does not, though it is asked for. A reason why it does not apply counts
    // where whoever wrote it wrote down the item too; else it was written without knowing what comes.
    DisciplineSet dropped_by_giver;
    DisciplineSet dropped_by_taker;
    [[nodiscard]] DisciplineSet dropped() const { return dropped_by_giver | dropped_by_taker; }
    [[nodiscard]] DisciplineSet dropped_by(const HandoverSide& side) const {
        return &side == &giver ? dropped_by_giver : dropped_by_taker;
    }
    // One side or both are asked for it, and neither carries it or says why not.
    [[nodiscard]] DisciplineSet carried_by_none() const;
};

// What goes along with an asset or document.
struct GoesAlong {
    std::vector<RecordId> records;  // active risks, obligations that apply, and controls; each once
    DisciplineSet disciplines;      // of these
    DisciplineSet weighty;          // see Handover
};

struct Handovers {
    std::vector<Handover> all;  // each once, though both sides may write it; by giver, then by taker
    std::unordered_map<RecordId, GoesAlong> along;  // by thing, and by what a supplier handles
    bool certain = true;                            // false: what a side carries may stand in what could not be read
    bool cut = false;  // more give an item than are told for a taker that does not say from whom it comes
};

// A risk about information, a hazard or a legal duty: what must not get lost on the way. `thing`: that it is linked to.
bool weighs_on_the_way(const RecordView& concern, const RecordView& thing);

// Linear in inputs, outputs and what is linked to their items.
Handovers find_handovers(const Graph& graph, const Facts& facts);

}  // namespace ims
