// What `ims init` asks, and what it makes of answers.
#include "cli/init/answers.h"

#include <doctest/doctest.h>

#include <deque>

using namespace ims;

namespace {

using NameList = std::vector<std::string>;

Result<NameList> named(std::string_view answer) { return read_disciplines(answer, starters().front()); }

std::string why(std::string_view answer) {
    const auto disciplines = named(answer);
    return disciplines ? "" : disciplines.error().reason;
}

// Somebody at a terminal, who types these lines and then no more.
struct Desk {
    std::deque<std::string> typed;
    std::string out;
    std::string err;
    Writer out_writer{out};
    Writer err_writer{err};
    Environment environment;

    explicit Desk(std::deque<std::string> lines) : typed(std::move(lines)) {
        environment.out = &out_writer;
        environment.err = &err_writer;
        environment.in_screen.terminal = true;
        environment.err_screen.terminal = true;
        environment.read_line = [this]() -> std::optional<std::string> {
            if (typed.empty()) return std::nullopt;
            std::string line = typed.front();
            typed.pop_front();
            return line;
        };
    }

    Result<InitChoice> ask(const Given& given = {}, const NameList& disciplines = {}) {
        auto choice = ask_for_choice(environment, given, {"petal-and_post", disciplines}, false);
        err_writer.flush();
        return choice;
    }
    [[nodiscard]] std::size_t asked(std::string_view words) const {
        std::size_t count = 0;
        for (std::size_t at = err.find(words); at != std::string::npos; at = err.find(words, at + 1)) ++count;
        return count;
    }
};

}  // namespace

TEST_CASE("disciplines are read as people type them") {
    CHECK(*named("quality, environment,quality") == NameList{"quality", "environment"});
    CHECK(*named(" health-and-safety , ") == NameList{"health-and-safety"});
    CHECK(*named("physical-security,Qualitätszirkel") == NameList{"physical-security", "Qualitätszirkel"});
    CHECK(why("qualty") == "there is no discipline `qualty`; did you mean `quality`?");
    CHECK(why("Quality") == "there is no discipline `Quality`; did you mean `quality`?");
    CHECK(why("quality,ISMS") == "there is no discipline `ISMS`; did you mean `information-security`?");
    CHECK(why("umwelt") == "there is no discipline `umwelt`; did you mean `environment`?");
    CHECK(why(" , ") == "name at least one discipline, such as `quality`");
    CHECK(why("fire and flood").starts_with("`fire and flood` cannot be the name of a discipline: "));
    CHECK(own_disciplines({"quality", "physical-security"}) == NameList{"physical-security"});
}

TEST_CASE("all disciplines are those that the starter has records for") {
    CHECK(*named("all") == disciplines_of(starters().front()));
    const NameList mixed = *named("energy, ALL");
    CHECK(mixed.size() == disciplines_of(starters().front()).size() + 1);
    CHECK(why("everything") == "there is no discipline `everything`; did you mean `all`?");
}

TEST_CASE("what is meant as something else is no discipline") {
    CHECK(why("1,3") == "`1` is a number; write names, such as `quality,environment`");
    CHECK(why("none") == "`none` is no discipline, and at least one is needed, such as `quality`");
    CHECK(why("quality,Shop") == "`Shop` is a kind of work, and no discipline; write for example `quality`");
    CHECK(why("iso-9001") == "`iso-9001` is a standard, and no discipline; did you mean `quality`?");
    CHECK(why("ISO/IEC 27001:2022") ==
          "`ISO/IEC 27001:2022` is a standard, and no discipline; did you mean `information-security`?");
    CHECK(why("50001") == "`50001` is a standard, and no discipline; did you mean `energy`?");
    CHECK(why("iso-27701") == "`iso-27701` is a standard, and no discipline; name what it is about");
    CHECK(named("isolation").has_value());
    CHECK(is_discipline("pets"));
    CHECK_FALSE(is_discipline("all"));
}

TEST_CASE("an organisation is called by a text that can be seen") {
    CHECK(*read_organisation("Petal & Post") == "Petal & Post");
    CHECK_FALSE(read_organisation("a\tb").has_value());
    CHECK_FALSE(read_organisation("a\xffz").has_value());
}

TEST_CASE("Enter takes what is proposed") {
    Desk desk({"", "", ""});
    const auto choice = desk.ask();
    REQUIRE(choice.has_value());
    CHECK(choice->organisation == "Petal and post");
    CHECK(choice->starter->name == "office");
    CHECK(choice->disciplines == NameList{"quality", "information-security", "privacy"});
    CHECK(desk.out.empty());
}

TEST_CASE("an answer that cannot be taken is asked for again, with the nearest word") {
    Desk desk({"Petal & Post", "shpo", "shop", "qualty", "quality"});
    const auto choice = desk.ask();
    REQUIRE(choice.has_value());
    CHECK(choice->organisation == "Petal & Post");
    CHECK(choice->starter->name == "shop");
    CHECK(choice->disciplines == NameList{"quality"});
    CHECK(desk.asked("did you mean `shop`?\n") == 1);
    CHECK(desk.asked("did you mean `quality`?\n") == 1);
    CHECK(desk.asked("[office] ") == 2);
    CHECK(desk.asked("[quality, health-and-safety, information-security] ") == 2);
}

TEST_CASE("what is given is not asked") {
    Desk desk({"Ours"});
    const auto choice = desk.ask({.kind_of_work = "works", .disciplines = "energy"});
    REQUIRE(choice.has_value());
    CHECK(choice->organisation == "Ours");
    CHECK(choice->disciplines == NameList{"energy"});
    Desk silent({});
    CHECK(silent.ask({"Ours", "works", "energy"}).has_value());
    CHECK(silent.err.empty());
}

TEST_CASE("a kind of work may be written in capitals") {
    CHECK((*read_kind_of_work("Shop"))->name == "shop");
    CHECK((*read_kind_of_work("SOFTWARE"))->name == "software");
}

TEST_CASE("disciplines that records name already are proposed beside those of the starter") {
    Desk desk({"", "shop", ""});
    const auto choice = desk.ask({}, {"quality", "pets"});
    REQUIRE(choice.has_value());
    CHECK(choice->disciplines == NameList{"quality", "health-and-safety", "information-security", "pets"});
    CHECK(desk.asked("[quality, health-and-safety, information-security, pets] ") == 1);
}

TEST_CASE("where nobody can be asked, the kind of work has to be given") {
    Desk desk({});
    desk.environment.in_screen.terminal = false;
    const auto choice = desk.ask({.organisation = "Ours", .disciplines = "quality"});
    REQUIRE_FALSE(choice.has_value());
    CHECK(choice.error().reason.starts_with(
        "nobody can be asked here what kind of work it is, so say it: ims init --for shop\n       --for shop "));
    CHECK(desk.err.empty());
}

TEST_CASE("what is given wrongly is told before anything is asked") {
    Desk desk({"", "", ""});
    const auto choice = desk.ask({.disciplines = "qualty"});
    REQUIRE_FALSE(choice.has_value());
    CHECK(choice.error().reason == "--disciplines: there is no discipline `qualty`; did you mean `quality`?");
    CHECK(desk.err.empty());
}

TEST_CASE("whoever stops answering has begun nothing") {
    Desk desk({"Ours", "shop"});
    const auto choice = desk.ask();
    REQUIRE_FALSE(choice.has_value());
    CHECK(choice.error().reason == "the questions were not answered to the end, so nothing was written");
}

TEST_CASE("where nobody can be asked, what is taken is told") {
    Desk desk({});
    desk.environment.in_screen.terminal = false;
    REQUIRE(desk.ask({.kind_of_work = "shop"}).has_value());
    CHECK(desk.err ==
          "ims: nobody is here to be asked, so this was taken: --organisation \"Petal and post\" --disciplines "
          "\"quality, "
          "health-and-safety, information-security\"\n");
}
