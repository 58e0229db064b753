// Hazards as those read them who are in harm's way: what may happen, and what is done against it, the strongest first.
#pragma once

#include <span>
#include <vector>

#include "report/page.h"

namespace ims {

// Active hazards that a record names or that name it, the highest first; those that nobody rated come first of all.
std::vector<RecordId> hazards_of(const Page& page, const RecordView& record, Field field);
void sort_hazards(const Page& page, std::vector<RecordId>& hazards);
// Assets in force that stand at a site.
std::vector<RecordId> assets_at(const Page& page, RecordId site);
// Active hazards at a site, each list sorted.
struct HazardsAt {
    std::vector<RecordId> own;
    std::vector<RecordId> through;  // of what is done or stands there, as far as they are not its own
};
HazardsAt hazards_at(const Page& page, const RecordView& site);

// That hazards may be missing, where something could not be read.
void add_unread_hazards(Page& page);

// A control as protection: with what keeps it from being relied on, as "(found ineffective on 2026-05-01)".
Words control_words(const Page& page, const RecordView& control);
Words control_list(const Page& page, const LinkedRecords& controls);

// Who may be harmed and how, as far as it is written: cause and effect, else the description.
TableCell harm_cell(const Page& page, const RecordView& hazard);
// What is done against it: controls in the order of the hierarchy, then those of which nobody says where they stand in
// it, plans, then measures in words, which nothing shows to be there.
TableCell measures_cell(const Page& page, const RecordView& hazard);
// "high today; extreme before controls; medium aimed at".
TableCell rating_cell(const Page& page, RecordId hazard);
TableCell conditions_cell(const Page& page, const RecordView& hazard);

// The assessment of some hazards, a row each.
Table hazard_table(const Page& page, std::span<const RecordId> hazards);

}  // namespace ims
