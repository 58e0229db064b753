#include "diagnostics/voice.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace ims;

namespace {

struct SomeNames final : Names {
    [[nodiscard]] RecordName record(RecordId record) const override {
        static constexpr std::string_view kIds[] = {"cashier", "driver", "florist", "cleaner", "owner", "p-05"};
        return {{}, record.value == 5 ? "person" : "role", kIds[record.index()]};
    }
    [[nodiscard]] std::string_view kind(KindId, bool plural) const override {
        return plural ? "interested_parties" : "interested_party";
    }
    [[nodiscard]] std::string_view field(Field) const override { return "review.every"; }
    [[nodiscard]] std::string_view choice(Choice) const override { return "not-met"; }
    [[nodiscard]] std::string_view discipline(Discipline discipline) const override {
        return discipline.value == 0 ? "quality" : "information-security";
    }
};

template <class... Types>
std::string said(Template<Types...> text, const Types&... arguments) {
    Arena arena;
    return for_editors(make_message(arena, text, arguments...), SomeNames());
}

const std::vector<RecordId> kSix = {RecordId(0), RecordId(1), RecordId(2), RecordId(3), RecordId(4), RecordId(0)};
const std::vector<RecordId> kTwo = {RecordId(0), RecordId(1)};

}  // namespace

TEST_CASE("editors read ids, names and words as they are written") {
    CHECK(said("role {}", RecordId(0)) == "role `cashier`");
    CHECK(said("{} or {}", full(RecordId(0)), bare(RecordId(0))) == "`role/cashier` or role/cashier");
    CHECK(said("{} and {}", holder(RecordId(0)), holder(RecordId(5))) == "`cashier` and `person/p-05`");
    CHECK(said("{}, {}", Field(0), full(Field(0))) == "`every`, `review.every`");
    CHECK(said("{}, {}", KindId(0), plural(KindId(0))) == "interested_party, interested_parties");
    CHECK(said("{}, {}", in_words(KindId(0)), with_article(KindId(0))) == "interested party, an interested party");
    CHECK(said("{}, {}", Choice(0), plain(Choice(0))) == "`not-met`, not-met");
    CHECK(said("{} {} {}", *parse_date("2026-05-01"), *parse_duration("4 h"), Grade::high) == "2026-05-01 4 h high");
    CHECK(said("{} {}", 3, 0.5) == "3 0.5");
}

TEST_CASE("a text of a record is shown on one line, cut where asked, and never taken for a template") {
    CHECK(said("{}", quoted(std::string_view("a {} [[b]]\nc"))) == "`a {} [[b]]\\nc`");
    CHECK(said("{}", plain("x")) == "x");
    CHECK(said("{}", quoted(std::string_view("abcdef"), 3)) == "`abc…`");
}

TEST_CASE("lists and plurals follow what they hold") {
    CHECK(said("{}", kTwo) == "`cashier` and `driver`");
    // One more name is shorter than "and 1 more".
    CHECK(said("{}", kSix) == "`cashier`, `driver`, `florist`, `cleaner`, `owner` and `cashier`");
    CHECK(said("{:4}", kSix) == "`cashier`, `driver`, `florist`, `cleaner` and 2 more");
    CHECK(said("{}", plain(kTwo)) == "cashier and driver");
    CHECK(said("{0} {0:risk|risks}; {1:is|are} {1}", 1, kTwo) == "1 risk; are `cashier` and `driver`");
    CHECK(said("{}", listed_by(Joined::by_or, kTwo)) == "`cashier` or `driver`");
    CHECK(said("{}", listed_by(Joined::by_arrows, kTwo)) == "`cashier` → `driver`");
    CHECK(said("{}", listed_by(Joined::by_semicolons, kTwo)) == "`cashier`; `driver`");
    DisciplineSet both = DisciplineSet::first(2);
    CHECK(said("{}, {0:is|are}", both) == "quality and information-security, are");
    CHECK(said("{}; {}", ticked(both), in_words(both)) ==
          "`quality` and `information-security`; quality and information security");
}

TEST_CASE("a message is an argument of another") {
    Arena arena;
    const Message inner = make_message(arena, "{} (time unknown)", RecordId(0));
    const std::vector<Message> two = {inner, "soon"};
    CHECK(said("{}: {}", Message("the way"), two) == "the way: `cashier` (time unknown) and soon");
    CHECK(said("name who stands in[[: `deputies: [{}]`|]]", plain(RecordId(0))) ==
          "name who stands in: `deputies: [cashier]`");
}
