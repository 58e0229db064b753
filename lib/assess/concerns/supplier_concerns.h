// How near concerns come to a supplier: in which disciplines it is asked for an evaluation, and why that weighs more in
// some of them. Its users' own concerns are told by Concerns::concerned_by, which knows what is asked anyway too.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "assess/disciplines/disciplines.h"
#include "link/graph.h"

namespace ims {

class Concerns;

// Disciplines in which a supplier is asked for an evaluation whether or not a process needs it: those of the hazards
// that name it, and of what concerns the information that it handles.
DisciplineSet asked_anyway(const RecordView& supplier, const Disciplines& disciplines);

// A concern that comes nearer to a supplier than by a process that happens to need it.
struct SupplierTie {
    enum class Kind : std::uint8_t {
        on_site,   // a high hazard or risk where it works
        handles,   // a high risk of the information that it handles
        named,     // a concern that names it
        provides,  // … or an asset that it provides
        sees,      // … or information that it handles
    };
    Kind kind;
    RecordId concern;
    RecordId through;  // the site, asset or process that the concern is linked to; none where it names the supplier
    DisciplineSet disciplines;
    // Its people, or what it was trusted with, may come to harm.
    [[nodiscard]] bool grave() const { return kind == Kind::on_site || kind == Kind::handles; }
};

// The grave ones first. `processes`: those that need the supplier; `is_high`: whether a risk is over the appetite
// before controls. Where it works: the sites that it names; where it only says yes, those of these processes, or else
// all. A process passes on its hazards to whoever works there, and its high risks about information to whoever handles
// some. Linear in these processes, sites and assets and their links.
std::vector<SupplierTie> ties_of(const RecordView& supplier, const Disciplines& disciplines,
                                 std::span<const RecordId> processes, const std::function<bool(RecordId)>& is_high);

// The disciplines of what concerns a supplier most nearly; where nothing does, those of the processes that need it.
DisciplineSet nearest_disciplines(const RecordView& supplier, const Disciplines& disciplines, const Concerns& concerns);

}  // namespace ims
