// What people have to be able to do, and what they are. Who is able to do what is for the person and whoever leads
// them: the last two say it by name.
#pragma once

#include "report/page.h"

namespace ims {

// With the level, and how often it has to be renewed.
void add_competences_asked_for(Page& page, RecordId role);
// Each who holds the role, with what it asks for.
void add_competences_of_holders(Page& page, RecordId role);
// All that the person whom the page is about is able to do or has to be, with evidence and days.
void add_competences_of_person(Page& page);

}  // namespace ims
