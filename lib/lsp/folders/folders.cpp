#include "lsp/folders/folders.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "lsp/protocol/uri.h"
#include "source/find_root.h"
#include "source/git_ignored.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kSettings = "ims.yaml";
// Whoever types without a pause sees what is found now and then all the same.
constexpr std::size_t kMostDropped = 8;

// Within a folder of the client, git's own files but for what tells what is ignored, and what programs keep for
// themselves. `path`: from that folder, with a `/` before it.
bool is_hidden_within(std::string_view path) {
    const std::string_view name = name_of(path);
    if (path.ends_with("/.git/index") || path.ends_with("/.git/info/exclude")) return false;
    if (name == kBaselineFile || name == ".gitignore") return path.find("/.git/") != std::string_view::npos;
    return path.find("/.") != std::string_view::npos;
}

bool lies_in(std::string_view path, std::string_view folder) {
    return path.starts_with(folder) &&
           (path.size() == folder.size() || folder.ends_with('/') || path[folder.size()] == '/');
}

}  // namespace

Folders::Folders(const ServerOptions& options, Outbox& to) : options_(options), to_(to), worker_([this] { work(); }) {}

Folders::~Folders() {
    {
        const std::lock_guard lock(mutex_);
        ending_ = true;
        superseded_ = true;
    }
    wake_.notify_all();
    worker_.join();
}

void Folders::serve(Client client) {
    const std::lock_guard lock(mutex_);
    client_ = std::make_shared<const Client>(std::move(client));
    serving_ = true;
    for (const auto& [root, slot] : slots_) make_due(*slot);
}

std::shared_ptr<const Client> Folders::client() const {
    const std::lock_guard lock(mutex_);
    return client_;
}

void Folders::look_above(const std::string& path) {
    if (const auto root = root_above(*options_.files, path)) add(*root);
}

void Folders::look_for_folders(const std::string& path) {
    {
        const std::lock_guard lock(mutex_);
        opened_.insert(path);
        tell_roots();
    }
    look_above(path);
    look_below(path);
}

void Folders::look_below(const std::string& path) {
    AskIgnored ask;
    if (!options_.git.empty()) ask = [this](const std::string& folder) { return git_ignored(options_.git, folder); };
    for (const std::string& root : roots_below(*options_.files, path, ask)) add(root);
}

void Folders::add(const std::string& root) {
    const std::lock_guard lock(mutex_);
    if (slots_.contains(root)) return;
    ReadOptions read;
    read.root = root;
    read.jobs = options_.jobs;
    read.git = options_.git;
    read.schema_folder = options_.schema_folder;
    const auto slot = std::make_shared<Slot>(*options_.files, *options_.rules, std::move(read));
    std::map<std::string, Slot*> before;
    for (const auto& [path, document] : documents_) before[path] = slot_of(path);
    slots_.emplace(root, slot);
    for (const auto& [path, held] : before) hand_over(path, held, slot_of(path));
    make_due(*slot);
    tell_roots();
}

// A document that is in another folder now, since the ims.yaml of an inner one came or went.
void Folders::hand_over(const std::string& path, Slot* from, Slot* to) {
    if (from == to) return;
    if (from != nullptr) {
        from->documents[path] = nullptr;
        make_due(*from);
    }
    if (to != nullptr) {
        to->documents[path] = documents_.at(path);
        make_due(*to);
    }
}

void Folders::leave(const std::string& path) {
    const std::lock_guard lock(mutex_);
    opened_.erase(path);
    drop_what_nobody_means();
    tell_roots();
}

// A folder that the client has open means those in it, and the one that it is in itself; so does a document.
bool Folders::is_meant(const Slot& slot) const {
    const std::string& root = slot.folder.root();
    const auto means = [&](const std::string& folder) { return lies_in(root, folder) || lies_in(folder, root); };
    return std::ranges::any_of(opened_, means) ||
           std::ranges::any_of(documents_, [&](const auto& each) { return slot_of(each.first) == &slot; });
}

void Folders::drop_what_nobody_means() {
    bool dropped = false;
    for (auto each = slots_.begin(); each != slots_.end();) {
        const std::shared_ptr<Slot> slot = each->second;
        if (is_meant(*slot)) {
            ++each;
            continue;
        }
        if (judging_ == slot.get()) superseded_ = true;
        if (published_.none(held_by(*slot), documents_, to_)) dropped = true;
        each = slots_.erase(each);
    }
    if (dropped && client_->pulls) to_.ask("workspace/diagnostic/refresh", {});
}

bool Folders::is_there(const Slot& slot) const {
    return std::ranges::any_of(slots_, [&](const auto& each) { return each.second.get() == &slot; });
}

void Folders::tell_roots() {
    if (client_->watches || !options_.look_yourself) return;
    // An ims.yaml may come to any folder that is open. What lies in another one is looked at with it.
    std::set<std::string> folders = opened_;
    for (const auto& [root, slot] : slots_) folders.insert(root);
    std::vector<std::string> outer;
    for (const std::string& each : folders) {
        const auto holds = [&](const std::string& folder) {
            return lies_in(each, folder) && !is_hidden_within(std::string_view(each).substr(folder.size()));
        };
        if (std::ranges::none_of(outer, holds)) outer.push_back(each);
    }
    options_.look_yourself(outer);
}

// Requires: the lock.
Folders::Slot* Folders::slot_of(std::string_view path) const {
    for (const auto& [root, slot] : slots_) {
        if (slot->folder.holds(path)) return slot.get();
    }
    return nullptr;
}

OfFiles Folders::held_by(const Slot& slot) const {
    std::vector<std::string> inner;
    const std::string below = slot.folder.root() + "/";
    for (const auto& [root, each] : slots_) {
        if (root.starts_with(below)) inner.push_back(root + "/");
    }
    return [below, inner = std::move(inner)](const std::string& path) {
        return path.starts_with(below) &&
               std::ranges::none_of(inner, [&](const std::string& each) { return path.starts_with(each); });
    };
}

// Seen from the folder of the client that it lies in, whatever that is called.
bool Folders::is_hidden(const std::string& path) const {
    std::string_view folder;
    const auto look_at = [&](const std::string& each) {
        if (lies_in(path, each) && each.size() > folder.size()) folder = each;
    };
    for (const std::string& each : opened_) look_at(each);
    for (const auto& [root, slot] : slots_) look_at(root);
    return !folder.empty() && is_hidden_within(std::string_view(path).substr(folder.size()));
}

void Folders::make_due(Slot& slot) {
    slot.due = true;
    // The first one is waited for, whatever comes meanwhile: requests have nothing to go by.
    if (judging_ == &slot && slot.judged != nullptr && dropped_ < kMostDropped) superseded_ = true;
    wake_.notify_all();
}

void Folders::open(std::shared_ptr<const OpenDocument> document) {
    const std::string path = document->path;
    look_above(path);
    const std::lock_guard lock(mutex_);
    documents_[path] = document;
    Slot* const slot = slot_of(path);
    if (slot == nullptr) return;
    slot->documents[path] = std::move(document);
    make_due(*slot);
}

void Folders::close(const std::string& path) {
    const std::lock_guard lock(mutex_);
    if (documents_.erase(path) == 0) return;
    Slot* const slot = slot_of(path);
    if (slot == nullptr) return;
    slot->documents[path] = nullptr;
    pulled_.erase(path);
    make_due(*slot);
    drop_what_nobody_means();
}

void Folders::changed_on_disk(std::span<const std::string> paths) {
    std::vector<std::string> seen;
    {
        const std::lock_guard lock(mutex_);
        std::ranges::copy_if(paths, std::back_inserter(seen),
                             [&](const std::string& path) { return !is_hidden(path); });
    }
    for (const std::string& path : seen) {
        if (name_of(path) == kSettings) look_above(path);
        else if (options_.files->type(path) == EntryType::folder) look_below(path);
    }
    const std::lock_guard lock(mutex_);
    for (const std::string& path : seen) {
        // Of folders within each other the inner one holds it, unless that comes or goes itself.
        const bool all_of_it = name_of(path) == ".gitignore" || name_of(path) == kSettings;
        for (const auto& [root, slot] : slots_) {
            const bool gone_with = root == path || root.starts_with(path + "/");
            if (!slot->folder.holds(path) && !gone_with) continue;
            if (gone_with || all_of_it) slot->everything = true;
            slot->on_disk.push_back(path);
            make_due(*slot);
            if (!gone_with && !all_of_it) break;
        }
    }
}

void Folders::wait_until_idle() {
    Lock lock(mutex_);
    idle_.wait(lock, [&] {
        const auto due = [](const auto& each) { return each.second->due; };
        return !working_ && waiting_.empty() && std::ranges::none_of(slots_, due);
    });
}

}  // namespace ims
