// Looks at folders of records for somebody who is busy: a thread of its own that tells what was saved there.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "cli/platform/watcher.h"

namespace ims {

class LooksAtFolders {
public:
    LooksAtFolders();
    ~LooksAtFolders() { end(); }
    LooksAtFolders(const LooksAtFolders&) = delete;
    LooksAtFolders& operator=(const LooksAtFolders&) = delete;

    // At these from now on, and at no others; absolute paths. From any thread.
    void at(const std::vector<std::string>& roots);
    // Who is told which files and folders changed, by absolute paths; of a root that is new, the root itself, since
    // something may have been saved before. Called by the thread.
    void tell(std::function<void(const std::vector<std::string>& paths)> who);
    // Nobody is told any more.
    void end();

private:
    void look();
    void look_until_other_roots(const std::vector<std::string>& roots);

    std::mutex mutex_;  // of all below
    std::condition_variable other_;
    std::vector<std::string> roots_;
    std::function<void(const std::vector<std::string>&)> who_;
    bool others_ = false;
    bool ending_ = false;
    Watcher* watcher_ = nullptr;
    std::thread thread_;
};

}  // namespace ims
