#include "lsp/server.h"

#include <optional>
#include <utility>

#include <fmt/format.h>

#include "lsp/folders/folders.h"
#include "lsp/protocol/capabilities.h"
#include "lsp/protocol/uri.h"
#include "lsp/transport/wire.h"

namespace ims {

// From the first message to the last: who may say what when.
class Server::Session {
public:
    explicit Session(ServerOptions options)
        : options_(std::move(options)), to_(options_.send), folders_(options_, to_) {}

    void receive(std::string_view text) {
        Result<Json> message = parse_json(text);
        if (!message) message = parse_json(without_half_characters(text));
        if (!message) {
            return to_.answer(Json(), Refusal{ErrorCode::parse_error, "this is not JSON"});
        }
        const std::string_view method = text_at(*message, {"method"});
        const Json* const id = message->find("id");
        if (!method.empty() && id != nullptr) return take_request(method, *id, at(*message, {"params"}));
        if (!method.empty()) return take_notification(method, at(*message, {"params"}));
        if (id != nullptr && (message->find("result") != nullptr || message->find("error") != nullptr))
            return to_.take_answer(*message);
        to_.answer(id == nullptr ? Json() : *id,
                   Refusal{ErrorCode::invalid_request, "this is neither a request nor an answer"});
    }

    void changed_on_disk(std::span<const std::string> paths) { folders_.changed_on_disk(paths); }
    void wait_until_idle() { folders_.wait_until_idle(); }
    [[nodiscard]] bool ended() const { return state_ == State::ended; }
    [[nodiscard]] bool was_shut_down() const { return shut_down_; }

private:
    enum class State : std::uint8_t { new_one, initialized, shut_down, ended };

    void take_request(std::string_view method, const Json& id, const Json& params) {
        const auto refuse = [&](ErrorCode code, std::string why) { to_.answer(id, Refusal{code, std::move(why)}); };
        if (state_ == State::new_one && method != "initialize")
            return refuse(ErrorCode::not_initialized, "`initialize` comes first");
        if (state_ == State::shut_down || state_ == State::ended)
            return refuse(ErrorCode::invalid_request, "after `shutdown` only `exit` may come");
        if (method == "initialize") {
            if (state_ != State::new_one) return refuse(ErrorCode::invalid_request, "`initialize` comes once");
            state_ = State::initialized;
            const Client client = read_client(params);
            to_.answer(id, capabilities_for(client));
            folders_.serve(client);
            return;
        }
        if (method == "shutdown") {
            state_ = State::shut_down;
            shut_down_ = true;
            return to_.answer(id, Json());
        }
        const bool pull = method == "textDocument/diagnostic" || method == "workspace/diagnostic";
        const Request* const request = find_request(method);
        if (!pull && request == nullptr)
            return refuse(ErrorCode::method_not_found, fmt::format("`{}` is not known here", method));
        if (method.starts_with("textDocument/") && text_at(params, {"textDocument", "uri"}).empty())
            return refuse(ErrorCode::invalid_params, fmt::format("`{}` names no document", method));
        folders_.answer({id, params, request});
    }

    void take_notification(std::string_view method, const Json& params) {
        if (method == "exit") {
            state_ = State::ended;
            return;
        }
        if (state_ != State::initialized) return;
        if (method == "initialized") return begin();
        if (method == "textDocument/didOpen") return open(params);
        if (method == "textDocument/didChange") return change(params);
        if (method == "textDocument/didClose") {
            if (const auto path = path_of_uri(text_at(params, {"textDocument", "uri"}))) folders_.close(*path);
            return;
        }
        if (method == "textDocument/didSave") {
            // Some clients neither tell what is saved otherwise, nor are told.
            if (const auto path = path_of_uri(text_at(params, {"textDocument", "uri"})))
                folders_.changed_on_disk({&*path, 1});
            return;
        }
        if (method == "workspace/didChangeWatchedFiles") return take_changes(params);
        if (method == "workspace/didChangeWorkspaceFolders") return take_folders(params);
        if (method == "workspace/didChangeConfiguration") return take_settings(params);
        if (method == "$/cancelRequest") folders_.cancel(at(params, {"id"}));
    }

    // Only now may the server ask anything.
    void begin() {
        const std::shared_ptr<const Client> client = folders_.client();
        if (client->watches) watch();
        if (client->configuration) ask_for_settings();
        for (const std::string& folder : client->folders) folders_.look_for_folders(folder);
    }

    void watch() {
        constexpr int kCreatedOrDeleted = 5;
        constexpr int kAll = 7;
        const auto watcher = [](std::string_view glob, int kinds) {
            return Json::object({{"globPattern", glob}, {"kind", kinds}});
        };
        // Other files matter where a document names them as its place.
        const Json watchers =
            Json::list({watcher("**/*.{yaml,yml}", kAll), watcher("**/*.schema.json", kAll),
                        watcher("**/{.ims-baseline,.gitignore}", kAll), watcher("**/*", kCreatedOrDeleted)});
        const Json registration = Json::object({{"id", "ims-files"},
                                                {"method", "workspace/didChangeWatchedFiles"},
                                                {"registerOptions", Json::object({{"watchers", watchers}})}});
        to_.ask("client/registerCapability", Json::object({{"registrations", Json::list({registration})}}), {});
    }

    void ask_for_settings() {
        const Json items = Json::list({Json::object({{"section", "ims"}})});
        to_.ask("workspace/configuration", Json::object({{"items", items}}), [this](const Json& result) {
            const Json::List* const all = result.as_list();
            if (all != nullptr && !all->empty()) use_settings(all->front());
        });
    }

    void take_settings(const Json& params) {
        if (folders_.client()->configuration) return ask_for_settings();
        use_settings(at(params, {"settings"}));
    }

    void use_settings(const Json& settings) {
        const std::shared_ptr<const Client> before = folders_.client();
        Client client = *before;
        read_settings(settings, client);
        if (client.yaml_syntax != before->yaml_syntax || client.show_references != before->show_references)
            folders_.serve(std::move(client));
    }

    void open(const Json& params) {
        const Json& of = at(params, {"textDocument"});
        take_text(of, text_at(of, {"text"}));
    }

    void change(const Json& params) {
        const Json::List* const changes = at(params, {"contentChanges"}).as_list();
        if (changes == nullptr || changes->empty()) return;
        take_text(at(params, {"textDocument"}), text_at(changes->back(), {"text"}));
    }

    void take_text(const Json& of, std::string_view text) {
        const std::string uri(text_at(of, {"uri"}));
        const auto path = path_of_uri(uri);
        if (!path) return;
        const std::int64_t version = at(of, {"version"}).as_integer().value_or(0);
        folders_.open(std::make_shared<const OpenDocument>(uri, *path, version, std::string(text)));
    }

    void take_changes(const Json& params) {
        std::vector<std::string> paths;
        const Json::List* const all = at(params, {"changes"}).as_list();
        if (all == nullptr) return;
        for (const Json& each : *all) {
            if (auto path = path_of_uri(text_at(each, {"uri"}))) paths.push_back(*std::move(path));
        }
        folders_.changed_on_disk(paths);
    }

    void take_folders(const Json& params) {
        const auto each_of = [&](std::string_view key, const auto& use) {
            const Json::List* const all = at(params, {"event", key}).as_list();
            if (all == nullptr) return;
            for (const Json& each : *all) {
                if (const auto path = path_of_uri(text_at(each, {"uri"}))) use(*path);
            }
        };
        each_of("removed", [&](const std::string& path) { folders_.leave(path); });
        each_of("added", [&](const std::string& path) { folders_.look_for_folders(path); });
    }

    ServerOptions options_;
    Outbox to_;
    State state_ = State::new_one;
    bool shut_down_ = false;
    Folders folders_;  // its thread ends first
};

Server::Server(ServerOptions options) : session_(std::make_unique<Session>(std::move(options))) {}
Server::~Server() = default;
void Server::receive(std::string_view message) { session_->receive(message); }
void Server::changed_on_disk(std::span<const std::string> paths) { session_->changed_on_disk(paths); }
bool Server::ended() const { return session_->ended(); }
bool Server::was_shut_down() const { return session_->was_shut_down(); }
void Server::wait_until_idle() { session_->wait_until_idle(); }

}  // namespace ims
