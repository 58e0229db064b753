// The parts of a record's page. Each costs what the record and its links cost, since there is a page for every record.
#pragma once

#include "report/page.h"

namespace ims {

// All that is written of the record that the page is about, in groups: what it is, who, when, its own maps and lists.
void add_record_fields(Page& page);
// What it names and what names it, each link once.
void add_record_links(Page& page);
// What was found, what follows from that, how to mend it and who can; then what was accepted.
void add_record_findings(Page& page);
// What falls due, and what was done last.
void add_record_dates(Page& page);

}  // namespace ims
