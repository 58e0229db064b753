// Whatever somebody types and saves: what the editor shows is what a check of the folder finds that begins from
// nothing, where files that are open read as they stand there. IMS_LONG_TESTS=1 goes through ten thousand edits, not
// five hundred.
#include <doctest/doctest.h>

#include <cstdlib>
#include <random>
#include <set>

#include "engine/changing_folder.h"
#include "lsp/editor.h"
#include "lsp/judged/published.h"
#include "source/paths.h"

namespace ims {
namespace {

using Shown = std::map<std::string, std::string>;  // diagnostics as JSON, by the name of the file

class Comparison {
public:
    explicit Comparison(std::uint32_t seed) : random_(seed), folder_(seed), editor_(names_of(folder_)) {
        // The capabilities that the editor told.
        client_.related_places = client_.tags = client_.rule_links = true;
    }

    // One edit of some sort; nobody waits for what comes of it.
    void edit() {
        switch (below(8)) {
            case 0:
            case 1: return type_somewhere();
            case 2: return undo();
            case 3: return close();
            default: return change_folder();
        }
    }

    void compare(std::size_t step) {
        CAPTURE(step);
        editor_.wait();
        MemoryFileSystem files = editor_.files();
        // A folder of which only files that are open are left is not on the disk.
        std::erase_if(files.unreadable, [&](const std::string& path) {
            return std::ranges::none_of(files.files, [&](const auto& file) {
                return file.first == path || file.first.starts_with(path + "/");
            });
        });
        for (const auto& [name, text] : editor_.open_texts()) {
            files.files["/folder/" + name] = text;
            std::erase(files.unreadable, "/folder/" + name);
        }
        Shown found;
        for (const std::string& root : roots()) {
            JudgedFolder cold(files, rules_, read_options(root));
            const auto state = cold.judge(*parse_date("2026-06-01"), 1, {});
            if (!state) {
                // Of the rest nobody knows.
                const FileDiagnostics trouble = diagnostics_of_trouble(state.error(), root);
                REQUIRE(to_text(editor_.diagnostics(trouble.path.substr(8))) == to_text(*parse_json(trouble.items)));
                ++refused_;
                return;
            }
            for (const FileDiagnostics& file : diagnostics_of(**state, client_, {}, 1))
                found[file.path.substr(8)] = to_text(*parse_json(file.items));
        }
        REQUIRE(differences(editor_.all_shown(), found) == "");
    }

    [[nodiscard]] std::size_t refused() const { return refused_; }

private:
    static std::string differences(const Shown& shown, const Shown& found) {
        std::string out;
        for (const auto& [name, text] : shown) {
            if (!found.contains(name)) out += name + " shows what is not found: " + text + "\n";
            else if (found.at(name) != text)
                out += name + " shows " + text + "\nwhere is found " + found.at(name) + "\n";
        }
        for (const auto& [name, text] : found) {
            if (!shown.contains(name)) out += name + " does not show " + text + "\n";
        }
        return out;
    }

    // Also those in folders that cannot be looked into any more: that is told there.
    std::vector<std::string> roots() {
        std::vector<std::string> all = {"/folder"};
        for (const auto& [path, text] : editor_.files().files) {
            if (path.ends_with("/ims.yaml") && path != "/folder/ims.yaml") all.push_back(*folder_of(path));
        }
        return all;
    }

    static FilesOfFolder names_of(const test::ChangingFolder& folder) {
        FilesOfFolder files;
        for (const auto& [path, text] : folder.files().files) files[path.substr(7)] = text;
        return files;
    }

    static ReadOptions read_options(const std::string& root) {
        ReadOptions options;
        options.root = root;
        return options;
    }

    [[nodiscard]] std::size_t below(std::size_t limit) { return random_() % limit; }

    // A folder becomes one of records once its ims.yaml is saved, not while it is typed.
    static bool is_typed(const std::string& name) { return name.ends_with(".yaml") && !name.ends_with("/ims.yaml"); }

    // What changed on the disk of somebody else is typed here, or saved there.
    void change_folder() {
        const std::vector<std::string> paths = folder_.change();
        const FilesOfFolder now = names_of(folder_);
        std::map<std::string, std::optional<std::string>> saved;
        std::set<std::string> names;
        for (const auto& [name, text] : now) names.insert(name);
        for (const auto& [path, text] : editor_.files().files) names.insert(path.substr(8));
        std::vector<std::string> unreadable;
        for (const std::string& path : folder_.files().unreadable) unreadable.push_back("/" + path);
        editor_.wait();
        editor_.files().unreadable = unreadable;
        for (const std::string& name : names) {
            const auto text = now.find(name);
            const bool open = editor_.open_texts().contains(name);
            const bool locked = std::ranges::find(unreadable, "/folder/" + name) != unreadable.end();
            const auto before = editor_.files().files.find("/folder/" + name);
            const bool same =
                text != now.end() && before != editor_.files().files.end() && before->second == text->second;
            if (text != now.end() && is_typed(name) && !same && !locked && (open || below(2) == 0)) {
                editor_.type(name, text->second);
            } else if (!same) {
                if (open && below(2) == 0) editor_.close(name);
                saved[name] = text == now.end() ? std::nullopt : std::optional(text->second);
            }
        }
        editor_.save(saved, paths);
    }

    void type_somewhere() {
        const std::string name = any_record();
        if (name.empty()) return;
        std::string text = text_of(name);
        undone_ = {name, text};
        const std::size_t at = below(text.size() + 1);
        if (below(2) == 0) text.erase(at, 1 + below(12));
        else text.insert(at, pieces()[below(pieces().size())]);
        editor_.type(name, text);
    }

    void undo() {
        if (!undone_.first.empty()) editor_.type(undone_.first, undone_.second);
    }

    void close() {
        const std::string name = any_record();
        if (editor_.open_texts().contains(name)) editor_.close(name);
    }

    std::string any_record() {
        std::vector<std::string> names;
        for (const auto& [path, text] : editor_.files().files) {
            if (is_typed(path.substr(8))) names.push_back(path.substr(8));
        }
        return names.empty() ? std::string() : names[below(names.size())];
    }

    std::string text_of(const std::string& name) {
        const auto open = editor_.open_texts().find(name);
        return open == editor_.open_texts().end() ? editor_.files().files["/folder/" + name] : open->second;
    }

    static const std::vector<std::string>& pieces() {
        static const std::vector<std::string> all = {"\n",        ":",    " ",    "- ",       "[",
                                                     "\"",        "b",    "boss", "driver",   "\nowner: ",
                                                     "\n---\n",   "\t",   "#",    "\xC3\xA4", "\xF0\x9F\x8D\x9E",
                                                     "role: x\n", "\r\n", "&a ",  "*a",       "{"};
        return all;
    }

    std::mt19937 random_;
    test::ChangingFolder folder_;
    RuleSet rules_ = RuleSet::built_in();
    Editor editor_;
    Client client_;
    std::pair<std::string, std::string> undone_;
    std::size_t refused_ = 0;
};

TEST_CASE("after any edits the editor shows what a cold check finds") {
    const std::size_t edits = std::getenv("IMS_LONG_TESTS") != nullptr ? 10000 : 500;
    constexpr std::size_t kFolders = 5;
    std::size_t refused = 0;
    for (std::uint32_t seed = 1; seed <= kFolders; ++seed) {
        CAPTURE(seed);
        Comparison folder(seed);
        std::mt19937 pause(seed);
        for (std::size_t step = 0; step < edits / kFolders; ++step) {
            folder.edit();
            if (pause() % 6 == 0) folder.compare(step);
        }
        folder.compare(edits);
        refused += folder.refused();
    }
    CHECK(refused > 0);
    CHECK(refused < edits / 4);
}

}  // namespace
}  // namespace ims
