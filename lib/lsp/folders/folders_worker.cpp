// The thread of Folders that judges.
#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "lsp/folders/folders.h"
#include "lsp/judged/own_findings.h"
#include "source/paths.h"

namespace ims {
namespace {

// What the client shows while a folder is judged for the first time.
class ShownProgress {
public:
    ShownProgress(const Client& client, const std::string& root, Outbox& to) : to_(to) {
        if (!client.progress) return;
        token_ = "ims/" + root;
        to_.ask("window/workDoneProgress/create", Json::object({{"token", token_}}), {});
        tell(Json::object(
            {{"kind", "begin"}, {"title", "ims: checking records"}, {"message", std::string(name_of(root))}}));
    }
    ~ShownProgress() {
        if (!token_.empty()) tell(Json::object({{"kind", "end"}}));
    }
    ShownProgress(const ShownProgress&) = delete;
    ShownProgress& operator=(const ShownProgress&) = delete;

private:
    void tell(Json value) { to_.notify("$/progress", Json::object({{"token", token_}, {"value", std::move(value)}})); }
    Outbox& to_;
    std::string token_;
};

// What was freed in many small pieces is put together by whoever asks for a large one next: better now, while nobody
// waits, than at the next keystroke.
void put_memory_together() {
    constexpr std::size_t kLarge = 100'000;  // bytes
    std::string large(kLarge, '\0');
    volatile char* const used = large.data();  // so that it is not left out
    *used = ' ';
}

}  // namespace

std::shared_ptr<Folders::Slot> Folders::next_due() const {
    if (!serving_) return nullptr;
    const auto found = std::ranges::find_if(slots_, [](const auto& each) { return each.second->due; });
    return found == slots_.end() ? nullptr : found->second;
}

void Folders::work() {
    Lock lock(mutex_);
    while (!ending_) {
        answer_those_due(lock);
        const std::shared_ptr<Slot> slot = next_due();
        if (slot == nullptr) {
            const auto anything = [&] {
                return ending_ || next_due() != nullptr ||
                       std::ranges::any_of(waiting_, [&](const Waiting& each) { return may_be_answered(each); });
            };
            if (!anything()) idle_.notify_all();
            wake_.wait(lock, anything);
            continue;
        }
        working_ = true;
        try {
            judge(*slot, lock);
        } catch (const std::exception& trouble) {
            if (!lock.owns_lock()) lock.lock();
            to_.notify(
                "window/logMessage",
                Json::object({{"type", 1}, {"message", fmt::format("ims could not check: {}", trouble.what())}}));
        }
        judging_ = nullptr;
        working_ = false;
    }
}

void Folders::answer_those_due(Lock& lock) {
    while (true) {
        const auto next =
            std::ranges::find_if(waiting_, [&](const Waiting& waiting) { return may_be_answered(waiting); });
        if (next == waiting_.end()) return;
        const Waiting waiting = std::move(*next);
        waiting_.erase(next);
        working_ = true;
        answer_now(waiting, lock);
        working_ = false;
    }
}

void Folders::judge(Slot& slot, Lock& lock) {
    const Changes changes{std::exchange(slot.documents, {}), std::exchange(slot.on_disk, {}),
                          std::exchange(slot.everything, false)};
    slot.due = false;
    judging_ = &slot;
    superseded_ = ending_;
    const std::shared_ptr<const Client> client = client_;
    const bool first = slot.judged == nullptr;
    lock.unlock();
    take_over(slot, changes);
    if (!first) tell_at_once(slot, changes, lock);
    Result<std::shared_ptr<const JudgedState>> judged = [&] {
        std::optional<ShownProgress> progress;
        if (first) progress.emplace(*client, slot.folder.root(), to_);
        return slot.folder.judge(options_.today(), options_.jobs, [this] { return superseded_.load(); });
    }();
    lock.lock();
    if (!judged) return tell_trouble(slot, judged.error());
    if (*judged == nullptr) {
        ++dropped_;
        slot.due = true;
        return;
    }
    dropped_ = 0;
    tell_all(slot, *judged, lock);
}

// Without the lock: the folder is the worker's alone.
void Folders::take_over(Slot& slot, const Changes& changes) const {
    for (const auto& [path, document] : changes.documents) {
        if (document != nullptr) slot.folder.open(path, document->text);
        else slot.folder.close(path);
    }
    for (const std::string& path : changes.on_disk) slot.folder.changed(path);
    if (changes.everything) slot.folder.everything_changed();
}

void Folders::tell_at_once(Slot& slot, const Changes& changes, Lock& lock) {
    for (const auto& [path, document] : changes.documents) {
        if (document == nullptr || !slot.judged->file(path) || name_of(path) == "ims.yaml") continue;
        lock.lock();
        const std::shared_ptr<const Client> client = client_;
        const Documents documents = documents_;
        const bool pushed = is_pushed(path) && is_there(slot);
        const OfFiles held = held_by(slot);
        lock.unlock();
        const auto newest = documents.find(path);
        if (!pushed || newest == documents.end()) continue;
        const FileDiagnostics file = diagnostics_at_once(*slot.judged, *client, documents, *newest->second);
        published_.one(file, pushed, documents, to_);
        lock.lock();
        take_back_if_left(slot, held);
        lock.unlock();
    }
}

void Folders::tell_all(Slot& slot, const std::shared_ptr<const JudgedState>& judged, Lock& lock) {
    // The client may have closed it meanwhile.
    if (!is_there(slot)) return;
    // What was judged before takes a while to go, and nobody is to wait for that.
    std::shared_ptr<const JudgedState> before = std::exchange(slot.judged, judged);
    const std::optional<FileDiagnostics> mended = std::exchange(slot.trouble, std::nullopt);
    const std::shared_ptr<const Client> client = client_;
    const Documents documents = documents_;
    const OfFiles held = held_by(slot);
    std::vector<std::string> hints;
    if (before == nullptr || before->analysis->hints != judged->analysis->hints) hints = judged->analysis->hints;
    const auto pushed = [&, pulls_all = pulls_all_, pulled = pulled_](const std::string& path) {
        return !pulls_all && !pulled.contains(path);
    };
    lock.unlock();
    if (mended) published_.one({mended->path, "[]"}, true, documents, to_);
    const bool otherwise =
        published_.all(diagnostics_of(*judged, *client, documents, options_.jobs), held, pushed, documents, to_);
    for (const std::string& hint : hints)
        to_.notify("window/logMessage", Json::object({{"type", 3}, {"message", "ims: " + hint}}));
    if ((otherwise || mended) && client->pulls) to_.ask("workspace/diagnostic/refresh", {}, {});
    if (before != nullptr && client->asks_lenses_again) to_.ask("workspace/codeLens/refresh", {}, {});
    static_cast<void>(files_around(*judged));
    before.reset();
    put_memory_together();
    lock.lock();
    take_back_if_left(slot, held);
}

// What was told of a folder that the client closed meanwhile.
void Folders::take_back_if_left(const Slot& slot, const OfFiles& held) {
    if (!is_there(slot)) published_.none(held, documents_, to_);
}

void Folders::tell_trouble(Slot& slot, const Error& trouble) {
    if (!is_there(slot)) return;
    const std::shared_ptr<const Client> client = client_;
    const OfFiles held = held_by(slot);
    const std::string settings = join_path(slot.folder.root(), "ims.yaml");
    const auto is_gone = [&] {
        return !documents_.contains(settings) && options_.files->type(settings) == EntryType::missing;
    };
    if (!is_gone()) {
        FileDiagnostics file = diagnostics_of_trouble(trouble, slot.folder.root());
        const std::optional<FileDiagnostics> before = std::exchange(slot.trouble, file);
        if (before && before->path != file.path) published_.one({before->path, "[]"}, true, documents_, to_);
        published_.one(file, is_pushed(file.path), documents_, to_);
        if (client->pulls && (!before || before->items != file.items)) to_.ask("workspace/diagnostic/refresh", {}, {});
        return;
    }
    // It may come again right now.
    if (slot.due) return;
    if (published_.none(held, documents_, to_) && client->pulls) to_.ask("workspace/diagnostic/refresh", {}, {});
    std::map<std::string, Slot*> before;
    for (const auto& [path, document] : documents_) before[path] = slot_of(path);
    std::erase_if(slots_, [&](const auto& each) { return each.second.get() == &slot; });
    for (const auto& [path, holder] : before) hand_over(path, holder == &slot ? nullptr : holder, slot_of(path));
    tell_roots();
}

bool Folders::is_pushed(const std::string& path) const { return !pulls_all_ && !pulled_.contains(path); }

}  // namespace ims
