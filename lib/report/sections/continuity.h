// Parts of the continuity report: what things need to be back, what is backed up, which plans were tried.
#pragma once

#include <string>
#include <vector>

#include "report/page.h"

namespace ims {

// A duration as people wrote it; null for programs where nothing is written.
TableCell as_written(const FieldView& duration, std::string_view otherwise = "");
// When something is back with all that it needs: "24 h"; "not known" or "at least 24 h" where a part is unknown.
TableCell back_after(const Page& page, const EffectiveRecovery& effective);
// "in time", "too late", "not known": with its tone.
TableCell judged(bool too_late, bool unknown);

// How a process stands with all that it needs.
struct Standing {
    std::vector<Dependency> needs;
    const Dependency* slowest = nullptr;  // the need it waits for longest and cannot bridge; none where all are bridged
    bool too_late = false;
    bool unknown = false;  // of a need that it waits for nobody knows how soon it is back
};
Standing standing(const Page& page, RecordId process);

// Assets, suppliers and sites: how soon they must be back, and how soon they are.
void add_required_recovery(Page& page);
// The way to what each process waits for longest, with the time of each step; and needs that form a circle.
void add_slowest_paths(Page& page, const std::vector<RecordId>& processes);
void add_backups(Page& page);
void add_plans_and_exercises(Page& page);

}  // namespace ims
