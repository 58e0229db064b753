// An editor types, asks and is told of what others save, while its folder is judged: the thread that reads messages,
// the one that judges, those that it shares work with, and one that looks at the disk.
#include <doctest/doctest.h>

#include <atomic>
#include <mutex>
#include <string>
#include <thread>

#include <fmt/format.h>

#include "base/json.h"
#include "lsp/server.h"

using namespace ims;

namespace {

std::string text_of(int number) {
    return "process: bake\ntitle: Bake\nowner: " + std::string(number % 2 == 0 ? "boss" : "bos") + "\n";
}

std::string about(std::string_view method, int id, std::string_view more = "") {
    return fmt::format(
        R"({{"jsonrpc":"2.0","id":{},"method":"{}","params":{{"textDocument":{{"uri":"file:///folder/bake.yaml"}},"position":{{"line":2,"character":8}}{}}}}})",
        id, method, more);
}

TEST_CASE("an editor types, asks and is told of what others save, while its folder is judged") {
    MemoryFileSystem files;
    files.files["/folder/ims.yaml"] = "organisation: Bakery\ndisciplines: {quality: {}}\n";
    files.files["/folder/bake.yaml"] = text_of(0);
    for (int number = 0; number < 100; ++number)
        files.files[fmt::format("/folder/r{}.yaml", number)] = fmt::format(
            "role: {}\ntitle: R\nreports_to: r{}\n", number == 0 ? "boss" : fmt::format("r{}", number), number / 2);
    const RuleSet rules = RuleSet::built_in();
    std::mutex mutex;
    std::string last;
    std::atomic<int> answers = 0;
    ServerOptions options;
    options.files = &files;
    options.rules = &rules;
    options.jobs = 2;
    options.today = [] { return *parse_date("2026-06-01"); };
    options.send = [&](std::string_view message) {
        const std::lock_guard lock(mutex);
        if (message.find("bake.yaml") != std::string_view::npos &&
            message.find("publishDiagnostics") != std::string_view::npos)
            last = std::string(message);
        if (message.find(R"("result")") != std::string_view::npos) ++answers;
    };
    Server server(std::move(options));
    server.receive(
        R"({"jsonrpc":"2.0","id":1,"method":"initialize","params":{"rootUri":"file:///folder","capabilities":{}}})");
    server.receive(R"({"jsonrpc":"2.0","method":"initialized","params":{}})");
    std::atomic<bool> done = false;
    std::thread disk([&] {
        const std::string paths[] = {"/folder/r3.yaml", "/folder/new.yaml", "/folder/ims.yaml"};
        for (std::size_t round = 0; !done; ++round) {
            server.changed_on_disk({&paths[round % 3], 1});
            std::this_thread::yield();
        }
    });
    int id = 1;
    for (int number = 0; number < 40; ++number) {
        server.receive(fmt::format(
            R"({{"jsonrpc":"2.0","method":"textDocument/{}","params":{{"textDocument":{{"uri":"file:///folder/bake.yaml","version":{},"text":{}}},"contentChanges":[{{"text":{}}}]}}}})",
            number == 0 ? "didOpen" : "didChange", number, to_text(Json(text_of(number))),
            to_text(Json(text_of(number)))));
        for (const char* method : {"textDocument/hover", "textDocument/completion", "textDocument/definition",
                                   "textDocument/documentSymbol", "textDocument/codeLens"})
            server.receive(about(method, ++id));
        server.receive(
            about("textDocument/codeAction", ++id,
                  R"(,"range":{"start":{"line":0,"character":0},"end":{"line":9,"character":0}},"context":{})"));
        server.receive(fmt::format(R"({{"jsonrpc":"2.0","method":"$/cancelRequest","params":{{"id":{}}}}})", id));
    }
    done = true;
    disk.join();
    server.wait_until_idle();
    CHECK(answers > 40 * 3);
    const std::lock_guard lock(mutex);
    CHECK(last.find("there is no role `bos`") != std::string::npos);
}

}  // namespace
