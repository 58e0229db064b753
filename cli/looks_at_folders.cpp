#include "cli/looks_at_folders.h"

#include <string_view>
#include <utility>

#include "judge/baseline.h"
#include "source/paths.h"

namespace ims {
namespace {

// What programs keep for themselves, and what installers fill.
bool is_left_out(std::string_view path) {
    const std::string_view name = name_of(path);
    if (name == kBaselineFile || name == ".gitignore") return false;
    return name.starts_with('.') || name == "node_modules";
}

}  // namespace

LooksAtFolders::LooksAtFolders() : thread_([this] { look(); }) {}

void LooksAtFolders::end() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        if (watcher_ != nullptr) watcher_->end();
    }
    other_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void LooksAtFolders::at(const std::vector<std::string>& roots) {
    const std::lock_guard lock(mutex_);
    if (roots == roots_) return;
    roots_ = roots;
    others_ = true;
    if (watcher_ != nullptr) watcher_->end();
    other_.notify_all();
}

void LooksAtFolders::tell(std::function<void(const std::vector<std::string>& paths)> who) {
    const std::lock_guard lock(mutex_);
    who_ = std::move(who);
    other_.notify_all();
}

void LooksAtFolders::look() {
    std::unique_lock lock(mutex_);
    while (true) {
        other_.wait(lock, [&] { return ending_ || (others_ && who_); });
        if (ending_) return;
        others_ = false;
        const std::vector<std::string> roots = roots_;
        lock.unlock();
        look_until_other_roots(roots);
        lock.lock();
    }
}

void LooksAtFolders::look_until_other_roots(const std::vector<std::string>& roots) {
    Watcher watcher(
        roots, [](std::size_t, const std::string& path) { return is_left_out(path); }, Watcher::Way::told);
    {
        const std::lock_guard lock(mutex_);
        if (ending_ || others_) return;
        watcher_ = &watcher;
    }
    who_(roots);
    while (const auto changes = watcher.wait()) {
        std::vector<std::string> paths;
        for (const Watcher::Change& change : *changes) paths.push_back(join_path(roots[change.root], change.path));
        who_(paths);
    }
    const std::lock_guard lock(mutex_);
    watcher_ = nullptr;
}

}  // namespace ims
