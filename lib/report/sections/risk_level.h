// How high a risk stands, and what keeps its residual rating from counting, as tables say it.
#pragma once

#include "report/page.h"

namespace ims {

// "high", "at least high", "cannot be judged"; `unrated` where nothing is known of it.
Words level_words(const Page& page, const RiskFacts& risk, Message unrated = "not rated");
// The same in a cell: null to programs where the level is not known, and with why it cannot be judged.
TableCell level_cell(const Page& page, const RiskFacts& risk);
// Why its residual rating does not count, or why nobody can tell how high it stands: "Gates is planned; Hardness test
// leans on Hardness tester, whose calibration was due on 2026-03-01"; nothing where its controls hold it.
Words why_not_held(const Page& page, const RiskFacts& risk);
// Of a risk that is rated: which of its ratings counts, and why no lower one does. Nothing of another record.
void add_risk_level(Page& page, const RecordView& record);

}  // namespace ims
