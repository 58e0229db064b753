// What `ims init` begins a folder with: true of whatever disciplines were chosen, and nothing more than that.
#include "cli/init/starters.h"

#include <doctest/doctest.h>

#include <memory>

#include "built_in.h"
#include "cli/init/answers.h"
#include "cli/init/standards_of.h"
#include "engine/analyze_folder.h"
#include "schema/schema.h"

using namespace ims;

namespace {

using NameList = std::vector<std::string>;

InitChoice choice_of(const Starter& starter, NameList disciplines, std::string_view today = "2026-06-01") {
    InitChoice choice;
    choice.organisation = "Petal & Post";
    choice.starter = &starter;
    choice.disciplines = std::move(disciplines);
    choice.today = *parse_date(today);
    return choice;
}

std::string text_of(const InitChoice& choice, std::string_view path) {
    for (const TextFile& file : write_starter(choice)) {
        if (file.path == path) return file.text;
    }
    return {};
}

std::unique_ptr<Analysis> analyzed_starter(const InitChoice& choice, std::string_view profile) {
    MemoryFileSystem files;
    for (TextFile& file : write_starter(choice)) {
        constexpr std::string_view kProfile = "profile: records";
        if (const std::size_t at = file.text.find(kProfile); file.path == "ims.yaml") {
            REQUIRE(at != std::string::npos);
            file.text.replace(at, kProfile.size(), "profile: " + std::string(profile));
        }
        files.files["folder/" + file.path] = file.text;
    }
    FolderOptions options;
    options.root = "folder";
    options.today = choice.today;
    auto analysis = analyze_folder(files, built_in_rules(), options);
    REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
    return std::move(*analysis);
}

std::set<std::string> rules_of(const Analysis& analysis) {
    std::set<std::string> rules;
    for (const Finding& finding : analysis.findings) rules.emplace(analysis.rules.book()[finding.rule].name);
    return rules;
}

// One by one, two by two, all, and one that nobody has built in.
std::vector<NameList> subsets(const Starter& starter) {
    const NameList all = disciplines_of(starter);
    std::vector<NameList> out = {all, {"our-own"}, {"energy", "our-own", "quality"}};
    for (std::size_t one = 0; one < all.size(); ++one) {
        out.push_back({all[one]});
        for (std::size_t other = one + 1; other < all.size(); ++other) out.push_back({all[other], all[one]});
    }
    return out;
}

std::string capture_of(const Starter& starter, const NameList& disciplines) {
    std::string text(starter.name);
    for (const std::string& each : disciplines) text += " " + each;
    return text;
}

}  // namespace

TEST_CASE("a starter checks clean with whatever disciplines are chosen, and is broken in no profile") {
    for (const Starter& starter : starters()) {
        for (const NameList& disciplines : subsets(starter)) {
            const std::string which = capture_of(starter, disciplines);
            CAPTURE(which);
            const InitChoice choice = choice_of(starter, disciplines);
            CHECK(rules_of(*analyzed_starter(choice, "records")).empty());
            const auto full = analyzed_starter(choice, "full");
            for (const auto* findings : {&full->findings, &full->untold}) {
                for (const Finding& finding : *findings) {
                    const std::string rule(full->rules.book()[finding.rule].name);
                    CHECK_MESSAGE(finding.grade != Grade::error, rule);
                }
            }
            NameList in_force;
            for (const DisciplineInForce& each : full->settings.disciplines) in_force.push_back(each.name);
            std::ranges::sort(in_force);
            NameList chosen = disciplines;
            std::ranges::sort(chosen);
            CHECK(in_force == chosen);
        }
    }
}

// A file that somebody has just been given holds no evidence of what was done, so that part is left to be found.
TEST_CASE("what is found of a starter later is what nobody but its owner can do") {
    for (const Starter& starter : starters()) {
        CAPTURE(starter.name);
        const InitChoice choice = choice_of(starter, disciplines_of(starter));
        const std::set<std::string> described = {"management-review-incomplete", "policy-missing",
                                                 "role-without-competence"};
        CHECK(rules_of(*analyzed_starter(choice, "described")) == described);
        const std::set<std::string> may_be = {
            "agreement-missing",      "emergency-without-plan",       "impact-analysis-incomplete",
            "maintenance-unknown",    "management-review-incomplete", "missing-conditions",
            "obligation-unevaluated", "obligation-unwatched",         "policy-missing",
            "risk-over-appetite",     "role-without-competence",      "significant-aspect-uncontrolled",
            "supplier-unevaluated"};
        for (const std::string& rule : rules_of(*analyzed_starter(choice, "integrated")))
            CHECK_MESSAGE(may_be.contains(rule), rule);
    }
}

TEST_CASE("a starter is small, and offers what it has records for") {
    for (const Starter& starter : starters()) {
        CAPTURE(starter.name);
        const auto proposed = read_disciplines(starter.disciplines, starter);
        REQUIRE(proposed.has_value());
        const NameList known = disciplines_of(starter);
        for (const std::string& each : *proposed) CHECK(std::ranges::binary_search(known, each));
        for (const std::string& each : known) CHECK(own_disciplines({each}).empty());
        // With ims.yaml.
        const std::size_t files = write_starter(choice_of(starter, *proposed)).size();
        CHECK(files >= 9);
        CHECK(files <= 16);
        CHECK(write_starter(choice_of(starter, known)).size() <= 20);
        CHECK(write_starter(choice_of(starter, *proposed)).front().path == "ims.yaml");
    }
}

TEST_CASE("nothing is left of what only the starter means") {
    for (const Starter& starter : starters()) {
        for (const NameList& disciplines : subsets(starter)) {
            InitChoice choice = choice_of(starter, disciplines);
            choice.foreign = {"docker-compose.yml", "a, b.yaml"};
            for (const TextFile& file : write_starter(choice)) {
                CAPTURE(file.path);
                for (const std::string_view word :
                     {"#if", "#end", "#others", "DISCIPLINE", "ORGANISATION", "IGNORED", "STANDARDS"})
                    CHECK(file.text.find(word) == std::string::npos);
                CHECK(file.text.find("[]") == std::string::npos);
            }
            CHECK(text_of(choice, "ims.yaml").find("ignore: [docker-compose.yml, \"a, b.yaml\"]\n") !=
                  std::string::npos);
        }
    }
}

// `ims.yaml` offers to name it, since nobody who is new knows which there are.
TEST_CASE("every discipline that a built-in standard is of has the newest one beside it") {
    for (const Starter& starter : starters()) {
        std::size_t offered = 0;
        for (const std::string_view discipline : Schema::built_in().known_disciplines()) {
            const std::string settings = text_of(choice_of(starter, {std::string(discipline)}), "ims.yaml");
            const std::string_view standard = newest_standard_of(discipline);
            CAPTURE(settings);
            if (standard.empty()) {
                CHECK(settings.find("certificate") == std::string::npos);
            } else {
                CHECK(discipline_of_standard(standard) == discipline);
                CHECK(settings.find("  # after a certificate? standards: [" + std::string(standard) + "]\n") !=
                      std::string::npos);
                ++offered;
            }
        }
        CHECK(offered == 11);
    }
    CHECK(newest_standard_of("environment") == "iso-14001-2026");
    CHECK(newest_standard_of("privacy").empty());
}

TEST_CASE("a key behind which nothing is left is left out") {
    for (const Starter& starter : starters()) {
        for (const NameList& disciplines : {NameList{"our-own"}, NameList{"energy"}}) {
            for (const TextFile& file : write_starter(choice_of(starter, disciplines))) {
                CAPTURE(file.path);
                CHECK(file.text.find("responsibilities:") == std::string::npos);
            }
        }
    }
    const Starter& shop = starters().front();
    CHECK(text_of(choice_of(shop, {"quality"}), "roles/owner.yaml").find("\nresponsibilities:\n") != std::string::npos);
    InitChoice odd = choice_of(shop, {"quality"});
    odd.organisation = "We: # and others:";
    CHECK(analyzed_starter(odd, "records")->settings.organisation == odd.organisation);
}

TEST_CASE("each file of a starter holds one record, and tells which") {
    for (const Starter& starter : starters()) {
        const InitChoice choice = choice_of(starter, disciplines_of(starter));
        const auto analysis = analyzed_starter(choice, "records");
        std::set<std::string> records;
        for (const TextFile& file : write_starter(choice)) {
            if (file.path == "ims.yaml") CHECK(record_of(file).empty());
            else CHECK(analysis->graph.find(record_of(file)).has_value());
            records.insert(record_of(file));
        }
        CHECK(records.size() == analysis->record_count() + 1);
    }
}

TEST_CASE("a shop that looks after quality and food safety has looked at both in all that it does") {
    const auto rules =
        rules_of(*analyzed_starter(choice_of(starters().front(), {"quality", "food-safety"}), "integrated"));
    CHECK_FALSE(rules.contains("discipline-unaddressed"));
    CHECK_FALSE(rules.contains("role-misses-discipline"));
}

TEST_CASE("dates count from the day on which the folder is begun") {
    const Starter& shop = starters().front();
    CHECK(
        text_of(choice_of(shop, {"quality"}, "2026-01-01"), "risks/sold-past-its-date.yaml").find("due: 2026-04-01 ") !=
        std::string::npos);
    CHECK(
        text_of(choice_of(shop, {"quality"}, "2028-02-29"), "risks/sold-past-its-date.yaml").find("due: 2028-05-29 ") !=
        std::string::npos);
}

TEST_CASE("whatever an organisation is called stands in ims.yaml") {
    for (const std::string name :
         {"Petal & Post", "yes", "a: b # c", "\"quoted\"", "Blumen 花", "- dash", "2026-01-01"}) {
        CAPTURE(name);
        InitChoice choice = choice_of(starters().front(), {"quality"});
        choice.organisation = name;
        const auto analysis = analyzed_starter(choice, "records");
        CHECK(analysis->settings.organisation == name);
        CHECK(analysis->findings.empty());
    }
}
