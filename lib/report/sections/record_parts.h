// The parts of a record's page. Each costs what the record and its links cost, since there is a page for every record.
#pragma once

#include "report/page.h"

namespace ims {

// What is written of the record that the page is about in a word or a line: what it is, who, when.
void add_record_card(Page& page);
// All else that is written of it: maps, longer texts, lists, fields of its own.
void add_record_fields(Page& page);
// What it names and what names it, each link once.
void add_record_links(Page& page);
// What was found, what follows from that, how to mend it and who can; then what was accepted.
void add_record_findings(Page& page);
// What falls due, and what was done last.
void add_record_dates(Page& page);

}  // namespace ims
