#include "cli/file_changes.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include <fmt/format.h>

#include "cli/change_list.h"
#include "cli/paths.h"
#include "scratch.h"

using namespace ims;

namespace {

namespace fs = std::filesystem;

// The disk; `when_read` does something before a file is read, as somebody else might.
class WatchedFiles final : public FileSystem {
public:
    std::function<void(const std::string& path)> when_read = [](const std::string&) {};

    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override {
        return disk_.list(folder);
    }
    [[nodiscard]] EntryType type(const std::string& path) const override { return disk_.type(path); }
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override {
        return disk_.real_path(path);
    }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override {
        when_read(path);
        return disk_.read(path, limit);
    }

private:
    DiskFileSystem disk_;
};

struct Door {
    Scratch scratch;
    WatchedFiles files;
    std::string printed;
    Writer printer{printed};
    Environment environment = environment_of_process(files, printer, printer);
    FileChanges changes{environment};

    void add(const std::string& name, std::optional<std::string> old, std::string bytes) {
        changes.add(scratch.file(name), std::move(old), std::move(bytes));
    }
    // What is told, with names from the scratch folder; empty where all went well.
    [[nodiscard]] std::string told(const Outcome& outcome) const {
        if (outcome) return {};
        std::string text = outcome.error().message();
        const std::string folder = from_here(environment, scratch.path.string()) + "/";
        for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder))
            text.erase(at, folder.size());
        return text;
    }
    std::string commit() { return told(changes.commit()); }
    [[nodiscard]] std::string check() const { return told(changes.check()); }
    [[nodiscard]] std::string all() const {
        std::string text;
        for (const std::string& name : scratch.names()) {
            if (fs::is_directory(scratch.file(name))) text += name + "/ ";
            else text += name + "=" + scratch.text(name) + " ";
        }
        return text;
    }
};

std::string changed(const std::string& name) {
    return name + ": changed meanwhile, after this file had been read; nothing was written\n     run the command again";
}

}  // namespace

TEST_CASE("files are made and replaced, and nothing is left beside them") {
    Door door;
    door.scratch.put("a.yaml", "old a");
    door.add("a.yaml", "old a", "new a");
    door.add("b.yaml", std::nullopt, "new b");
    CHECK(door.check().empty());
    CHECK(door.all() == "a.yaml=old a ");
    CHECK(door.commit().empty());
    CHECK(door.all() == "a.yaml=new a b.yaml=new b ");
}

TEST_CASE("what would be written can be listed, and what changes nothing is none of it") {
    Door door;
    door.scratch.put("a.yaml", "same");
    door.add("a.yaml", "same", "same");
    door.add("empty.yaml", std::nullopt, "");
    REQUIRE(door.changes.all().size() == 1);
    CHECK(door.changes.all()[0].path == door.scratch.file("empty.yaml"));
    CHECK(door.commit().empty());
    CHECK(door.all() == "a.yaml=same empty.yaml= ");
}

TEST_CASE("a single file") {
    Door door;
    const std::string path = door.scratch.file(".ims-baseline");
    CHECK(write_durably(door.environment, path, std::nullopt, "one"));
    CHECK(write_durably(door.environment, path, "one", "two"));
    CHECK(door.told(write_durably(door.environment, path, "one", "three")) ==
          ".ims-baseline: changed meanwhile, after this file had been read; nothing was written\n     run the "
          "command again");
    CHECK(door.all() == ".ims-baseline=two ");
}

TEST_CASE("what has changed since it was read is not written over") {
    Door door;
    door.scratch.put("a.yaml", "old");
    door.add("a.yaml", "old", "new");
    std::string told;
    SUBCASE("other bytes") {
        door.scratch.put("b.yaml", "theirs");
        door.add("b.yaml", "old", "new");
        told = changed("b.yaml");
    }
    SUBCASE("more bytes") {
        door.scratch.put("b.yaml", "old\n");
        door.add("b.yaml", "old", "new");
        told = changed("b.yaml");
    }
    SUBCASE("gone") {
        door.add("b.yaml", "old", "new");
        told = "b.yaml: changed meanwhile: this file has gone; nothing was written\n     run the command again";
    }
    SUBCASE("come") {
        door.scratch.put("b.yaml", "theirs");
        door.add("b.yaml", std::nullopt, "new");
        told =
            "b.yaml: changed meanwhile: a file has come to stand here; nothing was written\n     run the command again";
    }
    const std::string before = door.all();
    CHECK(door.check() == told);
    CHECK(door.commit() == told);
    CHECK(door.all() == before);
}

TEST_CASE("what changes while the new files are written is seen too") {
    Door door;
    door.scratch.put("a.yaml", "old");
    door.scratch.put("b.yaml", "old");
    door.add("a.yaml", "old", "new");
    door.add("b.yaml", "old", "new");
    int reads = 0;
    door.files.when_read = [&](const std::string& path) {
        if (path.ends_with("b.yaml") && ++reads == 2) door.scratch.put("b.yaml", "theirs");
    };
    CHECK(door.commit() == changed("b.yaml"));
    CHECK(door.all() == "a.yaml=old b.yaml=theirs ");
}

TEST_CASE("where one file cannot take its place, those before it have their old bytes again") {
    Door door;
    door.scratch.put("a.yaml", "old");
    REQUIRE(::chmod(door.scratch.file("a.yaml").c_str(), 0604) == 0);
    door.scratch.put("d.yaml", "old");
    for (const char* const name : {"a.yaml", "b.yaml", "c.yaml", "d.yaml"})
        door.add(name, fs::exists(door.scratch.file(name)) ? std::optional<std::string>("old") : std::nullopt, "new");
    // After `c.yaml` was looked at for the last time.
    std::function<void()> at_the_last_moment;
    int reads = 0;
    door.files.when_read = [&](const std::string& path) {
        if (path.ends_with("d.yaml") && ++reads == 2) at_the_last_moment();
    };
    std::string expected;
    SUBCASE("a folder has it") {
        at_the_last_moment = [&] { fs::create_directory(door.scratch.file("c.yaml")); };
        expected = "a.yaml=old c.yaml/ d.yaml=old ";
    }
    SUBCASE("somebody else's file has it") {
        at_the_last_moment = [&] { door.scratch.put("c.yaml", "theirs"); };
        expected = "a.yaml=old c.yaml=theirs d.yaml=old ";
    }
    CHECK(door.commit() ==
          "c.yaml: changed meanwhile: a file has come to stand here; nothing was written\n     run the command again");
    CHECK(door.all() == expected);
    struct stat status {};
    REQUIRE(::stat(door.scratch.file("a.yaml").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0604U);
}

TEST_CASE("what could not be put back is told") {
    Door door;
    door.scratch.put("a.yaml", "old");
    door.scratch.put("c.yaml", "old");
    door.add("a.yaml", "old", "new");
    door.add("b.yaml", std::nullopt, "new");
    door.add("c.yaml", "old", "new");
    const auto replace = door.environment.replace_file;
    // No file is made after the last one, whose folder has gone.
    bool last = false;
    door.environment.replace_file = [&](const std::string& path, const std::string& name) -> Result<Writer> {
        if (last) return Error(path, "no");
        last = path.ends_with("c.yaml");
        if (!last) return replace(path, name);
        const std::string temporary = door.scratch.file("c.tmp");
        return Writer::replacing(::creat(temporary.c_str(), 0666), "c.yaml", temporary, door.scratch.file("gone/c"));
    };
    CHECK(
        door.commit() ==
        "c.yaml: No such file or directory\n     these files have been written and could not be put back: `a.yaml` and "
        "`b.yaml`");
    CHECK(door.all() == "a.yaml=new b.yaml=new c.yaml=old ");
}

TEST_CASE("a change is refused before anything is written") {
    Door door;
    door.scratch.put("a.yaml", "old");
    door.add("a.yaml", "old", "new");
    std::string told;
    SUBCASE("a folder") {
        fs::create_directory(door.scratch.file("b.yaml"));
        door.add("b.yaml", std::nullopt, "new");
        told = "b.yaml: a folder stands where a file is to be";
    }
    SUBCASE("a pipe") {
        REQUIRE(::mkfifo(door.scratch.file("b.yaml").c_str(), 0666) == 0);
        door.add("b.yaml", "old", "new");
        told = "b.yaml: this is a pipe, a device or a socket, and no file";
    }
    SUBCASE("a file that nobody may write") {
        door.scratch.put("b.yaml", "old");
        REQUIRE(::chmod(door.scratch.file("b.yaml").c_str(), 0444) == 0);
        door.add("b.yaml", "old", "new");
        told = "b.yaml: this file is read-only, and was left as it is";
    }
    SUBCASE("a link that leads nowhere") {
        fs::create_symlink("nowhere", door.scratch.file("b.yaml"));
        door.add("b.yaml", std::nullopt, "new");
        told = "b.yaml: this link leads nowhere";
    }
    SUBCASE("a file below a file") {
        door.add("a.yaml/b.yaml", std::nullopt, "new");
        told = "a.yaml/b.yaml: Not a directory";
    }
    SUBCASE("one file by two names") {
        fs::create_symlink("a.yaml", door.scratch.file("b.yaml"));
        door.add("b.yaml", "old", "newer");
        told = "b.yaml: this file is to be written twice, by one name or two; nothing was written";
    }
    const std::vector<std::string> before = door.scratch.names();
    CHECK(door.check() == told);
    CHECK(door.commit() == told);
    CHECK(door.scratch.names() == before);
    CHECK(door.scratch.text("a.yaml") == "old");
}

TEST_CASE("a disk that is full leaves all as it was") {
    if (!fs::exists("/dev/full")) return;
    Door door;
    door.scratch.put("a.yaml", "old");
    door.add("a.yaml", "old", "new");
    door.add("b.yaml", std::nullopt, "new");
    const auto replace = door.environment.replace_file;
    door.environment.replace_file = [&](const std::string& path, const std::string& name) -> Result<Writer> {
        if (!path.ends_with("b.yaml")) return replace(path, name);
        door.scratch.put("b.tmp", "");
        return Writer::replacing(::open("/dev/full", O_WRONLY), "b.yaml", door.scratch.file("b.tmp"), path,
                                 Writer::Care::synced);
    };
    CHECK(door.commit() == "b.yaml: No space left on device");
    CHECK(door.all() == "a.yaml=old ");
}

TEST_CASE("a file keeps its mode and its owner, and a link still leads to it") {
    Door door;
    door.scratch.put("there/a.yaml", "old");
    const std::string file = door.scratch.file("there/a.yaml");
    REQUIRE(::chmod(file.c_str(), 0640) == 0);
    const bool of_somebody_else = ::chown(file.c_str(), 12345, 23456) == 0;  // only root may
    fs::create_symlink("there/a.yaml", door.scratch.file("link.yaml"));
    door.add("link.yaml", "old", "new");
    CHECK(door.commit().empty());
    CHECK(door.all() == "link.yaml=new there/ there/a.yaml=new ");
    CHECK(fs::is_symlink(door.scratch.file("link.yaml")));
    struct stat status {};
    REQUIRE(::stat(file.c_str(), &status) == 0);
    CHECK((status.st_mode & 07777U) == 0640U);
    if (of_somebody_else) CHECK(status.st_uid == 12345);
    if (of_somebody_else) CHECK(status.st_gid == 23456);
}

TEST_CASE("the temporary file of a run that was killed is in nobody's way") {
    Door door;
    const std::string killed = temporary_name(::getpid(), 1);
    door.scratch.put(killed, "half");
    door.add("a.yaml", std::nullopt, "new");
    CHECK(door.commit().empty());
    CHECK(door.all() == fmt::format("{}=half a.yaml=new ", killed));
}

TEST_CASE("each folder is asked to keep its names") {
    Door door;
    door.scratch.put("risks/a.yaml", "old");
    door.add("risks/a.yaml", "old", "new");
    std::vector<std::string> asked;
    door.environment.sync_folder = [&](const std::string& folder) {
        asked.push_back(fs::path(folder).filename());
        return folder.ends_with("roles") ? Outcome(Error(folder, "no")) : Outcome(Nothing{});
    };
    const std::string top = door.scratch.path.filename();
    SUBCASE("a single file: once it has its place") {
        CHECK(door.commit().empty());
        CHECK(asked == std::vector<std::string>{"risks"});
    }
    SUBCASE("several: before that is decided, then the folder with the list, when they have their places, and again") {
        door.scratch.put("ims.yaml", "");
        door.add("new/b.yaml", std::nullopt, "new");
        CHECK(door.commit().empty());
        CHECK(asked == std::vector<std::string>{top, "new", "risks", top, top, "new", "risks", top});
    }
    SUBCASE("nothing is written where it fails before") {
        door.scratch.put("ims.yaml", "");
        door.add("roles/b.yaml", std::nullopt, "new");
        CHECK(door.commit() == "roles: no");
        CHECK(door.all() == "ims.yaml= risks/ risks/a.yaml=old ");
    }
    SUBCASE("and told where it fails afterwards") {
        Door other;
        other.add("roles/b.yaml", std::nullopt, "new");
        other.environment.sync_folder = door.environment.sync_folder;
        CHECK(other.commit() ==
              "roles: the files in it are written, but may be the old ones again if the power fails now: no");
        CHECK(other.all() == "roles/ roles/b.yaml=new ");
    }
}

TEST_CASE("folders that are missing are made, and go again where the change fails") {
    Door door;
    door.scratch.put("ims.yaml", "old");
    door.add("sites/north/risks/b.yaml", std::nullopt, "new");
    door.add("sites/a.yaml", std::nullopt, "new");
    CHECK(door.check().empty());
    CHECK(door.all() == "ims.yaml=old ");
    SUBCASE("all is well") {
        CHECK(door.commit().empty());
        CHECK(door.all() ==
              "ims.yaml=old sites/ sites/a.yaml=new sites/north/ sites/north/risks/ "
              "sites/north/risks/b.yaml=new ");
    }
    SUBCASE("it fails at the end") {
        door.add("c.yaml", std::nullopt, "new");
        const auto replace = door.environment.replace_file;
        door.environment.replace_file = [&](const std::string& path, const std::string& name) -> Result<Writer> {
            if (path.ends_with("c.yaml")) door.scratch.put("c.yaml", "");
            return replace(path, name);
        };
        CHECK(!door.commit().empty());
        CHECK(door.all() == "c.yaml= ims.yaml=old ");
    }
    SUBCASE("somebody else has put something there") {
        door.add("c.yaml", std::nullopt, "new");
        const auto replace = door.environment.replace_file;
        door.environment.replace_file = [&](const std::string& path, const std::string& name) -> Result<Writer> {
            if (path.ends_with("c.yaml")) {
                door.scratch.put("sites/theirs.yaml", "theirs");
                return Error(path, "no");
            }
            return replace(path, name);
        };
        CHECK(!door.commit().empty());
        CHECK(door.all() == "ims.yaml=old sites/ sites/theirs.yaml=theirs ");
    }
    SUBCASE("the folder of ims.yaml is one of them") {
        Door other;
        other.add("site/ims.yaml", std::nullopt, "new");
        other.add("site/roles/a.yaml", std::nullopt, "new");
        CHECK(other.commit().empty());
        CHECK(other.all() == "site/ site/ims.yaml=new site/roles/ site/roles/a.yaml=new ");
    }
}

TEST_CASE("a folder cannot be made where a file stands") {
    Door door;
    door.scratch.put("a", "old");
    door.add("a/b/c.yaml", std::nullopt, "new");
    CHECK(door.check() == "a/b/c.yaml: Not a directory");
    CHECK(door.commit() == door.check());
    CHECK(door.all() == "a=old ");
}

TEST_CASE("a file goes, when the others have their places") {
    Door door;
    door.scratch.put("ims.yaml", "");
    door.scratch.put("a.yaml", "old");
    door.changes.remove(door.scratch.file("a.yaml"), "old");
    door.add("b.yaml", std::nullopt, "new");
    SUBCASE("all is well") {
        CHECK(door.commit().empty());
        CHECK(door.all() == "b.yaml=new ims.yaml= ");
    }
    SUBCASE("it was changed meanwhile") {
        door.scratch.put("a.yaml", "theirs");
        CHECK(door.commit() == changed("a.yaml"));
        CHECK(door.all() == "a.yaml=theirs ims.yaml= ");
    }
    SUBCASE("the others have no place") {
        const auto remove = door.environment.remove_file;
        door.environment.remove_file = [&](const std::string& path) {
            return path.ends_with("a.yaml") ? Outcome(Error("a.yaml", "no")) : remove(path);
        };
        CHECK(door.commit() == "a.yaml: no; all files are as before");
        CHECK(door.all() == "a.yaml=old ims.yaml= ");
    }
}

TEST_CASE("a program may be run from the moment at which it is there") {
    Door door;
    door.scratch.put("ims.yaml", "old");
    fs::create_directory(door.scratch.file(".git"));
    door.changes.add_program(door.scratch.file(".git/hooks/pre-commit"), "#!/bin/sh\n");
    door.add("ims.yaml", "old", "new");
    std::vector<std::string> marked;
    const auto let_run = door.environment.let_run;
    door.environment.let_run = [&](const std::string& path) {
        marked.push_back(fs::path(path).filename());
        return let_run(path);
    };
    SUBCASE("all is well") {
        CHECK(door.commit().empty());
        CHECK(marked == std::vector{temporary_name(::getpid(), 1)});
        const fs::perms mode = fs::status(door.scratch.file(".git/hooks/pre-commit")).permissions();
        CHECK(((mode & fs::perms::owner_exec) != fs::perms::none));
        const fs::perms other = fs::status(door.scratch.file("ims.yaml")).permissions();
        CHECK(((other & fs::perms::owner_exec) == fs::perms::none));
    }
    SUBCASE("it cannot be marked") {
        door.environment.let_run = [](const std::string& path) { return Outcome(Error(path, "no")); };
        CHECK(door.commit().ends_with(": no"));
        CHECK(door.all() == ".git/ ims.yaml=old ");
    }
}

TEST_CASE("who waits for another says so, once it is more than a moment") {
    Door door;
    door.scratch.put("ims.yaml", "");
    door.add("a.yaml", std::nullopt, "new");
    bool waits = false;
    const auto wait = door.environment.wait_for_folder;
    door.environment.wait_for_folder = [&](const std::string& folder, const std::function<void()>& tell_waiting) {
        if (waits) tell_waiting();
        return wait(folder, tell_waiting);
    };
    SUBCASE("nobody writes") { CHECK(door.commit().empty()); }
    SUBCASE("somebody does") {
        waits = true;
        CHECK(door.commit().empty());
    }
    CHECK(door.printed == (waits ? "ims: waiting for another command that writes here (Ctrl+C stops waiting)\n" : ""));
    CHECK(door.all() == "a.yaml=new ims.yaml= ");
}

TEST_CASE("that files are written is told once they are") {
    Door door;
    door.scratch.put("a.yaml", "old");
    door.add("a.yaml", "old", "new");
    int told = 0;
    door.environment.files_are_written = [&] { ++told; };
    SUBCASE("all is well") {
        CHECK(door.commit().empty());
        CHECK(told == 1);
    }
    SUBCASE("it is refused") {
        door.scratch.put("a.yaml", "theirs");
        CHECK(!door.commit().empty());
        CHECK(told == 0);
    }
}

namespace {

volatile std::sig_atomic_t interrupted = 0;

}  // namespace

TEST_CASE("who interrupts it waits until all is written") {
    Door door;
    door.scratch.put("a.yaml", "old");
    door.add("a.yaml", "old", "new");
    interrupted = 0;
    const auto before = std::signal(SIGTERM, [](int) { interrupted = 1; });
    bool seen = false;
    const auto replace = door.environment.replace_file;
    door.environment.replace_file = [&](const std::string& path, const std::string& name) {
        ::raise(SIGTERM);
        seen = interrupted != 0;
        return replace(path, name);
    };
    CHECK(door.commit().empty());
    CHECK(!seen);
    CHECK(interrupted == 1);
    CHECK(door.all() == "a.yaml=new ");
    std::signal(SIGTERM, before);
}
