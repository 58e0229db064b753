#include "cli/platform/watcher.h"

#include <dirent.h>
#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>
#if __has_include(<sys/inotify.h>)
#include <sys/inotify.h>
#define IMS_INOTIFY 1
#endif

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <memory>

#include "source/paths.h"

namespace ims {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kQuiet = 10;     // milliseconds without a change, after which a save is over
constexpr int kAtMost = 40;    // milliseconds that are waited for that
constexpr int kShortest = 50;  // milliseconds between two looks,
constexpr int kLongest = 2000;
constexpr int kTimesALook = 4;  // and that many times as long as a look takes: what others do there has its turn

int milliseconds_since(Clock::time_point begin) {
    return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin).count());
}

int interval_after(Clock::time_point begin_of_look) {
    return std::clamp(milliseconds_since(begin_of_look) * kTimesALook, kShortest, kLongest);
}

std::int64_t nanoseconds_of(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

#ifdef __APPLE__
std::int64_t written_at(const struct stat& status) { return nanoseconds_of(status.st_mtimespec); }
std::int64_t changed_at(const struct stat& status) { return nanoseconds_of(status.st_ctimespec); }
#else
std::int64_t written_at(const struct stat& status) { return nanoseconds_of(status.st_mtim); }
std::int64_t changed_at(const struct stat& status) { return nanoseconds_of(status.st_ctim); }
#endif

}  // namespace

Watcher::Watcher(std::vector<std::string> roots, LeaveOut leave_out, Way way)
    : roots_(std::move(roots)), leave_out_(std::move(leave_out)) {
#ifdef IMS_INOTIFY
    if (way == Way::told) inotify_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
#else
    static_cast<void>(way);
#endif
    if (::pipe(end_) != 0) end_[0] = end_[1] = -1;
    const Clock::time_point begin = Clock::now();
    for (std::size_t root = 0; root < roots_.size(); ++root) add({root, ""});
    watch_above();
    interval_ = interval_after(begin);
    changed_.clear();
}

Watcher::~Watcher() {
    for (const int each : {inotify_, end_[0], end_[1]}) {
        if (each >= 0) ::close(each);
    }
}

void Watcher::end() {
    const char byte = 0;
    if (end_[1] >= 0 && ::write(end_[1], &byte, 1) < 0) return;  // a full pipe says the same
}

std::string Watcher::full_path(const Place& place) const {
    const std::string path = join_path(roots_[place.first], place.second);
    return path.empty() ? "." : path;
}

// What comes between the watch and the look is told twice, and none is missed.
void Watcher::add(const Place& place) {
    Folder& folder = folders_[place];
#ifdef IMS_INOTIFY
    if (inotify_ >= 0) {
        constexpr std::uint32_t kEvents = IN_CREATE | IN_MODIFY | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE |
                                          IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR;
        folder.watch = ::inotify_add_watch(inotify_, full_path(place).c_str(), kEvents);
        if (folder.watch >= 0) watches_[folder.watch] = place;
        else if (errno == ENOSPC || errno == ENOMEM) give_up_being_told();
    }
#endif
    look(place);
}

// A root is gone from its path where a folder above it is moved, and it hears nothing of that itself.
void Watcher::watch_above() {
#ifdef IMS_INOTIFY
    for (const std::string& root : roots_) {
        for (auto above = folder_of(root); above && !above->empty() && inotify_ >= 0; above = folder_of(*above)) {
            const int watch =
                ::inotify_add_watch(inotify_, above->c_str(), IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR | IN_MASK_ADD);
            if (watch >= 0) above_.insert(watch);
        }
    }
#endif
}

void Watcher::drop(const Place& place) {
    const auto is_below = [&](const Place& other) {
        return other.first == place.first &&
               (other.second == place.second || other.second.starts_with(place.second + "/"));
    };
    for (auto each = folders_.lower_bound(place); each != folders_.end();) {
        // `a-b` stands between `a` and `a/b`.
        if (each->first.first != place.first || !each->first.second.starts_with(place.second)) break;
        if (!is_below(each->first)) {
            ++each;
            continue;
        }
#ifdef IMS_INOTIFY
        if (each->second.watch >= 0) {
            watches_.erase(each->second.watch);
            if (inotify_ >= 0) ::inotify_rm_watch(inotify_, each->second.watch);
        }
#endif
        each = folders_.erase(each);
    }
}

std::map<std::string, Watcher::Stamp> Watcher::read(const Place& place) const {
    std::map<std::string, Stamp> entries;
    const std::unique_ptr<DIR, int (*)(DIR*)> handle(::opendir(full_path(place).c_str()), &::closedir);
    if (!handle) return entries;
    while (const dirent* const each = ::readdir(handle.get())) {
        const std::string name = each->d_name;
        if (name == "." || name == ".." || leave_out_(place.first, join_path(place.second, name))) continue;
        struct stat status {};
        if (::fstatat(::dirfd(handle.get()), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
        Stamp stamp{.number = status.st_ino, .folder = S_ISDIR(status.st_mode)};
        if (!stamp.folder) {
            stamp.size = status.st_size;
            stamp.written = written_at(status);
            stamp.changed = changed_at(status);
        }
        entries.emplace(name, stamp);
    }
    return entries;
}

void Watcher::look(const Place& place) {
    const auto found = folders_.find(place);
    if (found == folders_.end()) return;
    std::map<std::string, Stamp> now = read(place);
    const std::map<std::string, Stamp> before = std::exchange(found->second.entries, now);
    const auto inside = [&](const std::string& name) { return Place{place.first, join_path(place.second, name)}; };
    for (const auto& [name, stamp] : before) {
        const auto still = now.find(name);
        const bool other = still != now.end() && still->second != stamp;
        if (still == now.end() || other) note(place, name, !other || stamp.folder || still->second.folder);
        if (stamp.folder && (still == now.end() || other)) drop(inside(name));
    }
    for (const auto& [name, stamp] : now) {
        const auto was = before.find(name);
        if (was == before.end()) note(place, name, true);
        if (stamp.folder && (was == before.end() || was->second != stamp)) add(inside(name));
    }
}

void Watcher::look_at_all() {
    std::vector<Place> places;
    for (const auto& [place, folder] : folders_) places.push_back(place);
    for (const Place& place : places) look(place);
}

void Watcher::note(const Place& folder, const std::string& name, bool came_or_went) {
    ++activity_;
    changed_[{folder.first, join_path(folder.second, name)}] |= came_or_went;
}

// Returns early where the system tells of something. False where whoever reads has gone.
bool Watcher::pause(int milliseconds) {
    // A terminal and a file have no such end. Of what is -1 nobody is asked.
    pollfd asked[3] = {{STDOUT_FILENO, 0, 0}, {inotify_, POLLIN, 0}, {end_[0], POLLIN, 0}};
    ::poll(asked, 3, milliseconds);
    if ((asked[0].revents & (POLLERR | POLLHUP | POLLNVAL)) != 0 || asked[2].revents != 0) nobody_waits_ = true;
    return !nobody_waits_;
}

void Watcher::take_events() {
#ifdef IMS_INOTIFY
    std::set<Place> places;
    std::set<std::pair<Place, std::string>> touched;
    bool lost = false;
    bool root_is_gone = false;
    alignas(inotify_event) char buffer[1 << 14];
    while (true) {
        const ssize_t got = ::read(inotify_, buffer, sizeof buffer);
        if (got <= 0) break;
        for (const char* at = buffer; at < buffer + got;) {
            const auto* const event = reinterpret_cast<const inotify_event*>(at);
            at += sizeof(inotify_event) + event->len;
            ++activity_;
            if ((event->mask & IN_Q_OVERFLOW) != 0) lost = true;
            const bool moved = (event->mask & (IN_IGNORED | IN_MOVE_SELF | IN_DELETE_SELF)) != 0;
            if (moved && above_.contains(event->wd)) root_is_gone = true;
            const auto watch = watches_.find(event->wd);
            if (watch == watches_.end()) continue;
            // A root that has gone may come again, and only who looks sees it.
            if (moved && watch->second.second.empty()) root_is_gone = true;
            places.insert(watch->second);
            // Stamps may be the same where a file is written twice within one tick of the clock.
            if (event->len > 0 && (event->mask & IN_ISDIR) == 0 &&
                (event->mask & (IN_MODIFY | IN_CLOSE_WRITE | IN_MOVED_TO)) != 0)
                touched.emplace(watch->second, std::string(event->name));
        }
    }
    if (root_is_gone) give_up_being_told();
    if (lost || root_is_gone) look_at_all();
    for (const Place& place : places) look(place);
    for (const auto& [place, name] : touched) {
        const auto folder = folders_.find(place);
        if (folder != folders_.end() && folder->second.entries.contains(name)) note(place, name, false);
    }
#endif
}

void Watcher::give_up_being_told() {
    ::close(inotify_);
    inotify_ = -1;
    watches_.clear();
    above_.clear();
}

std::optional<std::vector<Watcher::Change>> Watcher::wait() {
    std::optional<Clock::time_point> first;
    while (true) {
        const bool told = inotify_ >= 0;
        const int idle = told ? -1 : interval_;
        if (!pause(first ? kQuiet : idle)) return std::nullopt;
        const Clock::time_point begin = Clock::now();
        const std::size_t before = activity_;
        if (told) {
            take_events();
        } else {
            look_at_all();
            interval_ = interval_after(begin);
        }
        if (changed_.empty()) continue;
        const bool quiet = first && activity_ == before;
        if (!first) first = begin;
        if (quiet || milliseconds_since(*first) >= kAtMost) break;
    }
    std::vector<Change> changes;
    for (const auto& [place, came_or_went] : changed_) changes.push_back({place.first, place.second, came_or_went});
    changed_.clear();
    return changes;
}

}  // namespace ims
