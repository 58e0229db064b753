#include "lsp/editor.h"

#include <algorithm>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "lsp/judged/asked.h"
#include "lsp/protocol/uri.h"

namespace ims {
namespace {

constexpr std::string_view kFolder = "/folder/";
constexpr std::string_view kSettings =
    "organisation: Petal & Post\ndisciplines: {quality: {}, privacy: {}}\ncheck: {profile: records}\n";
constexpr std::string_view kCapabilities = R"({
  "textDocument": {
    "publishDiagnostics": {"relatedInformation": true, "tagSupport": {"valueSet": [1, 2]}, "codeDescriptionSupport": true},
    "completion": {"completionItem": {"snippetSupport": true, "labelDetailsSupport": true}},
    "hover": {"contentFormat": ["markdown", "plaintext"]},
    "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source.fixAll"]}}},
    "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
    "rename": {"prepareSupport": true}
  },
  "workspace": {
    "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename", "delete"]},
    "applyEdit": true, "didChangeWatchedFiles": {"dynamicRegistration": true}
  },
  "window": {"workDoneProgress": true, "showDocument": {"support": true}}
})";

std::string place(const Json& diagnostic) {
    const TextPosition begin = read_range(at(diagnostic, {"range"})).begin;
    return fmt::format("{}:{} {}", begin.line + 1, begin.character + 1, text_at(diagnostic, {"code"}));
}

// As it arrives: what is no UTF-8 cannot be sent.
std::string as_sent(std::string_view text) { return *parse_json(to_text(Json(text)))->as_text(); }

std::string with_edits(const std::string& text, const Json& edits) {
    const std::vector<std::uint32_t> starts = line_starts_of(text);
    const TextLines lines(text, starts);
    std::vector<std::pair<ByteRange, std::string>> changes;
    for (const Json& edit : *edits.as_list()) {
        changes.emplace_back(lines.bytes(read_range(at(edit, {"range"})), Encoding::utf16),
                             std::string(text_at(edit, {"newText"})));
    }
    std::ranges::stable_sort(changes, {}, [](const auto& each) { return each.first; });
    std::string out;
    std::uint32_t done = 0;
    for (const auto& [bytes, added] : changes) {
        REQUIRE(bytes.begin >= done);
        out += text.substr(done, bytes.begin - done) + added;
        done = bytes.end;
    }
    return out + text.substr(done);
}

}  // namespace

Editor::Editor(const FilesOfFolder& files, const EditorWish& wish) {
    files_.files[std::string(kFolder) + "ims.yaml"] = kSettings;
    for (const auto& [name, text] : files) files_.files[std::string(kFolder) + name] = text;
    ServerOptions options;
    options.files = &files_;
    options.rules = &rules_;
    options.jobs = 1;
    options.today = [day = *parse_date(wish.today)] { return day; };
    options.send = [this](std::string_view message) { receive(message); };
    server_ = std::make_unique<Server>(std::move(options));
    Json params =
        Json::object({{"capabilities", *parse_json(wish.capabilities.empty() ? kCapabilities : wish.capabilities)},
                      {"initializationOptions", *parse_json(wish.options)}});
    if (wish.opens_folder) params["rootUri"] = "file:///folder";
    ask("initialize", params);
    notify("initialized", Json::object());
    wait();
}

Editor::~Editor() { server_.reset(); }

std::string Editor::uri(std::string_view name) { return uri_of_path(std::string(kFolder) + std::string(name)); }
Json Editor::document(std::string_view name) { return Json::object({{"uri", uri(name)}}); }

void Editor::receive(std::string_view message) {
    const Result<Json> json = parse_json(message);
    const std::lock_guard lock(mutex_);
    const std::string_view method = text_at(*json, {"method"});
    if (method == "textDocument/publishDiagnostics") {
        diagnostics_[std::string(text_at(*json, {"params", "uri"}))] = at(*json, {"params", "diagnostics"});
    }
    if (!method.empty()) said_.push_back(*json);
    else if (const auto id = at(*json, {"id"}).as_integer()) answers_[*id] = *json;
}

void Editor::send(std::string_view message) { server_->receive(message); }

std::int64_t Editor::send_request(std::string_view method, Json params) {
    send(to_text(Json::object({{"jsonrpc", "2.0"}, {"id", ++id_}, {"method", method}, {"params", std::move(params)}})));
    return id_;
}

std::optional<Json> Editor::answer_to(std::int64_t id) {
    const std::lock_guard lock(mutex_);
    const auto found = answers_.find(id);
    return found == answers_.end() ? std::nullopt : std::optional(found->second);
}

Json Editor::ask_whole(std::string_view method, Json params) {
    const std::int64_t id = send_request(method, std::move(params));
    wait();
    const auto answer = answer_to(id);
    REQUIRE(answer);
    return *answer;
}

Json Editor::ask(std::string_view method, Json params) {
    const Json answer = ask_whole(method, std::move(params));
    CAPTURE(to_text(answer));
    REQUIRE(answer.find("result") != nullptr);
    return *answer.find("result");
}

void Editor::notify(std::string_view method, Json params) {
    send(to_text(Json::object({{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}})));
}

std::string Editor::text_of(const std::string& name) {
    const auto open = open_.find(name);
    return open == open_.end() ? files_.files[std::string(kFolder) + name] : open->second;
}

void Editor::open(const std::string& name) { open(name, text_of(name)); }

void Editor::open(const std::string& name, std::string_view text) {
    open_[name] = as_sent(text);
    notify("textDocument/didOpen",
           Json::object(
               {{"textDocument",
                 Json::object(
                     {{"uri", uri(name)}, {"languageId", "yaml"}, {"version", ++versions_[name]}, {"text", text}})}}));
}

void Editor::type(const std::string& name, std::string_view text) {
    if (!open_.contains(name)) return open(name, text);
    open_[name] = as_sent(text);
    notify("textDocument/didChange",
           Json::object({{"textDocument", Json::object({{"uri", uri(name)}, {"version", ++versions_[name]}})},
                         {"contentChanges", Json::list({Json::object({{"text", text}})})}}));
}

void Editor::close(const std::string& name) {
    open_.erase(name);
    notify("textDocument/didClose", Json::object({{"textDocument", document(name)}}));
}

void Editor::save(const std::string& name, std::optional<std::string> text) { save({{name, std::move(text)}}); }

// Nothing reads the folder while it changes.
void Editor::save(const std::map<std::string, std::optional<std::string>>& files,
                  const std::vector<std::string>& others) {
    wait();
    constexpr int kCreated = 1;
    constexpr int kChanged = 2;
    constexpr int kDeleted = 3;
    Json changes = Json::list();
    const auto add = [&](const std::string& name, int type) {
        changes.add(Json::object({{"uri", uri(name)}, {"type", type}}));
    };
    for (const auto& [name, text] : files) {
        const std::string path = std::string(kFolder) + name;
        add(name, !text ? kDeleted : files_.files.contains(path) ? kChanged : kCreated);
        if (text) files_.files[path] = *text;
        else files_.files.erase(path);
    }
    for (const std::string& name : others) add(name, kChanged);
    notify("workspace/didChangeWatchedFiles", Json::object({{"changes", changes}}));
}

void Editor::wait() { server_->wait_until_idle(); }

Json Editor::diagnostics(const std::string& name) {
    wait();
    const std::lock_guard lock(mutex_);
    const auto found = diagnostics_.find(uri(name));
    return found == diagnostics_.end() ? Json::list() : found->second;
}

std::string Editor::told(const std::string& name) {
    std::vector<std::string> out;
    const Json all = diagnostics(name);
    for (const Json& each : *all.as_list()) out.push_back(place(each));
    std::ranges::sort(out);
    return fmt::format("{}", fmt::join(out, ", "));
}

std::string Editor::all_told() {
    wait();
    std::vector<std::string> out;
    const std::lock_guard lock(mutex_);
    for (const auto& [uri, all] : diagnostics_) {
        const std::string name = path_of_uri(uri)->substr(kFolder.size());
        for (const Json& each : *all.as_list()) out.push_back(name + " " + place(each));
    }
    std::ranges::sort(out);
    return fmt::format("{}", fmt::join(out, ", "));
}

std::map<std::string, std::string> Editor::all_shown() {
    wait();
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::string> out;
    for (const auto& [uri, all] : diagnostics_) {
        if (!all.as_list()->empty()) out[path_of_uri(uri)->substr(kFolder.size())] = to_text(all);
    }
    return out;
}

std::vector<Json> Editor::said(std::string_view method) {
    wait();
    const std::lock_guard lock(mutex_);
    std::vector<Json> out;
    for (const Json& each : said_) {
        if (text_at(each, {"method"}) == method) out.push_back(each);
    }
    return out;
}

Editor::Marked Editor::marked(std::string_view text) {
    const std::size_t mark = text.find('|');
    REQUIRE(mark != std::string_view::npos);
    Marked out{std::string(text.substr(0, mark)) + std::string(text.substr(mark + 1)), {}};
    const std::vector<std::uint32_t> starts = line_starts_of(out.text);
    out.position =
        position_json(TextLines(out.text, starts).position(static_cast<std::uint32_t>(mark), Encoding::utf16));
    return out;
}

Json Editor::at_mark(const std::string& name, std::string_view text) {
    const Marked where = marked(text);
    type(name, where.text);
    return Json::object({{"textDocument", document(name)}, {"position", where.position}});
}

FilesOfFolder Editor::after(const Json& workspace_edit) {
    FilesOfFolder out;
    const auto name_of = [](std::string_view uri) { return path_of_uri(uri)->substr(kFolder.size()); };
    if (const Json::Object* const changes = at(workspace_edit, {"changes"}).as_object()) {
        for (const JsonMember& each : *changes)
            out[name_of(each.key)] = with_edits(text_of(name_of(each.key)), each.value);
    }
    if (const Json::List* const changes = at(workspace_edit, {"documentChanges"}).as_list()) {
        for (const Json& each : *changes) {
            if (text_at(each, {"kind"}) == "create") {
                out[name_of(text_at(each, {"uri"}))] = "";
                continue;
            }
            const std::string name = name_of(text_at(each, {"textDocument", "uri"}));
            const std::string before = out.contains(name) ? out[name] : text_of(name);
            out[name] = with_edits(before, at(each, {"edits"}));
        }
    }
    return out;
}

}  // namespace ims
