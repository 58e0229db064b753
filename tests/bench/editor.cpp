// How long an editor waits for `ims lsp`, measured over the protocol as a client sees it: from a keystroke to what the
// file says wrong by itself, and to what the whole folder says; and for a hover, what may stand at the cursor, a
// definition. Compared with one `ims check` of the same folder, in one run. Times in milliseconds, memory in MB. usage:
// ims_bench_editor IMS FOLDER RECORDS LIMIT: of the whole folder, in milliseconds. Fails where a bound is missed.
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

constexpr double kMostOwn = 10;      // milliseconds to what a file says by itself
constexpr double kMostAnswer = 5;    // milliseconds for an answer
constexpr double kMostMemory = 1.5;  // times that of a check
constexpr std::size_t kEdits = 100;
constexpr const char* kToday = "2026-06-01";

double since(Clock::time_point begin) {
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

[[noreturn]] void give_up(const std::string& why) {
    fmt::print(stderr, "bench: {}\n", why);
    std::exit(2);
}

// A program that is spoken to by its standard input and output.
class Child {
public:
    explicit Child(std::vector<std::string> words, bool silent = false) {
        int in[2];
        int out[2];
        if (::pipe(in) != 0 || ::pipe(out) != 0) give_up("no pipe");
        number_ = ::fork();
        if (number_ == 0) {
            ::dup2(in[0], STDIN_FILENO);
            ::dup2(silent ? ::open("/dev/null", O_WRONLY) : out[1], STDOUT_FILENO);
            for (const int each : {in[0], in[1], out[0], out[1]}) ::close(each);
            std::vector<char*> arguments;
            for (std::string& word : words) arguments.push_back(word.data());
            arguments.push_back(nullptr);
            ::execv(arguments[0], arguments.data());
            std::_Exit(127);
        }
        ::close(in[0]);
        ::close(out[1]);
        to_ = in[1];
        from_ = out[0];
    }
    void send(const json& message) const {
        const std::string text = message.dump();
        const std::string all = fmt::format("Content-Length: {}\r\n\r\n{}", text.size(), text);
        if (::write(to_, all.data(), all.size()) != static_cast<ssize_t>(all.size())) give_up("ims lsp is gone");
    }
    json next() {
        std::size_t head = std::string::npos;
        while ((head = got_.find("\r\n\r\n")) == std::string::npos) fill();
        const std::size_t length = std::stoul(got_.substr(got_.find(": ") + 2));
        while (got_.size() < head + 4 + length) fill();
        json message = json::parse(got_.substr(head + 4, length));
        got_.erase(0, head + 4 + length);
        return message;
    }
    // Its most memory in MB, once it has ended.
    double end() {
        ::close(to_);
        ::close(from_);
        rusage used{};
        int status = 0;
        ::wait4(number_, &status, 0, &used);
        return static_cast<double>(used.ru_maxrss) / 1024;
    }

private:
    void fill() {
        char room[1 << 16];
        const ssize_t count = ::read(from_, room, sizeof room);
        if (count <= 0) give_up("ims lsp is gone");
        got_.append(room, static_cast<std::size_t>(count));
    }
    pid_t number_ = 0;
    int to_ = -1;
    int from_ = -1;
    std::string got_;
};

class Editor {
public:
    Editor(const std::string& ims, const std::string& folder) : server_({ims, "lsp", "--today", kToday}) {
        const json can = {{"workspace", {{"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}},
                          {"textDocument",
                           {{"completion", {{"completionItem", {{"snippetSupport", true}}}}},
                            {"hover", {{"contentFormat", {"markdown"}}}}}}};
        ask("initialize", {{"rootUri", uri(fs::absolute(folder))}, {"capabilities", can}});
        notify("initialized", json::object());
    }
    static std::string uri(const fs::path& path) { return "file://" + path.string(); }

    json ask(const std::string& method, const json& params) {
        server_.send({{"jsonrpc", "2.0"}, {"id", ++id_}, {"method", method}, {"params", params}});
        while (true) {
            json message = server_.next();
            if (message.contains("id") && !message.contains("method") && message["id"] == id_) return message;
        }
    }
    void notify(const std::string& method, const json& params) {
        server_.send({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
    }
    // Until it is told of this file.
    void wait_for(const std::string& file) {
        while (true) {
            const json message = server_.next();
            if (message.value("method", "") == "textDocument/publishDiagnostics" && message["params"]["uri"] == file)
                return;
        }
    }
    void open(const std::string& file, const std::string& text) {
        notify("textDocument/didOpen",
               {{"textDocument", {{"uri", file}, {"languageId", "yaml"}, {"version", 1}, {"text", text}}}});
    }
    void type(const std::string& file, const std::string& text) {
        const json changes = json::array({{{"text", text}}});
        notify("textDocument/didChange",
               {{"textDocument", {{"uri", file}, {"version", ++version_}}}, {"contentChanges", changes}});
    }
    // Answered once the whole folder is judged and told.
    void wait_for_all(const std::string& file) { ask("textDocument/codeLens", {{"textDocument", {{"uri", file}}}}); }
    double end() { return server_.end(); }

private:
    Child server_;
    int id_ = 0;
    int version_ = 1;
};

struct Times {
    std::vector<double> all;
    [[nodiscard]] double at(double share) {
        std::ranges::sort(all);
        return all[std::min(all.size() - 1, static_cast<std::size_t>(static_cast<double>(all.size()) * share))];
    }
};

std::string text_of(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// One in the middle.
fs::path some_file(const std::string& folder) {
    std::vector<fs::path> all;
    for (const auto& each : fs::recursive_directory_iterator(fs::path(folder) / "risks")) {
        if (each.path().extension() == ".yaml") all.push_back(fs::absolute(each.path()));
    }
    if (all.empty()) give_up("no risks in " + folder);
    std::ranges::sort(all);
    return all[all.size() / 2];
}

// What somebody types in turn: a field that is none, nothing, half an id, another field.
std::vector<std::string> states_of(const std::string& text) {
    const std::size_t owner = text.find("owner: ");
    const std::size_t end = text.find('\n', owner);
    const std::string half = text.substr(0, end - 1) + text.substr(end);
    return {text + "colour: red\n", text, half, text.substr(0, end) + "\ncolour: blue" + text.substr(end)};
}

json at(const std::string& file, const std::string& text, const std::string& mark, std::size_t more) {
    const std::size_t offset = text.find(mark) + more;
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
    const std::size_t begin = text.rfind('\n', offset - 1) + 1;
    return {{"textDocument", {{"uri", file}}}, {"position", {{"line", line}, {"character", offset - begin}}}};
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 5) give_up("usage: ims_bench_editor IMS FOLDER RECORDS LIMIT");
    const std::string ims = arguments[1];
    const std::string folder = arguments[2];
    const double limit = std::stod(arguments[4]);

    double check = 0;
    double check_memory = 0;
    for (int round = 0; round < 3; ++round) {
        const auto begin = Clock::now();
        Child run({ims, "check", "--today", kToday, "--format", "json", folder}, true);
        check_memory = run.end();
        check = round == 0 ? since(begin) : std::min(check, since(begin));
    }

    const fs::path path = some_file(folder);
    const std::string file = Editor::uri(path);
    const std::string text = text_of(path);
    const std::vector<std::string> states = states_of(text);
    Editor editor(ims, folder);
    editor.open(file, text);
    editor.wait_for_all(file);

    Times own;
    Times whole;
    for (std::size_t edit = 0; edit < kEdits; ++edit) {
        const auto begin = Clock::now();
        editor.type(file, states[edit % states.size()]);
        editor.wait_for(file);
        own.all.push_back(since(begin));
        editor.wait_for_all(file);
        whole.all.push_back(since(begin));
    }
    editor.type(file, text);
    editor.wait_for_all(file);

    Times hover;
    Times completion;
    Times definition;
    const json place = at(file, text, "owner: ", 9);
    for (std::size_t time = 0; time < kEdits; ++time) {
        const auto measure = [&](Times& into, const char* method) {
            const auto begin = Clock::now();
            const json answer = editor.ask(method, place);
            into.all.push_back(since(begin));
            if (!answer.contains("result") || answer["result"].is_null()) give_up(fmt::format("{}: no answer", method));
        };
        measure(hover, "textDocument/hover");
        measure(completion, "textDocument/completion");
        measure(definition, "textDocument/definition");
    }
    const double memory = editor.end();

    constexpr double kShare = 0.95;
    fmt::print("| {} | {:.0f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.1f} | {:.2f} |\n",
               arguments[3], check, own.at(0.5), own.at(kShare), whole.at(0.5), whole.at(kShare), hover.at(kShare),
               completion.at(kShare), definition.at(kShare), memory, memory / check_memory);
    const bool kept = own.at(kShare) <= kMostOwn && whole.at(kShare) <= limit && hover.at(kShare) <= kMostAnswer &&
                      completion.at(kShare) <= kMostAnswer && definition.at(kShare) <= kMostAnswer &&
                      memory <= kMostMemory * check_memory;
    return kept ? 0 : 1;
}
