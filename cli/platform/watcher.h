// Waits until something changes in folders and in the folders in them. The system tells where it can (inotify); else,
// or where that is asked for, they are looked at again and again. What changed is found by looking in either case.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace ims {

class Watcher {
public:
    enum class Way : std::uint8_t { told, looking };
    // Of the root with this number, a path in it: whether nobody wants to know of it, nor of what is in it.
    using LeaveOut = std::function<bool(std::size_t root, const std::string& path)>;

    struct Change {
        std::size_t root = 0;
        std::string path;           // from there; of a folder that came or went, its own alone
        bool came_or_went = false;  // at least for a moment
        auto operator<=>(const Change&) const = default;
    };

    // What changes from here on is told.
    Watcher(std::vector<std::string> roots, LeaveOut leave_out, Way way);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    // Until something changed, and then until nothing did for a moment: editors write a file in several steps. None
    // where whoever reads our standard output has gone, or nobody waits any more.
    std::optional<std::vector<Change>> wait();
    // Nobody waits any more; from another thread.
    void end();

    // Other than asked for where the system cannot tell, or of fewer folders than there are.
    [[nodiscard]] Way way() const { return inotify_ < 0 ? Way::looking : Way::told; }

private:
    using Place = std::pair<std::size_t, std::string>;  // root, and path from there
    // By which one that has changed is told from what it was.
    struct Stamp {
        std::uint64_t number = 0;  // of the file or folder in its file system
        std::int64_t size = 0;
        std::int64_t written = 0;  // nanoseconds, by the clock of the file system
        std::int64_t changed = 0;  // likewise; modes and owners too
        bool folder = false;       // of which the number alone counts
        bool operator==(const Stamp&) const = default;
    };
    struct Folder {
        std::map<std::string, Stamp> entries;
        int watch = -1;
    };

    [[nodiscard]] std::string full_path(const Place& place) const;
    void add(const Place& place);
    void watch_above();
    void drop(const Place& place);
    void look(const Place& place);
    void look_at_all();
    [[nodiscard]] std::map<std::string, Stamp> read(const Place& place) const;
    void note(const Place& folder, const std::string& name, bool came_or_went);
    [[nodiscard]] bool pause(int milliseconds);
    void take_events();
    void give_up_being_told();

    std::vector<std::string> roots_;
    LeaveOut leave_out_;
    int inotify_ = -1;
    int end_[2] = {-1, -1};  // the two ends of a pipe into which a byte goes
    std::map<Place, Folder> folders_;
    std::map<int, Place> watches_;
    std::set<int> above_;            // watches of folders above the roots
    std::map<Place, bool> changed_;  // whether it came or went
    std::size_t activity_ = 0;       // what was heard and seen so far
    int interval_ = 0;               // milliseconds between two looks
    bool nobody_waits_ = false;
};

}  // namespace ims
