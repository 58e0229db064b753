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

TEST_CASE("a wrong setting explains what hangs on it, and no more") {
    const auto told = [](std::string_view setting) {
        return causes(*analyzed("# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n" +
                                std::string(setting) +
                                "\n# file: risks.yaml\nrisk: r\ntitle: R\ndisciplines: [quality]\n"));
    };
    const auto alone = [](const std::vector<std::string>& all) {
        return std::ranges::count_if(all, [](const std::string& each) { return each.find(" unrated-risk") == 6; });
    };
    CHECK(alone(told("check: {fail_on: soon}")) == 1);
    CHECK(alone(told("risk: {likelihood: [rare, rare]}")) == 0);
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

TEST_CASE("what is true of a population is told in the words of its kind") {
    std::string risks;
    for (int number = 100; number < 112; ++number)
        risks += "---\nrisk: r" + std::to_string(number) + "\ntitle: R\ndisciplines: [quality]\n";
    const auto analysis = analyzed("# file: risks.yaml\n" + risks);
    const RuleBook& book = analysis->rules.book();
    Arena arena;
    std::vector<std::string> all;
    for (const Population& each : analysis->judgement.populations().all()) {
        CHECK(!mending(each, analysis->graph, book, arena).empty());
        all.push_back(said(*analysis, told(each, analysis->graph, book, arena)));
    }
    CHECK(std::ranges::count(all, "risks were never reviewed") == 1);
    CHECK(std::ranges::count(all, "risks have no owner") == 1);
}

TEST_CASE("a population seen in part is told by what is left of it") {
    const auto analysis = analyzed(obligations(12, 12));
    const auto shown = [&](FindingId id) {
        const Finding& finding = analysis->judgement.findings()[id];
        return finding.silence == Silence::none && finding.record.text() == "obligation/o103";
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

TEST_CASE("a residual rating that only words stand for is one cause, with the risk over the appetite under it") {
    const auto analysis = analyzed(std::string(kTwo) +
                                   "# file: records.yaml\nprocess: p\ntitle: P\nowner: r\n---\nrole: r\ntitle: "
                                   "R\nholders: 2\n---\nrisk: x\ntitle: X\nowner: r\ndisciplines: "
                                   "[quality]\nprocesses: [p]\nlikelihood: 4\nconsequence: 5\nmeasures: [A second "
                                   "lock]\nresidual: {likelihood: 1}\nreview: {last: 2026-05-01}\n");
    CHECK(cause(*analysis, "residual-without-control") ==
          "high residual-without-control risk/x > risk-over-appetite risk/x");
}

TEST_CASE(
    "what keeps a residual rating from counting explains that the risk is over the appetite, and nothing else does") {
    // A control that leans on a gauge, another one, and what is said of the gauge.
    const auto folder = [](const std::string& gauge, const std::string& other, const std::string& risk = {}) {
        return std::string(kTwo) +
               "# file: records.yaml\nprocess: p\ntitle: P\nowner: r\nassets: [gauge]\n---\nrole: r\ntitle: "
               "R\nholders: 2\n---\nrisk: x\ntitle: X\nowner: r\ndisciplines: [quality]\nprocesses: "
               "[p]\nlikelihood: 4\nconsequence: 5\nresidual: {likelihood: 1}\n" +
               risk +
               "---\ncontrol: test\ntitle: T\nowner: r\nrisks: [x]\nimplementation: in-place\nassets: [gauge]\n"
               "verifications: [{date: 2026-05-01, result: effective}]\n"
               "---\ncontrol: other\ntitle: O\nowner: r\nrisks: [x]\n" +
               other + "---\nasset: gauge\ntitle: G\ntype: equipment\ncalibration: " + gauge + "\n";
    };
    const std::string held = "implementation: in-place\nverifications: [{date: 2026-05-01, result: effective}]\n";
    const std::string failed = "{every: 1 y, last: 2026-05-01, result: failed}";
    CHECK(cause(*analyzed(folder(failed, held)), "failed-without-action")
              .find("> control-leans-on-lapsed control/test") != std::string::npos);
    CHECK(cause(*analyzed(folder(failed, held)), "failed-without-action").find("> risk-over-appetite risk/x") !=
          std::string::npos);
    // Overdue: nobody can tell, and so it is not over the appetite.
    CHECK(cause(*analyzed(folder("{every: 1 y, last: 2025-05-01, result: passed}", held)), "calibration-overdue") ==
          "high calibration-overdue asset/gauge > control-leans-on-lapsed control/test");
    const std::string broken = "implementation: in-place\nverifications: [{date: 2026-05-01, result: ineffective}]\n";
    const std::string sound = "{every: 1 y, last: 2026-05-01, result: passed}";
    CHECK(cause(*analyzed(folder(sound, broken)), "ineffective-control") ==
          "high ineffective-control control/other > risk-over-appetite risk/x");
    // Put right, it would still be over the appetite: something else is planned, or that is not all that is missing.
    CHECK(cause(*analyzed(folder(sound, broken, "controls: [planned]\n") +
                          "---\ncontrol: planned\ntitle: P\nowner: r\nimplementation: planned\n"),
                "ineffective-control") == "high ineffective-control control/other");
    CHECK(cause(*analyzed(folder(sound, broken, "current: {likelihood: 3}\n")), "ineffective-control") ==
          "high ineffective-control control/other");
}

TEST_CASE(
    "a supplier that takes longer than agreed explains that a process waits too long, where the agreed time would do") {
    const auto folder = [](std::string_view agreed, std::string_view rest = {}) {
        return std::string("# file: ims.yaml\norganisation: O\ndisciplines: {business-continuity: {}}\n") +
               "# file: records.yaml\nprocess: p\ntitle: P\nassets: [site]\ncontinuity: {rto: 8 h, mtpd: 24 h}\n" +
               "---\nasset: site\ntitle: S\nprovider: host\n" +
               "---\nsupplier: host\ntitle: H\nprovides: hosting\nrecovery: {agreed: " + std::string(agreed) +
               ", demonstrated: 12 h}\n" + std::string(rest);
    };
    const auto follows = [](const std::string& files) {
        return cause(*analyzed(files), "supplier-misses-agreement").find("> slow-dependency process/p") !=
               std::string::npos;
    };
    CHECK(follows(folder("4 h")));
    CHECK(follows(folder("8 h")));
    CHECK_FALSE(follows(folder("9 h")));
    // An agreement that has run out makes nobody slow.
    CHECK(cause(*analyzed(folder("4 h", "agreement: {ends: 2026-05-31}\n")), "agreement-ended")
              .find("supplier-misses-agreement") == std::string::npos);
}

TEST_CASE("what is seen from two sides is one cause, however many sides are asked for") {
    const std::string two =
        std::string(kTwo) + "# file: a.yaml\nrole: r\ntitle: R\n# file: b.yaml\nrole: r\ntitle: Other\n";
    CHECK(cause(*analyzed(two), "duplicate-id", selected({"duplicate-id"})) == "error duplicate-id role/r x2");
    CheckFilter narrow = selected({"duplicate-id"});
    narrow.paths = {"b.yaml"};
    CHECK(cause(*analyzed(two), "duplicate-id", narrow) == "error duplicate-id role/r");
    const std::string twins =
        std::string(kTwo) +
        "# file: a.yaml\nprocess: p\ntitle: P\n---\nrisk: x\ntitle: Fire in the store\ndisciplines: "
        "[quality]\nprocesses: [p]\n---\nrisk: y\ntitle: Fire in the store\ndisciplines: "
        "[environment]\nprocesses: [p]\n";
    const CheckFilter parallel = selected({"parallel-records"});
    CHECK(causes(*analyzed(twins), parallel) == std::vector<std::string>{"low parallel-records risk/x x2"});
    // From both sides the same cells are seen.
    const auto analysis = analyzed(twins);
    const CheckResult both = choose_findings(*analysis, parallel);
    REQUIRE(both.causes.size() == 1);
    CHECK(both.causes[0].cells == 1);
}

TEST_CASE("a copied file is the cause of what is found only because of it, and no more") {
    const std::string original = "# file: a.yaml\nrole: r\ntitle: R\nholders: 0\n---\nrole: s\ntitle: S\nholders: 2\n";
    const std::string copy = "# file: a (1).yaml\nrole: r\ntitle: R\nholders: 0\n";
    const auto analysis = analyzed(std::string(kTwo) + original + copy);
    // At the copy, at its original, and what is found of the copied record itself.
    const std::string told = cause(*analysis, "copied-file");
    CHECK(told.starts_with("error copied-file role/r > "));
    const auto count = [&](std::string_view what) {
        std::size_t found = 0;
        for (std::size_t at = told.find(what); at != std::string::npos; at = told.find(what, at + 1)) ++found;
        return found;
    };
    CHECK(count("duplicate-id role/r") == 2);
    CHECK(count("vacant-role role/r") == 1);
    CHECK(cause(*analysis, "vacant-role role/r").starts_with("high vacant-role role/r"));
    // Where the copy was not asked for, the id speaks for itself; the errors stay errors.
    CheckFilter narrow = selected({"duplicate-id", "copied-file"});
    narrow.paths = {"a.yaml"};
    CHECK(causes(*analysis, narrow) == std::vector<std::string>{"error duplicate-id role/r"});
    CHECK(choose_findings(*analysis, narrow).reaches(FailOn::error));
    narrow.paths = {"a (1).yaml"};
    CHECK(causes(*analysis, narrow) == std::vector<std::string>{"error copied-file role/r > duplicate-id role/r"});
    // A third file that has the id by accident tells so itself.
    const auto third = analyzed(std::string(kTwo) + original + copy + "# file: b.yaml\nrole: r\ntitle: Other\n");
    CHECK(causes(*third, selected({"duplicate-id", "copied-file"})) ==
          std::vector<std::string>{"error duplicate-id role/r x2", "error copied-file role/r > duplicate-id role/r"});
}
