#include "settings/settings.h"
#include "built_in.h"
#include "diagnostics/rules.h"
#include "said.h"
#include "settings/risk_criteria.h"

#include <doctest/doctest.h>

#include <string>

using namespace ims;

namespace {

// Settings with what they point to.
struct Read {
    explicit Read(std::string text) : parsed(parse_file(std::move(text))) {
        settings = read_settings(parsed, Schema::built_in(), built_in_book(), findings, arena);
    }

    // `line: message; help`, a line each.
    [[nodiscard]] std::string reported() const {
        SourceMap sources;
        const std::string path = "ims.yaml";
        const FileId file = sources.add(path, parsed.bytes);
        const Positions positions(sources);
        std::vector<Finding> sorted = findings;
        sort_and_deduplicate(sorted, built_in_book(), test::SchemaNames());
        std::string lines;
        for (const Finding& each : sorted) {
            CHECK(each.rule == RuleId::unknown_setting);
            CHECK(each.grade == Grade::error);
            lines += std::to_string(positions.position(file, each.span.begin).line) + ": ";
            lines += test::to_editors(each.message);
            lines += (each.help.empty() ? "" : "; " + test::to_editors(each.help)) + "\n";
        }
        return lines;
    }

    [[nodiscard]] std::string disciplines() const {
        std::string names;
        for (const DisciplineInForce& each : settings.disciplines) names += (names.empty() ? "" : " ") + each.name;
        return names;
    }

    ParsedFile parsed;
    std::vector<Finding> findings;
    Arena arena;
    Settings settings;
};

void check(const std::string& text, const std::string& expected) {
    CAPTURE(text);
    CHECK(Read(text).reported() == expected);
}

}  // namespace

TEST_CASE("where ims.yaml says nothing, the defaults hold") {
    const Read read("organisation: O\n");
    CHECK(read.reported() == "");
    CHECK(read.settings.organisation == "O");
    CHECK(read.settings.disciplines.empty());
    CHECK(read.settings.vocabulary.scale(Scale::likelihood).size() == 5);
    CHECK(read.settings.vocabulary.risk_levels == std::vector<std::string>{"low", "medium", "high", "extreme"});
    CHECK(read.settings.risk.general_appetite == RiskLevel{1});
    CHECK(read.settings.risk.level(2, 5) == 2);
    CHECK(read.settings.risk.level(3, 5) == 3);
    CHECK(to_string(read.settings.review_every) == "1 y");
    CHECK(to_string(read.settings.review_soon) == "30 d");
    CHECK(to_string(read.settings.audit_cycle) == "3 y");
    CHECK_FALSE(read.settings.review_history);
    CHECK_FALSE(read.settings.fail_on.has_value());
    CHECK(read.settings.profile == Profile::full);
    CHECK(Read("").reported() == "");
    CHECK(Read("# nothing\n").reported() == "");
}

TEST_CASE("all settings are read") {
    const Read read(
        "organisation: 42\nscope: S\nx_a: 1\n"
        "disciplines:\n  quality: {standards: iso-9001-2026, processes: core}\n  my-own:\n  x_b: 1\n"
        "risk:\n  likelihood: [rare, often]\n  consequence: [small, large]\n  levels: [low, high]\n"
        "  matrix: [[low, low], [low, high]]\n  appetite: {quality: low}\n"
        "classification: {confidentiality: [open, closed]}\nreview: {every: 6 months, soon: 1 w, history: git}\n"
        "audit: {cycle: 1 y}\nignore: drafts/**\n"
        "check: {fail_on: high, profile: described, rules: {processes: low, unused-output: {grade: off, reason: "
        "R}}}\n");
    const Settings& settings = read.settings;
    CHECK(read.reported() == "");
    CHECK(settings.organisation == "42");
    CHECK(read.disciplines() == "quality my-own");
    CHECK(settings.disciplines[0].standards == std::vector<std::string>{"iso-9001-2026"});
    CHECK(settings.disciplines[0].process_types == std::vector<std::string>{"core"});
    CHECK(settings.risk.level(2, 1) == 0);
    CHECK(settings.risk.level(2, 2) == 1);
    CHECK(settings.risk.appetite[0] == RiskLevel{0});
    CHECK_FALSE(settings.risk.appetite[1].has_value());
    CHECK(settings.vocabulary.scale(Scale::confidentiality) == std::vector<std::string>{"open", "closed"});
    CHECK(settings.vocabulary.scale(Scale::integrity).size() == 3);
    CHECK(to_string(settings.review_every) == "6 months");
    CHECK(settings.review_history);
    CHECK(settings.ignore == std::vector<std::string>{"drafts/**"});
    CHECK(settings.fail_on == FailOn::high);
    CHECK(settings.profile == Profile::described);
    CHECK(settings.grade(built_in_book()[RuleId::process_without_owner]) == Grade::low);
    CHECK(settings.rules.at(RuleId::process_without_owner).whole_family);
    CHECK_FALSE(settings.grade(built_in_book()[RuleId::unused_output]).has_value());
    CHECK(settings.rules.at(RuleId::unused_output).reason == "R");
    CHECK(settings.grade(built_in_book()[RuleId::orphan_record]) == Grade::low);
}

TEST_CASE("a rule's own grade beats that of its family, in either order") {
    for (const std::string rules : {"processes: off, unused-output: high", "unused-output: high, processes: off"}) {
        const Read read("check: {rules: {" + rules + "}}\n");
        CHECK(read.reported() == "");
        CHECK(read.settings.grade(built_in_book()[RuleId::unused_output]) == Grade::high);
        CHECK_FALSE(read.settings.grade(built_in_book()[RuleId::process_without_owner]).has_value());
    }
}

TEST_CASE("what is said of a wrong setting") {
    check("reveiw: {every: 1 y}\n", "1: `reveiw` is no setting; did you mean `review`?\n");
    check("review: {evry: 1 y}\n", "1: `review` has no field `evry`; did you mean `every`?\n");
    check("review: {history: svn}\n", "1: `history` cannot be `svn`; write one of `git`\n");
    check("audit: {cycle: often}\n",
          "1: `often` is no duration; write a number and a unit: `30 min`, `4 h`, `2 d`, `1 w`, `6 months` or `1 y`\n");
    check("- a\n", "1: ims.yaml does not hold settings; write one setting a line: `organisation: …`\n");
    check("organisation: O\n---\nrole: r\n",
          "3: ims.yaml holds more than one document; keep the settings in one document; records go into files of their "
          "own\n");
}

TEST_CASE(
    "a discipline that is misspelt or written as a list is in force all the same, so that no record is wrong besides") {
    const Read slip("disciplines: {qualty: {}, health and safety: {}, gardening: {}}\n");
    CHECK(slip.disciplines() == "quality health-and-safety gardening");
    CHECK(slip.reported() ==
          "1: `qualty` is no well-known discipline; did you mean `quality`? a discipline of your own needs a name "
          "that is less alike\n"
          "1: `health and safety` cannot name a discipline; did you mean `health-and-safety`?\n");
    const Read list("disciplines: [quality, environment]\n");
    CHECK(list.disciplines() == "quality environment");
    CHECK(list.reported() ==
          "1: `disciplines` takes a line for each discipline, not a list; write `disciplines: {quality: {}, "
          "environment: {}}`\n");
    const Read misspelt("desciplines: {quality: {}, environment: {}}\n");
    CHECK(misspelt.disciplines() == "quality environment");
    CHECK(misspelt.reported() == "1: `desciplines` is no setting; did you mean `disciplines`?\n");
    CHECK(Read("disciplines: {quality: yes}\n").disciplines() == "quality");
    CHECK(Read("disciplines: {quality: {}, quality-2: {}, qualitys: {}}\n").reported() == "");
    CHECK(Read("disciplines: {to do!: {}}\n").disciplines() == "");
}

TEST_CASE("what is said of scales, levels and appetite, and what holds then") {
    const Read twice("risk: {likelihood: [rare, often, often]}\n");
    CHECK(twice.reported() == "1: step `often` stands twice in this scale; give every step a name of its own\n");
    CHECK(twice.settings.vocabulary.scale(Scale::likelihood) == std::vector<std::string>{"rare", "often"});

    const std::string scores = "write the lowest score (likelihood × consequence) of each level, lowest level first\n";
    check("risk: {levels: {small: 3, big: 9}}\n", "1: the lowest level, `small`, does not begin at 1; " + scores);
    check("risk: {levels: {small: 1, big: 1}}\n",
          "1: level `big` begins at 1, not above the one before it, `small`, which begins at 1; " + scores);
    check("risk: {levels: [small, big]}\n",
          "1: `levels` does not say at which score each level begins; write each level with its lowest score, "
          "likelihood × "
          "consequence: `levels: {low: 1, medium: 5, high: 10}`\n");
    // One mistake is one finding: of levels that are not known nothing more is said.
    check("risk: {levels: {small: 3}, appetite: small}\n",
          "1: the lowest level, `small`, does not begin at 1; " + scores);
    check("risk: {appetite: lwo}\n", "1: `lwo` is no level of risk; did you mean `low`?\n");
    check("disciplines: {quality: {}}\nrisk: {appetite: {qualty: low, energy: low}}\n",
          "2: `qualty` is no discipline in force here; did you mean `quality`?\n"
          "2: `energy` is no discipline in force here; put it in force under `disciplines`, or take it out here\n");
}

TEST_CASE("more than 64 disciplines are told one by one, and the first 64 stay in force") {
    const auto disciplines = [](int count, bool list) {
        std::string text;
        for (int number = 1; number <= count; ++number)
            text += (list ? "\n- d" : "\n  d") + std::to_string(number) + (list ? "" : ": {}");
        return "disciplines:" + text + "\n";
    };
    CHECK(Read(disciplines(64, false)).reported() == "");
    for (const int count : {65, 300}) {
        const Read read(disciplines(count, false));
        std::string expected;
        for (int number = 65; number <= count; ++number)
            expected += std::to_string(number + 1) + ": `d" + std::to_string(number) +
                        "` is one discipline more than the 64 that can be in force; put fewer in force\n";
        CHECK(read.reported() == expected);
        REQUIRE(read.settings.disciplines.size() == 64);
        CHECK(read.settings.disciplines[0].name == "d1");
        CHECK(read.settings.disciplines[63].name == "d64");
        CHECK(read.settings.in_force().size() == 64);
        CHECK(read.settings.find("d64") == Discipline::from(63));
        CHECK_FALSE(read.settings.find("d65").has_value());
    }
    // Written in a way that is wrong besides, they count all the same.
    CHECK(Read(disciplines(300, true)).settings.disciplines.size() == 64);
}

TEST_CASE("more levels of risk than anybody can tell apart rate nothing") {
    const auto levels = [](int count, bool scores) {
        std::string text;
        for (int level = 1; level <= count; ++level)
            text += (level > 1 ? ", l" : "l") + std::to_string(level) + (scores ? ": " + std::to_string(level) : "");
        return text;
    };
    CHECK(Read("risk: {levels: {" + levels(20, true) + "}}\n").settings.vocabulary.risk_levels.size() == 20);
    const std::string matrix = "likelihood: [a], consequence: [a], matrix: [[l1]], ";
    CHECK(Read("risk: {" + matrix + "levels: [" + levels(20, false) + "]}\n").reported() == "");
    for (const int count : {21, 300}) {
        const std::string expected =
            "1: `l21` is one level of risk more than the 20 that there can be; write fewer levels, as many as people "
            "can "
            "tell apart: three to five are usual\n";
        const Read scores("risk: {levels: {" + levels(count, true) + "}, appetite: l2}\n");
        CHECK(scores.reported() == expected);
        CHECK_FALSE(rates(scores.settings.risk));
        const Read names("risk: {" + matrix + "levels: [" + levels(count, false) + "], appetite: l2}\n");
        CHECK(names.reported() == expected);
        CHECK_FALSE(rates(names.settings.risk));
    }
}

TEST_CASE("levels and a matrix that fall rate nothing, since nobody knows what was meant") {
    const auto rates_nothing = [](const std::string& text, const std::string& expected) {
        CAPTURE(text);
        const Read read(text);
        CHECK(read.reported() == expected);
        CHECK_FALSE(rates(read.settings.risk));
        REQUIRE(read.findings.size() == 1);
        CHECK(test::to_editors(read.findings[0].notes.back()) ==
              "until it is mended no risk is rated, and none can be held against the appetite");
    };
    rates_nothing("risk: {levels: {high: 1, medium: 5, low: 10}, appetite: nonsense}\n",
                  "1: level `medium` stands above `high`, as if it were the higher one; write the levels lowest first: "
                  "`low`, `medium` and `high`\n");
    rates_nothing("risk: {levels: {low: 1, mine: 3, Critical: 5, Moderate: 10}}\n",
                  "1: level `Moderate` stands above `Critical`, as if it were the higher one; write the levels lowest "
                  "first\n");
    const std::string scales = "risk:\n  likelihood: [rare, often]\n  consequence: [small, large]\n";
    const std::string help =
        "write the rows from the lowest likelihood to the highest, and in each the levels from the lowest consequence "
        "to the highest, so that none is lower than the one before or above it\n";
    rates_nothing(scales + "  levels: [a, b]\n  matrix: [[b, a], [b, b]]\n",
                  "5: the matrix falls: likelihood `rare`, consequence `large` is `a`, and likelihood `rare`, "
                  "consequence `small`, which is milder, is `b`; " +
                      help);
    rates_nothing(scales + "  levels: [a, b]\n  matrix:\n  - [a, b]\n  - [a, a]\n",
                  "7: the matrix falls: likelihood `often`, consequence `large` is `a`, and likelihood `rare`, "
                  "consequence `large`, which is milder, is `b`; " +
                      help);
    // Of levels in the wrong order nothing more is said, though the matrix seems to fall with them.
    rates_nothing(scales + "  levels: [high, low]\n  matrix: [[low, low], [low, high]]\n",
                  "4: level `low` stands above `high`, as if it were the higher one; write the levels lowest first: "
                  "`low` and `high`\n");
    CHECK(rates(Read("organisation: O\n").settings.risk));
    CHECK(rates(Read("risk: {levels: {small: 3, big: 9}}\n").settings.risk));
    CHECK(rates(Read(scales + "  levels: [a, b]\n  matrix: [[a, a], [a, b]]\n").settings.risk));
}

TEST_CASE("what is said of a matrix") {
    const std::string scales = "risk:\n  likelihood: [rare, often]\n  consequence: [small, large]\n";
    const std::string shape =
        "5: the matrix is not 2 rows of 2 levels; write a row for each likelihood, lowest first, and in it a level for "
        "each "
        "consequence\n";
    check(scales + "  levels: [low, high]\n  matrix: [[low, high]]\n", shape);
    check(scales + "  levels: [low, high]\n  matrix: [[low], [low, high]]\n", shape);
    check(scales + "  levels: [low, high]\n  matrix: [low, high]\n", shape);
    check(scales + "  levels: [low, high]\n  matrix: [[low, hihg], [low, high]]\n",
          "5: `hihg` is no level of risk; did you mean `high`?\n");
    check(scales + "  levels: {low: 1}\n  matrix: [[low, low], [low, low]]\n",
          "5: a `matrix` needs `levels` to be a list of the levels' names; write `levels: [low, medium, high]`, lowest "
          "first\n");
}

TEST_CASE("what is said of rules and defaults") {
    check("check: {rules: {unused-ouput: off}}\n",
          "1: there is no rule `unused-ouput`; did you mean `unused-output`?\n");
    check("check: {rules: {proceses: off}}\n", "1: there is no rule `proceses`; did you mean `processes`?\n");
    check("check: {rules: {nonsense: off}}\n",
          "1: there is no rule `nonsense`; `ims rules` lists the rules and families\n");
    check("check: {rules: {duplicate-id: off}}\n",
          "1: the grade of `duplicate-id` is fixed; take this line out, and mend what it finds: such records cannot be "
          "trusted\n");
    check("check: {rules: {records: low}}\n",
          "1: the grade of `records` is fixed; take this line out, and mend what it finds: such records cannot be "
          "trusted\n");
    check("check: {rules: {unused-output: offf}}\n", "1: `unused-output` cannot be `offf`; did you mean `off`?\n");
    check("defaults: {proces: {owner: o}}\n", "1: there is no kind of record `proces`; did you mean `process`?\n");
    check("defaults: {ims: {owner: o}}\n", "1: there is no kind of record `ims`; `ims list` names the kinds\n");
    check("defaults: {process: o}\n",
          "1: `process` does not say which field has a default; write the fields below it: `process: {owner: …}`\n");
    check("defaults: {process: {ownr: o}}\n", "1: a process has no field `ownr`; did you mean `owner`?\n");
    check("defaults: {process: {title: T}}\n",
          "1: `title` can have no default; take this line out: every record has its own\n");
    check("defaults: {process: }\n", "");
}

TEST_CASE("what a gap in a discipline may cost is known of the well-known ones, unless ims.yaml says otherwise") {
    const Read read(
        "disciplines:\n  quality: {costs: people}\n  privacy: {}\n  my-own: {}\n  fireworks: {costs: people}\n"
        "  enviroment: {}\n");
    const auto cost = [&](const char* name) { return read.settings.cost(*read.settings.find(name)); };
    CHECK(cost("quality") == Cost::people);
    CHECK(cost("privacy") == Cost::law);
    CHECK(cost("my-own") == Cost::none);
    CHECK(cost("fireworks") == Cost::people);
    CHECK(cost("environment") == Cost::environment);  // a slip
    CHECK(read.settings.disciplines[0].costs == Cost::people);
    CHECK_FALSE(read.settings.disciplines[1].costs.has_value());
    for (const std::string_view known : Schema::built_in().known_disciplines()) {
        CAPTURE(known);
        CHECK(parse_cost(Schema::built_in().known_cost(known)).value_or(Cost::none) != Cost::none);
    }
}

TEST_CASE("the schema knows the words for costs and profiles, in their order") {
    const Schema& schema = Schema::built_in();
    const KindId kind = *schema.find_kind("ims");
    const auto words = [&](const char* path) { return schema.spec(kind, *schema.find_path(path))->shape->values; };
    const auto costs = words("disciplines.costs");
    REQUIRE(costs.size() == static_cast<std::size_t>(Cost::none));  // which is what nobody writes
    for (std::size_t place = 0; place < costs.size(); ++place)
        CHECK(parse_cost(costs[place].name) == static_cast<Cost>(place));
    const auto profiles = words("check.profile");
    REQUIRE(profiles.size() == static_cast<std::size_t>(Profile::full) + 1);
    for (std::size_t place = 0; place < profiles.size(); ++place)
        CHECK(parse_profile(profiles[place].name) == static_cast<Profile>(place));
    check("disciplines: {quality: {costs: poeple}}\n", "1: `costs` cannot be `poeple`; did you mean `people`?\n");
    check("check: {profile: most}\n",
          "1: `profile` cannot be `most`; write one of `records`, `described`, `integrated` and `full`\n");
    CHECK(Read("check: {profile: most}\n").settings.profile == Profile::full);
}

TEST_CASE("what is ignored is known before the settings are read, and nothing but texts") {
    const auto ignored = [](const std::string& text) { return read_ignore(parse_file(text)); };
    using Patterns = std::vector<std::string>;
    CHECK(ignored("ignore: a/**\n") == Patterns{"a/**"});
    CHECK(ignored("ignore: [a, *x, 'b']\nx_c: &x c\n").empty());  // not YAML: the alias comes before its anchor
    CHECK(ignored("x_c: &x c\nignore: [a, *x, 'b']\n") == Patterns{"a", "c", "b"});
    CHECK(ignored("organisation: O\nignore: [[a, b], {c: d}, , ~, e]\n").empty());
    CHECK(ignored("organisation: O\nignore: [[a, b], {c: d}, ~, e]\n") == Patterns{"e"});
    CHECK(ignored("ignore: {a: b}\n").empty());
}
