// What Folders answer requests by, and when.
#include <algorithm>
#include <exception>
#include <utility>

#include <fmt/format.h>

#include "lsp/folders/folders.h"
#include "lsp/protocol/uri.h"
#include "source/paths.h"

namespace ims {

std::optional<Folders::Slot*> Folders::slot_meant_by(const Json& params) const {
    const std::string_view uri = text_at(params, {"textDocument", "uri"});
    if (uri.empty()) return nullptr;
    const auto path = path_of_uri(uri);
    Slot* const slot = path ? slot_of(*path) : nullptr;
    return slot == nullptr ? std::nullopt : std::optional(slot);
}

bool Folders::may_be_answered(const Waiting& waiting) const {
    const auto slot = slot_meant_by(waiting.params);
    if (!slot) return true;
    const bool now = waiting.request != nullptr && waiting.request->answered == Answered::at_once;
    const auto ready = [&](const Slot& each) {
        const bool settled = !each.due && judging_ != &each;
        return settled || (now && each.judged != nullptr);
    };
    if (*slot != nullptr) return ready(**slot);
    return std::ranges::all_of(slots_, [&](const auto& each) { return ready(*each.second); });
}

void Folders::answer(Waiting waiting) {
    Lock lock(mutex_);
    const bool at_once = waiting.request != nullptr && waiting.request->answered == Answered::at_once;
    if (at_once && may_be_answered(waiting)) return answer_now(waiting, lock);
    waiting_.push_back(std::move(waiting));
    wake_.notify_all();
}

void Folders::cancel(const Json& id) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(waiting_, id, &Waiting::id);
    if (found == waiting_.end()) return;
    to_.answer(id, Refusal{ErrorCode::request_cancelled, "cancelled"});
    waiting_.erase(found);
    idle_.notify_all();
}

// A file that is not open reads as it was judged.
std::shared_ptr<const OpenDocument> Folders::document_at(const std::string& path, const JudgedState* judged) const {
    if (const auto open = documents_.find(path); open != documents_.end()) return open->second;
    const auto file = judged == nullptr ? std::nullopt : judged->file(path);
    if (!file) return nullptr;
    return std::make_shared<const OpenDocument>(uri_of_path(path), path, 0,
                                                std::string(judged->analysis->sources[*file].bytes));
}

// Lets go of the lock while the answer is found.
void Folders::answer_now(const Waiting& waiting, Lock& lock) {
    if (waiting.request == nullptr) return answer_pull(waiting, lock);
    const std::shared_ptr<const Client> client = client_;
    const Documents documents = documents_;
    std::vector<std::shared_ptr<const JudgedState>> folders;
    for (const auto& [root, slot] : slots_) {
        if (slot->judged != nullptr) folders.push_back(slot->judged);
    }
    std::shared_ptr<const JudgedState> judged;
    std::shared_ptr<const OpenDocument> document;
    std::string trouble;
    for (const auto& [root, slot] : slots_) {
        if (slot->trouble)
            trouble =
                fmt::format("`{}` cannot be read, so nothing is changed; mend it first", name_of(slot->trouble->path));
    }
    if (const auto slot = slot_meant_by(waiting.params); slot && *slot != nullptr) {
        judged = (*slot)->judged;
        document = document_at(*path_of_uri(text_at(waiting.params, {"textDocument", "uri"})), judged.get());
    }
    lock.unlock();
    const bool about_document = !text_at(waiting.params, {"textDocument", "uri"}).empty();
    Reply answer = Json();
    std::vector<std::string> stale;
    if (!about_document || (judged != nullptr && document != nullptr)) {
        const Asked asked{waiting.params, *client, documents, *options_.files, to_,
                          document,       judged,  folders,   trouble,         &stale};
        try {
            answer = waiting.request->answer(asked);
        } catch (const std::exception& fault) {
            answer = Refusal{ErrorCode::internal_error, fmt::format("ims could not answer: {}", fault.what())};
        }
    }
    to_.answer(waiting.id, answer);
    if (!stale.empty()) changed_on_disk(stale);
    lock.lock();
}

void Folders::answer_pull(const Waiting& waiting, Lock& lock) {
    const std::shared_ptr<const Client> client = client_;
    const Documents documents = documents_;
    const auto report = [&](const FileDiagnostics& file, std::string_view previous, bool whole) {
        std::string text = "{";
        if (whole) {
            const auto open = documents.find(file.path);
            const std::string uri = open == documents.end() ? uri_of_path(file.path) : open->second->uri;
            text += fmt::format(R"("uri":{},"version":{},)", to_text(Json(uri)),
                                open == documents.end() ? "null" : std::to_string(open->second->version));
        }
        const std::string id = file.id();
        text += fmt::format(R"("resultId":"{}",)", id);
        return text +
               (id == previous ? R"("kind":"unchanged"})" : fmt::format(R"("kind":"full","items":{}}})", file.items));
    };
    if (const std::string_view uri = text_at(waiting.params, {"textDocument", "uri"}); !uri.empty()) {
        const std::string path = path_of_uri(uri).value_or("");
        Slot* const slot = slot_of(path);
        const auto judged = slot == nullptr ? nullptr : slot->judged;
        if (slot != nullptr && pulled_.insert(path).second) published_.withdraw(path, documents_, to_);
        const std::optional<FileDiagnostics> trouble = slot == nullptr ? std::nullopt : slot->trouble;
        lock.unlock();
        FileDiagnostics file{path, "[]"};
        if (trouble && trouble->path == path) file = *trouble;
        else if (judged != nullptr) file = diagnostics_of_file(*judged, *client, documents, path);
        to_.answer_text(waiting.id, report(file, text_at(waiting.params, {"previousResultId"}), false));
        return lock.lock();
    }
    if (!std::exchange(pulls_all_, true)) published_.withdraw_all(documents_, to_);
    std::vector<FileDiagnostics> troubles;
    for (const auto& [root, slot] : slots_) {
        if (slot->trouble) troubles.push_back(*slot->trouble);
    }
    std::vector<std::shared_ptr<const JudgedState>> folders;
    for (const auto& [root, slot] : slots_) {
        if (slot->judged != nullptr) folders.push_back(slot->judged);
    }
    lock.unlock();
    std::map<std::string, std::string> previous;
    if (const Json::List* const known = at(waiting.params, {"previousResultIds"}).as_list()) {
        for (const Json& each : *known) {
            if (const auto path = path_of_uri(text_at(each, {"uri"})))
                previous[*path] = std::string(text_at(each, {"value"}));
        }
    }
    std::string items;
    const auto add = [&](const FileDiagnostics& file, std::string_view known) {
        items += (items.empty() ? "" : ",") + report(file, known, true);
    };
    for (const FileDiagnostics& file : troubles) {
        const auto known = previous.extract(file.path);
        add(file, known ? known.mapped() : std::string());
    }
    const auto is_in_trouble = [&](const std::string& path) {
        return std::ranges::find(troubles, path, &FileDiagnostics::path) != troubles.end();
    };
    for (const auto& judged : folders) {
        for (const FileDiagnostics& file : diagnostics_of(*judged, *client, documents, options_.jobs)) {
            if (is_in_trouble(file.path)) continue;
            const auto known = previous.extract(file.path);
            add(file, known ? known.mapped() : std::string());
        }
    }
    for (const auto& [path, id] : previous) add({path, "[]"}, id);
    to_.answer_text(waiting.id, fmt::format(R"({{"items":[{}]}})", items));
    lock.lock();
}

}  // namespace ims
