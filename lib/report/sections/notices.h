// The clocks of duties to notify somebody of an incident: what the register of incidents and the paper about one show.
#pragma once

#include <span>
#include <vector>

#include "link/graph.h"
#include "report/page.h"

namespace ims {

// Every notice that incidents call for, or that was sent, with its clock. Without a row where there is none.
Table notices_table(const Page& page, std::span<const RecordView> incidents);
// What somebody decided not to tell, whether or not a duty seems to ask for it.
Table not_notifiable_table(const Page& page, std::span<const RecordView> incidents);
// The same of one incident, with the law.
Table notices_table_of(const Page& page, const RecordView& incident);
Table not_notifiable_table_of(const Page& page, const RecordView& incident);
// The duties behind an incident's notices for the authority that gets them: whom, by which law, and when they were
// told.
Table told_table(const Page& page, const RecordView& incident);

}  // namespace ims
