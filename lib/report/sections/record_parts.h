// The parts of a record's page. Each costs what the record and its links cost, since there is a page for every record.
#pragma once

#include <memory>

#include "report/page.h"

namespace ims {

// What is written of the record that the page is about. Read once for both parts.
class RecordFields {
public:
    explicit RecordFields(Page& page);
    ~RecordFields();
    RecordFields(const RecordFields&) = delete;
    RecordFields& operator=(const RecordFields&) = delete;

    // What says a word or a line: what it is, who, when.
    void add_card();
    // All else: maps, longer texts, lists, fields of its own.
    void add_rest();

private:
    class Parts;
    std::unique_ptr<Parts> parts_;
};
// What it names and what names it, each link once.
void add_record_links(Page& page);
// What was found, what follows from that, how to mend it and who can; then what was accepted.
void add_record_findings(Page& page);
// What falls due, and what was done last.
void add_record_dates(Page& page);

}  // namespace ims
