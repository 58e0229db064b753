// What of the disk can be had in one step only on some systems. Each gives 0, or the number of the system's error.
#pragma once

#include <string>

namespace ims {

// Fails with EEXIST where something has the name already: in one step where system and file system know how, else
// looking first.
int rename_to_free_name(const std::string& from, const std::string& to);

// Two files or folders get each other's name. ENOSYS where system or file system do not know how.
int exchange_names(const std::string& one, const std::string& other);
// The same where they do not know: `other` is missing for a moment, and where the system ends in it, what had this name
// is called `one` with `.old` behind it.
int exchange_names_by_steps(const std::string& one, const std::string& other);

}  // namespace ims
