// An editor with a server of its own over a folder in memory: what it says and is told, message by message.
#pragma once

#include <condition_variable>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "check/rule_set.h"
#include "lsp/protocol/client.h"
#include "lsp/server.h"

namespace ims {

// Names and bytes of files, which stand below `/folder`; `ims.yaml` among them, or else a small one that asks
// for what the profile `records` does.
using FilesOfFolder = std::map<std::string, std::string>;

struct EditorWish {
    std::string capabilities = {};  // JSON; empty: those of a client that can do all that is known here, but pull
    std::string options = "{}";     // initializationOptions
    std::string today = "2026-06-01";
    bool opens_folder = true;  // else it names no folder, and opens files alone
};

class Editor {
public:
    explicit Editor(const FilesOfFolder& files, const EditorWish& wish = {});
    ~Editor();
    Editor(const Editor&) = delete;
    Editor& operator=(const Editor&) = delete;

    static std::string uri(std::string_view name);  // of a file below `/folder`
    static Json document(std::string_view name);    // {"uri": …}

    // The answer's `result`; REQUIREs that there is one.
    Json ask(std::string_view method, Json params);
    // The whole answer, an error maybe.
    Json ask_whole(std::string_view method, Json params);
    // The same without waiting: its id.
    std::int64_t send_request(std::string_view method, Json params);
    std::optional<Json> answer_to(std::int64_t id);
    void notify(std::string_view method, Json params);
    void send(std::string_view message);

    // Opens a file as it stands in the folder, or with another text.
    void open(const std::string& name);
    void open(const std::string& name, std::string_view text);
    void type(const std::string& name, std::string_view text);  // all of it
    void close(const std::string& name);
    // What lies on the disk changes, and the client tells so; no text: it is gone.
    void save(const std::string& name, std::optional<std::string> text);
    // The same of several at once; `others`: files and folders that are told too.
    void save(const std::map<std::string, std::optional<std::string>>& files,
              const std::vector<std::string>& others = {});
    // Waits until all is judged and answered.
    void wait();

    // What it was told of a file, after `wait`: a list of diagnostics.
    Json diagnostics(const std::string& name);
    // "1:7 unknown-reference" for each, lines and characters from 1, with commas between them.
    std::string told(const std::string& name);
    // Of all files that have any: "roles/a.yaml 1:7 unknown-reference".
    std::string all_told();
    // The diagnostics of all files that have any, as JSON.
    std::map<std::string, std::string> all_shown();
    // Notifications and questions of the server of this method, in their order.
    std::vector<Json> said(std::string_view method);

    // The position of the mark `|` in a text, and the text without it.
    struct Marked {
        std::string text;
        Json position;
    };
    static Marked marked(std::string_view text);
    // {"textDocument", "position"} of the mark in the text, which is what stands in the open file then.
    Json at_mark(const std::string& name, std::string_view text);

    // The files as an edit leaves them, `changes` or `documentChanges`: those that it touches, by name.
    FilesOfFolder after(const Json& workspace_edit);

    // The texts of those that are open.
    [[nodiscard]] const std::map<std::string, std::string>& open_texts() const { return open_; }
    Server& server() { return *server_; }
    MemoryFileSystem& files() { return files_; }

private:
    void receive(std::string_view message);
    [[nodiscard]] std::string text_of(const std::string& name);

    MemoryFileSystem files_;
    RuleSet rules_ = RuleSet::built_in();
    std::mutex mutex_;  // of what the server says
    std::map<std::int64_t, Json> answers_;
    std::map<std::string, Json> diagnostics_;
    std::vector<Json> said_;
    std::map<std::string, std::string> open_;
    std::map<std::string, std::int64_t> versions_;
    std::int64_t id_ = 0;
    std::unique_ptr<Server> server_;
};

}  // namespace ims
