// Running other programs: what goes in, what comes out, and what happens when they do not play along.
#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "source/program.h"

using namespace ims;

TEST_CASE("a program gets its arguments as they are") {
    auto program = Program::start({"printf", "%s|", "a b", "$HOME", "it's \"ü\"", ""});
    REQUIRE(program.has_value());
    CHECK(program->finish() == "a b|$HOME|it's \"ü\"||");
}

TEST_CASE("more than fits into a pipe goes in and comes out") {
    const std::string much(3'000'000, 'x');
    auto program = Program::start({"cat"});
    REQUIRE(program.has_value());
    CHECK((program->finish(much) == much));
}

TEST_CASE("a program can be asked again and again") {
    auto program = Program::start({"cat"});
    REQUIRE(program.has_value());
    for (const std::string_view word : {"one", "two"}) {
        REQUIRE(program->send(std::string(word) + "\nrest"));
        CHECK(program->read_line() == word);
        CHECK(program->read(4) == "rest");
    }
}

TEST_CASE("a program that is not there, that fails or that ends early gives nothing") {
    auto missing = Program::start({"no-such-command-as-this"});
    CHECK((!missing || !missing->finish()));
    auto failing = Program::start({"false"});
    REQUIRE(failing.has_value());
    CHECK_FALSE(failing->finish().has_value());
    auto early = Program::start({"true"});
    REQUIRE(early.has_value());
    CHECK_FALSE(early->read_line().has_value());
    CHECK_FALSE(early->finish(std::string(3'000'000, 'x')).has_value());
}

TEST_CASE("variables can be kept from a program") {
    const std::vector<std::string_view> without = {"PATH"};
    auto program = Program::start({"env"}, without);
    REQUIRE(program.has_value());
    const auto printed = program->finish();
    REQUIRE(printed.has_value());
    CHECK(("\n" + *printed).find("\nPATH=") == std::string::npos);
}

TEST_CASE("a program holds nothing open of what another thread starts meanwhile") {
    const char* open_files = "/proc/self/fd";
    if (!std::filesystem::exists(open_files)) return;
    const auto open_in_one = [&] {
        auto program = Program::start({"ls", open_files});
        return program ? program->finish() : std::nullopt;
    };
    const auto alone = open_in_one();
    REQUIRE(alone.has_value());
    // That there is no such program makes them start the more often.
    std::vector<std::jthread> others;
    for (int count = 0; count < 3; ++count)
        others.emplace_back([](const std::stop_token& stop) {
            while (!stop.stop_requested()) static_cast<void>(Program::start({"no-such-command-as-this"}));
        });
    for (int count = 0; count < 150; ++count) CHECK(open_in_one() == alone);
}
