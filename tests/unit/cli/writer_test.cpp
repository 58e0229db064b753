#include "cli/writer.h"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include <csignal>

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
    CHECK(outcome.error().message.starts_with("findings.json: "));
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
