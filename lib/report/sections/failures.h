// What falls if one thing fails, in words: for the report and for the pages of records.
#pragma once

#include <vector>

#include "assess/failures/failures.h"
#include "report/page.h"

namespace ims {

// "Driver is away", "Van": what is taken away, as a heading and in a list.
Words taken_away_words(const Page& page, const Failure& failure);
// "at once", "after 2 days"; to programs the time.
Words when_words(const Page& page, Duration after);
TableCell time_cell(const Page& page, std::optional<Duration> time);
// "Deliver flowers stops at once, for want of Van. Back after 4 hours, in time: its limit is passed after 1 day."
Words stopped_words(const Page& page, const Failure& failure, const StoppedProcess& stopped);
// "Back after 4 hours, in time: its limit is passed after 1 day."
Words ending_words(const Page& page, const Failure& failure, const StoppedProcess& stopped);
// Of those that stop, the one that is worst off: prioritised and beyond its limit, or perhaps so, and the soonest.
const StoppedProcess* worst_off(const Page& page, const Failure& failure);
// Processes that are bridged until what they wait for is back, in one sentence; nothing where there are none.
Words bridged_words(const Page& page, const Failure& failure);
// Whether it is back before its limit, in a word or two: "too late".
Words ending_word(const Page& page, const StoppedProcess& stopped);
// Who or what stands in: "Cargo bike for Van"; each once. To programs their names.
TableCell stand_ins_cell(const Page& page, const Failure& failure);
// What nobody does, holds or answers for any more, a line each.
std::vector<Words> left_alone_words(const Page& page, const Failure& failure);
// On the page of an asset, a supplier, a site or a role: what happens without it.
void add_if_it_fails(Page& page);

}  // namespace ims
