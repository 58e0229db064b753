// What a workspace keeps of a folder, what its states share, and what it reads again.
#include "engine/workspace.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "built_in.h"
#include "engine/analyze.h"
#include "link/graph_names.h"
#include "no_git_settings.h"
#include "scratch.h"
#include "source/program.h"

using namespace ims;

namespace {

// Counts what it is asked for.
class WatchedFiles final : public FileSystem {
public:
    explicit WatchedFiles(const FileSystem& below) : below_(below) {}
    Result<std::vector<Entry>> list(const std::string& folder) const override {
        ++lists;
        return below_.list(folder);
    }
    EntryType type(const std::string& path) const override { return below_.type(path); }
    std::optional<std::string> real_path(const std::string& path) const override { return below_.real_path(path); }
    Result<std::string> read(const std::string& path, std::size_t limit) const override {
        read_paths.push_back(path);
        return below_.read(path, limit);
    }
    mutable std::atomic<int> lists = 0;
    mutable std::vector<std::string> read_paths;

private:
    const FileSystem& below_;
};

struct Folder {
    MemoryFileSystem files;
    WatchedFiles watched{files};
    Workspace workspace{watched, built_in_book(), options()};

    Folder() {
        files.files = {{"folder/ims.yaml", "disciplines: {quality: {}}\n"},
                       {"folder/a.yaml", "role: a\ntitle: A\n"},
                       {"folder/b.yaml", "role: b\ntitle: B\nreports_to: a\n"},
                       {"folder/c/d.yaml", "process: p\ntitle: P\nowner: a\n"}};
    }
    static ReadOptions options() {
        ReadOptions options;
        options.root = "folder";
        return options;
    }
    std::shared_ptr<const Snapshot> read() { return taken(workspace.read()); }
    std::shared_ptr<const Snapshot> refresh(const std::vector<std::string>& changed) {
        watched.read_paths.clear();
        watched.lists = 0;
        return taken(workspace.refresh(changed));
    }
    static std::shared_ptr<const Snapshot> taken(Workspace::State state) {
        REQUIRE_MESSAGE(state.has_value(), (state ? "" : state.error().message()));
        return *state;
    }
};

const ReadFile* file_of(const Snapshot& state, std::string_view path) {
    const auto found = std::ranges::find(*state.files, path, &FolderFile::path);
    return found == state.files->end() ? nullptr : found->read.get();
}

std::vector<std::string> messages(const Snapshot& state) {
    AnalyzeOptions options;
    options.today = *parse_date("2026-06-01");
    std::vector<std::string> out;
    const auto analysis = analyze(state, built_in_rules(), options);
    for (const Finding& each : analysis->findings) out.push_back(for_editors(each.message, analysis->graph));
    return out;
}

}  // namespace

TEST_CASE("an edit reads one file again, and lists no folder") {
    Folder folder;
    const auto before = folder.read();
    folder.files.files["folder/a.yaml"] = "role: a\ntitle: Another\n";
    const auto after = folder.refresh({"a.yaml"});
    CHECK(folder.watched.read_paths == std::vector<std::string>{"folder/a.yaml"});
    CHECK(folder.watched.lists == 0);
    CHECK(file_of(*after, "a.yaml") != file_of(*before, "a.yaml"));
    CHECK(file_of(*after, "b.yaml") == file_of(*before, "b.yaml"));
    CHECK(file_of(*before, "a.yaml")->parsed->bytes == "role: a\ntitle: A\n");
}

TEST_CASE("nothing changed: nothing is read, and all is shared") {
    Folder folder;
    const auto before = folder.read();
    const auto after = folder.refresh({});
    CHECK(folder.watched.read_paths.empty());
    for (std::size_t index = 0; index < before->files->size(); ++index)
        CHECK((*before->files)[index].read == (*after->files)[index].read);
}

TEST_CASE("a copy and a renamed file share what was read") {
    Folder folder;
    const auto first = folder.read();
    folder.files.files["folder/copy.yaml"] = folder.files.files["folder/a.yaml"];
    const auto copied = folder.refresh({"copy.yaml"});
    CHECK(file_of(*copied, "copy.yaml") == file_of(*first, "a.yaml"));
    CHECK(file_of(*copied, "a.yaml") == file_of(*first, "a.yaml"));
    folder.files.files.erase("folder/a.yaml");
    folder.files.files["folder/c/renamed.yml"] = folder.files.files["folder/copy.yaml"];
    folder.files.files.erase("folder/copy.yaml");
    const auto renamed = folder.refresh({"a.yaml", "copy.yaml", "c/renamed.yml"});
    CHECK(file_of(*renamed, "c/renamed.yml") == file_of(*first, "a.yaml"));
    CHECK(file_of(*renamed, "a.yaml") == nullptr);
    // Both are found at their own places.
    const auto found = messages(*copied);
    CHECK(std::ranges::count(found, "another role has the id `a` too") == 2);
}

TEST_CASE("another ims.yaml has records read anew, of the same trees; another text that says the same does too") {
    Folder folder;
    const auto before = folder.read();
    folder.files.files["folder/ims.yaml"] = "disciplines: {quality: {}}\ndefaults: {role: {purpose: P}}\n";
    const auto after = folder.refresh({"ims.yaml"});
    CHECK(folder.watched.read_paths == std::vector<std::string>{"folder/ims.yaml"});
    const ReadFile* const then = file_of(*before, "a.yaml");
    const ReadFile* const now = file_of(*after, "a.yaml");
    CHECK(now != then);
    CHECK(now->parsed == then->parsed);
    CHECK(now->values.size() == then->values.size() + 1);
}

TEST_CASE("a schema of the folder counts from when it is there until it is gone") {
    Folder folder;
    folder.files.files["folder/a.yaml"] = "role: a\ntitle: A\ncolour: red\n";
    const auto has = [](const Snapshot& state) {
        return std::ranges::count(messages(state), "a role has no field `colour`") > 0;
    };
    CHECK(has(*folder.read()));
    folder.files.files["folder/schemas/role.schema.json"] =
        R"({"x-ims-kind": "role", "properties": {"colour": {"x-ims-type": "line"}}})";
    const auto with = folder.refresh({"schemas/role.schema.json"});
    CHECK_FALSE(has(*with));
    folder.files.files.erase("folder/schemas/role.schema.json");
    CHECK(has(*folder.refresh({"schemas/role.schema.json"})));
    // The older state still has its own.
    CHECK_FALSE(has(*with));
}

TEST_CASE("where a state cannot be read, the next one makes good for what was changed by then") {
    Folder folder;
    const auto before = folder.read();
    folder.files.files["folder/a.yaml"] = "role: a2\ntitle: A\n";
    folder.files.files["folder/ims.yaml"] = "disciplines: [quality\n";
    const std::vector<std::string> both = {"a.yaml", "ims.yaml"};
    const auto refused = folder.workspace.refresh(both);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message().starts_with("folder/ims.yaml:1:14: "));
    folder.files.files["folder/ims.yaml"] = "disciplines: {quality: {}}\n";
    const auto after = folder.refresh({"ims.yaml"});
    CHECK(file_of(*after, "a.yaml")->records[0].id == "a2");
    CHECK(file_of(*after, "b.yaml") == file_of(*before, "b.yaml"));
}

TEST_CASE("paths may be told as people write them: `./a.yaml`, a folder with its slash, the whole folder") {
    for (const std::string told :
         {"./a.yaml", "a.yaml", ".//a.yaml", "c/../a.yaml", "../folder/a.yaml", ".", "", "./"}) {
        CAPTURE(told);
        Folder folder;
        static_cast<void>(folder.read());
        folder.files.files["folder/a.yaml"] = "role: z\ntitle: Z\n";
        CHECK(file_of(*folder.refresh({told}), "a.yaml")->records[0].id == "z");
    }
    Folder folder;
    static_cast<void>(folder.read());
    folder.files.files["folder/c/d.yaml"] = "process: z\ntitle: Z\n";
    CHECK(file_of(*folder.refresh({"c/"}), "c/d.yaml")->records[0].id == "z");
}

TEST_CASE("whether a document lies at its place is looked up again when files come and go") {
    Folder folder;
    folder.files.files["folder/a.yaml"] = "document: d\ntitle: D\ntype: form\nlocation: form.txt\n";
    CHECK(folder.read()->missing_files.contains("form.txt"));
    folder.files.files["folder/form.txt"] = "";
    CHECK_FALSE(folder.refresh({"form.txt"})->missing_files.contains("form.txt"));
    folder.files.files["folder/a.yaml"] = "document: d\ntitle: D\ntype: form\nlocation: other.txt\n";
    CHECK(folder.refresh({"a.yaml"})->missing_files.contains("other.txt"));
    CHECK_FALSE(folder.refresh({"b.yaml"})->missing_files.contains("form.txt"));
}

TEST_CASE("what a link leads to may change without the link") {
    const Scratch disk;
    disk.put("ims.yaml", "disciplines: {quality: {}}\n");
    disk.put(".kept/text", "role: a\ntitle: A\n");
    std::filesystem::create_symlink(".kept/text", disk.path / "linked.yaml");
    const DiskFileSystem files;
    ReadOptions options;
    options.root = disk.path.string();
    Workspace workspace(files, built_in_book(), options);
    const auto first = Folder::taken(workspace.read());
    REQUIRE(file_of(*first, "linked.yaml") != nullptr);
    CHECK(file_of(*first, "linked.yaml")->records[0].id == "a");
    disk.put(".kept/text", "role: b\ntitle: B\n");
    CHECK(file_of(*Folder::taken(workspace.refresh({})), "linked.yaml")->records[0].id == "b");
    // A file that becomes a link out of the folder is not followed.
    disk.put("plain.yaml", "role: c\ntitle: C\n");
    const std::vector<std::string> plain = {"plain.yaml"};
    CHECK(file_of(*Folder::taken(workspace.refresh(plain)), "plain.yaml")->records.size() == 1);
    std::filesystem::remove(disk.path / "plain.yaml");
    std::filesystem::create_symlink("/etc/hosts", disk.path / "plain.yaml");
    CHECK(file_of(*Folder::taken(workspace.refresh(plain)), "plain.yaml")->troubles().opaque);
}

TEST_CASE("schemas and catalogues of another folder count as they stand, also where the folder lies inside") {
    Folder folder;
    const auto catalogue = [](const std::string& title) { return "standard: mine\ntitle: " + title + "\n"; };
    for (const KindSpec& kind : Schema::built_in().kinds())
        folder.files.files["folder/ours/" + std::string(kind.name) + ".schema.json"] = kind.json;
    folder.files.files["folder/ours/common.schema.json"] = Schema::built_in().common_json();
    folder.files.files["folder/ours/standards/mine.yaml"] = catalogue("One");
    folder.files.files["folder/ims.yaml"] = "disciplines: {quality: {standards: mine}}\nignore: [ours]\n";
    ReadOptions options = Folder::options();
    options.schema_folder = "folder/ours";
    Workspace workspace(folder.watched, built_in_book(), options);
    const auto one = Folder::taken(workspace.read());
    const auto again = Folder::taken(workspace.refresh({}));
    CHECK(file_of(*again, "a.yaml") == file_of(*one, "a.yaml"));
    folder.files.files["folder/ours/standards/mine.yaml"] = catalogue("Two");
    const std::vector<std::string> changed = {"ours/standards/mine.yaml"};
    const auto two = Folder::taken(workspace.refresh(changed));
    CHECK(file_of(*one, "<built-in>/mine.yaml")->parsed->bytes == catalogue("One"));
    CHECK(file_of(*two, "<built-in>/mine.yaml")->parsed->bytes == catalogue("Two"));
}

TEST_CASE("an analysis that is stopped, whenever that is, gives nothing and leaves the state as it was") {
    Folder folder;
    const auto state = folder.read();
    const std::vector<std::string> whole = messages(*state);
    AnalyzeOptions options;
    options.today = *parse_date("2026-06-01");
    for (const std::size_t jobs : {std::size_t{1}, std::size_t{2}}) {
        options.jobs = jobs;
        std::atomic<std::size_t> asked = 0;
        options.stop = [&] {
            ++asked;
            return false;
        };
        CHECK(analyze(*state, built_in_rules(), options) != nullptr);
        const std::size_t times = asked;
        CHECK(times > 50);  // for each slice, and so for each rule that looks at what is there
        for (std::size_t at = 0; at < times; at += 1 + times / 40) {
            asked = 0;
            options.stop = [&] { return asked++ >= at; };
            CHECK(analyze(*state, built_in_rules(), options) == nullptr);
        }
    }
    CHECK(messages(*state) == whole);
}

TEST_CASE("what git ignores is asked anew when more changed than files that were read") {
    use_no_git_settings();
    const Scratch scratch;
    auto git = Program::start({"git", "-C", scratch.path.string(), "init", "-q"});
    if (!git || !git->finish()) return;  // no git here
    scratch.put("ims.yaml", "disciplines: {quality: {}}\n");
    scratch.put("a.yaml", "role: a\ntitle: A\n");
    scratch.put("b/c.yaml", "role: c\ntitle: C\n");
    const DiskFileSystem disk;
    ReadOptions options;
    options.root = scratch.path.string();
    options.git = "git";
    Workspace workspace(disk, built_in_book(), options);
    const auto paths = [](const Workspace::State& state) {
        REQUIRE(state);
        std::string text;
        for (const FolderFile& file : *(*state)->files) {
            if (!file.built_in()) text += file.path + " ";
        }
        return text;
    };
    const auto refresh = [&](const std::vector<std::string>& changed) { return paths(workspace.refresh(changed)); };
    CHECK(paths(workspace.read()) == "a.yaml b/c.yaml ims.yaml ");
    scratch.put(".gitignore", "c.yaml\n");
    CHECK(refresh({".gitignore"}) == "a.yaml ims.yaml ");
    scratch.put(".gitignore", "nothing\n");
    scratch.put("b/.gitignore", "*.yaml\n");
    CHECK(refresh({".gitignore", "b/.gitignore"}) == "a.yaml ims.yaml ");
    std::filesystem::remove(scratch.file("b/.gitignore"));
    scratch.put(".git/info/exclude", "/a.yaml\n");
    CHECK(refresh({"b", ".git/info/exclude"}) == "b/c.yaml ims.yaml ");
    auto add = Program::start({"git", "-C", scratch.path.string(), "add", "-f", "a.yaml"});
    REQUIRE(add);
    REQUIRE(add->finish());
    CHECK(refresh({".git/index"}) == "a.yaml b/c.yaml ims.yaml ");
}
