// What a command left behind that was killed, or lost its power, while it wrote (change_list.h): finding it, and making
// the folder whole again.
#pragma once

#include <optional>
#include <string>

#include "cli/environment.h"

namespace ims {

// Whether the folder has an ims.yaml.
bool has_settings(const Environment& environment, const std::string& folder);

// Whether anything was left behind.
bool is_interrupted(const Environment& environment, const std::string& root);

// For who only reads the folder of ims.yaml at `root`: what is to be said where a change stands half way there, on one
// line; none where none does. It may be that another command is writing at this very moment.
std::optional<std::string> tell_interrupted(const Environment& environment, const std::string& root);

// For who is going to write there, before anything is read: a change that was decided is finished, and what one that
// was not has left behind goes. Says so on stderr. Waits for whoever is writing there now. An error where the change
// cannot be finished, and all is as it was found.
Outcome finish_interrupted(const Environment& environment, const std::string& root);

// The lock of whoever writes in a folder of records, once nobody else has it. As long as it has no ims.yaml it is that
// of the folder above, since the folder itself may still have to be made. Says on stderr that it waits, where that is
// not for a moment. None where the file system knows no locks.
std::optional<FolderLock> wait_to_write(const Environment& environment, const std::string& folder);
// The same of this very folder, which is there.
std::optional<FolderLock> wait_to_write_in(const Environment& environment, const std::string& folder);

// `finish_interrupted` for who has that lock.
Outcome finish_interrupted_alone(const Environment& environment, const std::string& root);

}  // namespace ims
