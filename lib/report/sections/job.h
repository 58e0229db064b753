// Parts of a job description: of one role, or of all roles of one person. What a role takes over from the roles that it
// includes is part of it, and told as such.
#pragma once

#include <span>
#include <vector>

#include "report/page.h"

namespace ims {

bool is_among(std::span<const RecordId> roles, RecordId role);
// The roles, and those that they take over.
std::vector<RecordId> with_included(const Page& page, std::span<const RecordId> roles);
// Words that hold for one role, behind which it is said, where it could be another one.
Words as_one_of(const Page& page, std::span<const RecordId> roles, RecordId role, Words words);

// Titles of what the roles have to do with, each once.
Words reports_to(const Page& page, std::span<const RecordId> roles);
Words led_by(const Page& page, std::span<const RecordId> roles);
Words stands_in_for(const Page& page, std::span<const RecordId> roles);
// Those who are there; whoever is named and has left stands in for nobody. Nothing where nobody is named.
TableCell deputies_cell(const Page& page, std::span<const RecordId> roles);

// By process, each duty once, even where it is written twice, with the disciplines that it serves; what is only of
// processes that are not in force comes last, as such.
void add_tasks(Page& page, std::span<const RecordId> roles);
// Where they are asked before, or told after, and by whom.
void add_asked_and_told(Page& page, std::span<const RecordId> roles);
// What plans have them do; those too that name the person whom the page is about.
void add_in_an_emergency(Page& page, std::span<const RecordId> roles);
void add_authority(Page& page, std::span<const RecordId> roles);
// What nobody may hold together with one of the roles.
void add_not_to_combine(Page& page, std::span<const RecordId> roles);

}  // namespace ims
