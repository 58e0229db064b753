#include "cli/writer.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>

#include <sys/stat.h>

#include "cli/environment.h"
#include "scratch.h"

using namespace ims;

TEST_CASE("a reader who has gone is no trouble") {
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    ::close(ends[0]);
    Writer writer(ends[1], "pipe", Writer::Owned::yes);
    writer.write("nobody reads this");
    CHECK(writer.finish());
}

TEST_CASE("a full disk is trouble, with the name") {
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0) return;
    Writer writer(full, "findings.json", Writer::Owned::yes);
    writer.write("this does not fit");
    const Outcome outcome = writer.finish();
    REQUIRE(!outcome);
    CHECK(outcome.error().path == "findings.json");
    CHECK(!outcome.error().reason.empty());
}

TEST_CASE("a stream that is full is told by its name, which is no path") {
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0) return;
    {
        Writer writer(full, "standard output", Writer::Owned::no);
        writer.write("this does not fit");
        const Outcome outcome = writer.finish();
        REQUIRE(!outcome);
        CHECK(outcome.error().path.empty());
        CHECK(outcome.error().message().starts_with("standard output: "));
    }
    ::close(full);
}

TEST_CASE("all that is written arrives, in order") {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    {
        Writer writer(ends[1], "pipe", Writer::Owned::yes);
        writer.write("one ");
        writer.write("two");
    }
    char bytes[16];
    const ssize_t got = ::read(ends[0], bytes, sizeof bytes);
    CHECK(std::string_view(bytes, static_cast<std::size_t>(got)) == "one two");
    ::close(ends[0]);
}

TEST_CASE("a filter sees whole lines, however they are written") {
    std::string text;
    const auto shout = [](std::string_view lines) { return "<" + std::string(lines) + ">"; };
    {
        Writer writer(text);
        writer.write("before:");
        writer.filter(shout);
        for (const std::string_view piece : {":", ":err", "or\n", "two\nthree\nfo", "ur"}) writer.write(piece);
        writer.flush();
        CHECK(text == "before:<::error\n><two\nthree\n>");
        REQUIRE(writer.finish());
        CHECK(text == "before:<::error\n><two\nthree\n><four>");
        writer.write("five");
    }
    CHECK(text == "before:<::error\n><two\nthree\n><four><five>");
}

namespace {

Environment environment() {
    static const DiskFileSystem files;
    static std::string nothing;
    static Writer none(nothing);
    return environment_of_process(files, none, none);
}

}  // namespace

TEST_CASE("a file is replaced once all is written, and not before") {
    const Scratch scratch;
    scratch.put("a.md", "old");
    {
        auto writer = environment().create_output(scratch.file("a.md"));
        REQUIRE(writer);
        writer->write("new");
        writer->flush();
        CHECK(scratch.text("a.md") == "old");
        REQUIRE(writer->settle());
        CHECK(scratch.text("a.md") == "old");
        REQUIRE(writer->finish());
        CHECK(scratch.text("a.md") == "new");
    }
    CHECK(scratch.text("a.md") == "new");
    CHECK(scratch.names() == std::vector<std::string>{"a.md"});
}

TEST_CASE("without an end the old file stays, and nothing beside it") {
    const Scratch scratch;
    scratch.put("a.md", "old");
    {
        auto writer = environment().create_output(scratch.file("a.md"));
        REQUIRE(writer);
        writer->write(std::string(200000, 'x'));
        CHECK(scratch.names().size() == 2);
    }
    CHECK(scratch.text("a.md") == "old");
    CHECK(scratch.names() == std::vector<std::string>{"a.md"});
}

TEST_CASE("what cannot take its place leaves the old file, and nothing beside it") {
    const Scratch scratch;
    scratch.put("a.md", "old");
    {
        const int descriptor = ::open(scratch.file("a.tmp").c_str(), O_WRONLY | O_CREAT | O_EXCL, 0666);
        REQUIRE(descriptor >= 0);
        Writer writer = Writer::replacing(descriptor, "a.md", scratch.file("a.tmp"), scratch.file("no/such/folder.md"));
        writer.write("new");
        const Outcome outcome = writer.finish();
        REQUIRE(!outcome);
        CHECK(outcome.error().message().starts_with("a.md: "));
    }
    CHECK(scratch.names() == std::vector<std::string>{"a.md"});
}

TEST_CASE("what does not arrive leaves the old file, and nothing beside it") {
    const int full = ::open("/dev/full", O_WRONLY);
    if (full < 0) return;
    const Scratch scratch;
    scratch.put("a.md", "old");
    scratch.put("a.tmp", "");
    {
        Writer writer = Writer::replacing(full, "a.md", scratch.file("a.tmp"), scratch.file("a.md"));
        writer.write("new");
        CHECK(!writer.settle());
        CHECK(!writer.finish());
    }
    CHECK(scratch.text("a.md") == "old");
    CHECK(scratch.names() == std::vector<std::string>{"a.md"});
}

TEST_CASE("a file keeps its mode, and a link still leads to it") {
    const Scratch scratch;
    scratch.put("a.md", "old");
    REQUIRE(::chmod(scratch.file("a.md").c_str(), 0640) == 0);
    std::filesystem::create_symlink("a.md", scratch.file("link.md"));
    auto writer = environment().create_output(scratch.file("link.md"));
    REQUIRE(writer);
    writer->write("new");
    REQUIRE(writer->finish());
    CHECK(scratch.text("a.md") == "new");
    CHECK(std::filesystem::is_symlink(scratch.file("link.md")));
    struct stat now {};
    REQUIRE(::stat(scratch.file("a.md").c_str(), &now) == 0);
    CHECK((now.st_mode & 0777U) == 0640U);
    CHECK(scratch.names() == std::vector<std::string>{"a.md", "link.md"});
}

TEST_CASE("a device is written to, not replaced") {
    auto writer = environment().create_output("/dev/null");
    REQUIRE(writer);
    writer->write("gone");
    CHECK(writer->finish());
    CHECK(!std::filesystem::is_regular_file("/dev/null"));
}
