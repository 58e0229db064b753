// The folders of records that a client has open, and the one thread that judges them: always as they stand now, so that
// a run that is no longer of the newest state is dropped. All else may be called from any thread, and waits for
// nothing.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "lsp/folders/server_options.h"
#include "lsp/judged/asked.h"
#include "lsp/judged/judged_folder.h"
#include "lsp/judged/published.h"
#include "lsp/requests/all_requests.h"
#include "lsp/transport/outbox.h"

namespace ims {

// A request that waits, or is being answered.
struct Waiting {
    Json id;
    Json params;
    const Request* request = nullptr;  // null: it asks for diagnostics, of a document or of all
};

class Folders {
public:
    // `options` and `to` outlive it.
    Folders(const ServerOptions& options, Outbox& to);
    // Ends what is under way.
    ~Folders();
    Folders(const Folders&) = delete;
    Folders& operator=(const Folders&) = delete;

    // What is said of the client holds from now on.
    void serve(Client client);
    [[nodiscard]] std::shared_ptr<const Client> client() const;

    // The folder of ims.yaml that a file is in.
    void look_above(const std::string& path);
    // Those that a folder means which the client has open: at it or above it, and all below it.
    void look_for_folders(const std::string& path);
    // Those that a path meant are looked at no longer, unless a document of theirs is open.
    void leave(const std::string& path);

    void open(std::shared_ptr<const OpenDocument> document);  // anew, or as it stands now
    void close(const std::string& path);
    void changed_on_disk(std::span<const std::string> paths);

    // The request is answered: at once where it may be, or when its time has come.
    void answer(Waiting waiting);
    // One that still waits is answered as cancelled.
    void cancel(const Json& id);

    void wait_until_idle();

private:
    struct Slot {
        Slot(const FileSystem& disk, const RuleSet& rules, ReadOptions read) : folder(disk, rules, std::move(read)) {}
        JudgedFolder folder;  // of the worker alone

        std::shared_ptr<const JudgedState> judged;
        // Why the folder as it stands could not be judged, where it is told; none: it was.
        std::optional<FileDiagnostics> trouble;
        // Since the worker took them last: documents by path, null where one was closed; and files on the disk.
        std::map<std::string, std::shared_ptr<const OpenDocument>> documents;
        std::vector<std::string> on_disk;
        bool due = true;
        bool everything = false;
    };
    struct Changes {
        std::map<std::string, std::shared_ptr<const OpenDocument>> documents;
        std::vector<std::string> on_disk;
        bool everything = false;
    };
    using Lock = std::unique_lock<std::mutex>;

    void look_below(const std::string& path);
    [[nodiscard]] bool is_hidden(const std::string& path) const;
    [[nodiscard]] bool is_meant(const Slot& slot) const;
    void drop_what_nobody_means();
    [[nodiscard]] bool is_there(const Slot& slot) const;
    void add(const std::string& root);
    void hand_over(const std::string& path, Slot* from, Slot* to);
    [[nodiscard]] Slot* slot_of(std::string_view path) const;
    // Of the files that it holds, and no other within it.
    [[nodiscard]] OfFiles held_by(const Slot& slot) const;
    void make_due(Slot& slot);
    void tell_roots();

    // Of a request: what it is answered by. None of its document, if it names one that is in no folder.
    [[nodiscard]] std::optional<Slot*> slot_meant_by(const Json& params) const;
    [[nodiscard]] bool may_be_answered(const Waiting& waiting) const;
    void answer_now(const Waiting& waiting, Lock& lock);
    void answer_pull(const Waiting& waiting, Lock& lock);
    [[nodiscard]] std::shared_ptr<const OpenDocument> document_at(const std::string& path,
                                                                  const JudgedState* judged) const;

    void work();
    [[nodiscard]] std::shared_ptr<Slot> next_due() const;
    void judge(Slot& slot, Lock& lock);
    void take_over(Slot& slot, const Changes& changes) const;
    void tell_at_once(Slot& slot, const Changes& changes, Lock& lock);
    void tell_all(Slot& slot, const std::shared_ptr<const JudgedState>& judged, Lock& lock);
    void tell_trouble(Slot& slot, const Error& trouble);
    void take_back_if_left(const Slot& slot, const OfFiles& held);
    void answer_those_due(Lock& lock);
    [[nodiscard]] bool is_pushed(const std::string& path) const;

    const ServerOptions& options_;
    Outbox& to_;
    Published published_;
    mutable std::mutex mutex_;  // of all below
    std::condition_variable wake_;
    std::condition_variable idle_;
    std::shared_ptr<const Client> client_ = std::make_shared<const Client>();
    bool serving_ = false;
    bool ending_ = false;
    bool working_ = false;
    Documents documents_;
    std::set<std::string> opened_;                                        // folders that the client has open
    std::map<std::string, std::shared_ptr<Slot>, std::greater<>> slots_;  // by root, inner ones first
    std::deque<Waiting> waiting_;
    std::set<std::string> pulled_;  // files for which the client asks
    bool pulls_all_ = false;
    const Slot* judging_ = nullptr;
    std::size_t dropped_ = 0;  // runs in a row
    std::atomic<bool> superseded_ = false;
    std::thread worker_;
};

}  // namespace ims
