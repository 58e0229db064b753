// Parts of the continuity report: what things need to be back, what is backed up, which plans were tried.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "assess/recovery/recovery.h"
#include "assess/standing/standing.h"
#include "report/page.h"

namespace ims {

// A duration as people wrote it; null for programs where nothing is written.
TableCell as_written(const Page& page, const FieldView& duration, Message otherwise = {});
// When something is back with all that it needs: "24 h"; "not known", or "at least 24 h" where a part is unknown, which
// programs read as null.
TableCell back_after(const Page& page, const EffectiveRecovery& effective);
// "in time", "too late", or that it cannot be judged because of the record `unknown`, and for how long it is bridged.
Standing in_time(const Page& page, bool too_late, RecordId unknown, Message bridged = {});
// The same of one need: "not known, bridged for 3 d".
TableCell back_after(const Page& page, const Dependency& dependency);

// "Taxi, Old taxi (a draft, not counted)": what may stand in for something, and why the rest does not count. Programs
// read the usable ones; `unfit_cell` tells them of the others.
TableCell alternatives_cell(const Page& page, RecordId what, std::span<const Alternative> alternatives);
TableCell unfit_cell(const Page& page, RecordId what, std::span<const Alternative> alternatives);

// How a process fares with all that it needs.
struct Readiness {
    std::vector<Dependency> needs;
    const Dependency* slowest = nullptr;  // the need it waits for longest and cannot bridge; none where all are bridged
    bool too_late = false;
    RecordId unknown;                   // of which, among all that it waits for, nobody knows how soon it is back
    const Dependency* waits = nullptr;  // the need that waits for that; one that nothing bridges, if there is one
    RecordId unreadable;                // a need of which something is written that could not be read
};
Readiness readiness(const Page& page, RecordId process);
// Whether it is back in time for its own recovery time objective.
Standing standing_of(const Page& page, RecordId process, const Readiness& ready);

// Assets, suppliers and sites: how soon they must be back, and how soon they are.
void add_required_recovery(Page& page);
// The way to what each process waits for longest, with the time of each step; and needs that form a circle.
void add_slowest_paths(Page& page, const std::vector<RecordId>& processes);
// What a process waits for, drawn, with the slowest way marked; nothing where it states no need.
void add_recovery_paths(Page& page, RecordId process);
// The same of those that are too late, the first in the order given; the others are drawn on their own pages.
void add_late_paths(Page& page, const std::vector<RecordId>& processes);
// What may stand in for what each process needs, and why the rest does not count.
void add_fallbacks(Page& page, const std::vector<RecordId>& processes);
void add_backups(Page& page);
void add_plans_and_exercises(Page& page);

}  // namespace ims
