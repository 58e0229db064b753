// How this system moves, marks and removes whole folders: what `environment_of_process` hands on.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/result.h"

namespace ims {

// Says that somebody works in a folder, as long as they live; however they end, the system takes it off.
class FolderLock {
public:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    FolderLock(FolderLock&& other) noexcept;
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;
    FolderLock& operator=(FolderLock&&) = delete;
    ~FolderLock();

private:
    int descriptor_ = -1;
};

// None where somebody else has it, or the file system knows no locks.
std::optional<FolderLock> lock_folder(const std::string& path);
// Waits until nobody else has it; where that takes longer than a moment, in milliseconds, `tell_waiting` is called
// once, so that nobody waits in the dark. None where the file system knows no locks.
inline constexpr int kMoment = 500;
std::optional<FolderLock> wait_for_folder(const std::string& path, const std::function<void()>& tell_waiting,
                                          int moment = kMoment);

// A new folder beside the one that `path` names, which need not be there: `NAME.PROCESS.tmp`. Gives its path.
Result<std::string> make_folder_beside(const std::string& path);

// The folder `built` gets the name `path`. The folder that has it now, if any, gets the name `built`: in one step where
// system and file system know how; else `path` is missing for a moment, and where a run ends in it, what stood there
// has
// `.old` behind the name `built`. After an error all is as before.
Outcome take_place(const std::string& built, const std::string& path);

// A second name for a file.
Outcome link_file(const std::string& from, const std::string& to);
// Gives a file or a folder the mode and the owner of another, as far as the system lets.
void keep_mode(const std::string& from, const std::string& to);
// With all that is in it, as far as the system lets.
void remove_folder(const std::string& path);

}  // namespace ims
