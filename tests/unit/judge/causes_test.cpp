// One line for each cause: what follows from what, what is true of all, and in which order people are told.
#include "judge/causes.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "judge/told.h"

using namespace ims;
using test::cause;
using test::causes;

namespace {

constexpr std::string_view kTwo = "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}, environment: {}}\n";

CheckFilter selected(std::initializer_list<std::string_view> rules) {
    CheckFilter filter;
    for (const std::string_view rule : rules) filter.select.insert(*built_in_book().find(rule));
    return filter;
}

// Obligations, so many of them without an owner.
std::string obligations(int all, int without) {
    std::string text(kTwo);
    text += "# file: records.yaml\nrole: r\ntitle: R\nholders: 2\n---\nprocess: p\ntitle: P\nowner: r\n";
    for (int number = 0; number < all; ++number) {
        text += "---\nobligation: o" + std::to_string(100 + number) +
                "\ntitle: O\nsource: contract\nrequires: R\ndisciplines: [quality]\nprocesses: [p]\n";
        if (number >= without) text += "owner: r\n";
    }
    return text;
}

}  // namespace

TEST_CASE("a role that nobody holds explains that it has no deputy, and is as grave as what follows") {
    const auto analysis =
        analyzed("role: driver\ntitle: Driver\nholders: 0\n---\nprocess: deliver\ntitle: D\nowner: driver\n");
    CHECK(cause(*analysis, "vacant-role").find("role-without-deputy") ==
          std::string::npos);  // silent where it is vacant
}

TEST_CASE("what is hidden explains nothing: what follows from it speaks for itself") {
    const auto analysis = analyzed(std::string(kTwo) +
                                   "# file: records.yaml\nprocess: p\ntitle: P\n---\nobligation: o\ntitle: O\nsource: "
                                   "contract\nrequires: R\ndisciplines: [quality]\nprocesses: [p]\n");
    CHECK(cause(*analysis, "obligation-unowned") ==
          "high obligation-unowned obligation/o > obligation-unevaluated obligation/o");
    CHECK(cause(*analysis, "obligation-unevaluated", selected({"obligation-unevaluated"})) ==
          "high obligation-unevaluated obligation/o");
}

TEST_CASE("what is accepted explains all the same") {
    const auto analysis = analyzed(
        std::string(kTwo) +
        "# file: records.yaml\nprocess: p\ntitle: P\n---\nrole: r\ntitle: R\n---\nobligation: o\ntitle: O\nsource: "
        "contract\nrequires: R\n"
        "disciplines: [quality]\nprocesses: [p]\n"
        "exceptions: [{rule: obligation-unowned, reason: The board decides in summer, by: r, until: 2026-08-31}]\n");
    CHECK(cause(*analysis, "obligation-unowned") ==
          "high obligation-unowned obligation/o (accepted) > obligation-unevaluated obligation/o");
    REQUIRE(!analysis->untold.empty());
    CHECK(analysis->untold[0].silence == Silence::accepted);
    CHECK(analysis->untold[0].until == parse_date("2026-08-31"));
}

TEST_CASE("what is true of eight in ten, and of ten or more, is one cause") {
    const auto most = analyzed(obligations(12, 10));
    CHECK(cause(*most, "obligation-unowned").starts_with("high obligation-unowned obligation/o100 x10"));
    REQUIRE(most->judgement.populations().all().size() >= 1);
    for (const int without : {9, 8}) {
        const auto few = analyzed(obligations(12, without));
        CHECK(cause(*few, "obligation-unowned").find(" x") == std::string::npos);
    }
    const auto nine = analyzed(obligations(9, 9));
    CHECK(cause(*nine, "obligation-unowned").find(" x") == std::string::npos);
}

TEST_CASE("a population seen in part is told by what is left of it") {
    const auto analysis = analyzed(obligations(12, 12));
    const auto shown = [&](FindingId id) {
        const Finding& finding = analysis->judgement.findings()[id];
        return finding.silence == Silence::none && finding.record == "obligation/o103";
    };
    const std::vector<Cause> some = analysis->judgement.causes(shown);
    REQUIRE(!some.empty());
    for (const Cause& each : some) CHECK(each.members.size() == 1);
    CHECK(some[0].population.has_value());
}

TEST_CASE("what cannot be read comes first, then by grade, then what it may cost") {
    const auto analysis = analyzed(std::string(kTwo) +
                                   "# file: z.yaml\nprocess: [\n# file: a.yaml\nrole: r\ntitle: R\nholders: "
                                   "0\n---\nrole: s\ntitle: S\nrepots_to: r\nholders: 2\n");
    const std::vector<std::string> all = causes(*analysis);
    REQUIRE(all.size() >= 3);
    CHECK(all[0] == "error unknown-field role/s");
    CHECK(all[1].starts_with("error invalid-yaml"));
    CHECK(all[2].starts_with("high "));
    CHECK(std::ranges::is_sorted(all.begin() + 2, all.end(), {}, [](const std::string& each) {
        return each.starts_with("high") ? 0 : each.starts_with("medium") ? 1 : 2;
    }));
}

TEST_CASE("every finding that is told belongs to exactly one cause") {
    const auto analysis = analyzed(obligations(12, 11));
    std::vector<int> seen(analysis->findings.size());
    for (const Cause& each : analysis->judgement.causes()) {
        for (const FindingId id : each.members) {
            if (id.index() < seen.size()) ++seen[id.index()];
        }
        for (const FindingId id : each.explains) ++seen[id.index()];
    }
    CHECK(std::ranges::all_of(seen, [](int count) { return count == 1; }));
}
