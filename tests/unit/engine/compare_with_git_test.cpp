// What changed since its last review, asked of a repository that each test makes for itself: fixed authors and days,
// and nothing of the user's own git settings. Without a command `git` there is nothing to test but its absence.
#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <stdlib.h>

#include "built_in.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "source/program.h"

using namespace ims;

namespace {

constexpr std::string_view kSettings =
    "organisation: Test\ndisciplines: {quality: {}}\nreview: {history: git}\n"
    "check: {rules: {processes: off, risks: off}}\n";

bool has_git() {
    static const bool has = [] {
        auto program = Program::start({"git", "--version"});
        return program && program->finish().has_value();
    }();
    return has;
}

// A folder that is still empty.
std::filesystem::path scratch_folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "ims-history-XXXXXX").string();
    REQUIRE(::mkdtemp(pattern.data()) != nullptr);
    return std::filesystem::canonical(pattern);
}

class Repository {
public:
    // With settings in the folder `inner` of it.
    explicit Repository(std::string_view inner = "") : top_(scratch_folder()), root_(top_ / inner) {
        write("ims.yaml", kSettings);
    }
    // A copy of another one, with its last commits only.
    Repository(const Repository& other, std::string_view commits) : top_(scratch_folder()), root_(top_) {
        REQUIRE(git({"clone", "-q", "--depth", std::string(commits), "file://" + other.top_.string(), "."}));
    }
    ~Repository() { std::filesystem::remove_all(top_); }
    Repository(const Repository&) = delete;
    Repository& operator=(const Repository&) = delete;

    void write(std::string_view path, std::string_view text) const {
        std::filesystem::create_directories((root_ / path).parent_path());
        std::ofstream(root_ / path, std::ios::binary) << text;
    }
    void remove(std::string_view path) const { std::filesystem::remove(root_ / path); }

    bool git(std::vector<std::string> arguments) const {
        std::vector<std::string> all = {"env",
                                        "GIT_CONFIG_GLOBAL=/dev/null",
                                        "GIT_CONFIG_NOSYSTEM=1",
                                        "GIT_AUTHOR_NAME=Ada",
                                        "GIT_AUTHOR_EMAIL=ada@example.org",
                                        "GIT_COMMITTER_NAME=Ada",
                                        "GIT_COMMITTER_EMAIL=ada@example.org",
                                        "GIT_AUTHOR_DATE=" + day_ + "T12:00:00 +0000",
                                        "GIT_COMMITTER_DATE=" + day_ + "T12:00:00 +0000",
                                        "git",
                                        "-C",
                                        top_.string()};
        all.insert(all.end(), arguments.begin(), arguments.end());
        auto program = Program::start(all, std::vector<std::string_view>{"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"});
        return program && program->finish().has_value();
    }
    void init() const { REQUIRE(git({"init", "-q", "--initial-branch=main"})); }
    void commit(std::string day) {
        day_ = std::move(day);
        REQUIRE(git({"add", "--all"}));
        REQUIRE(git({"commit", "-q", "--allow-empty", "--no-verify", "-m", day_}));
    }

    // The findings of the rule, one a line, its notes behind it; then the hints.
    [[nodiscard]] std::string findings(const std::string& command = "git") const {
        FolderOptions options;
        options.root = root_.string();
        options.today = *parse_date("2026-06-01");
        options.git = command;
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE_MESSAGE(analysis.has_value(), (analysis ? "" : analysis.error().message()));
        std::string text;
        for (const Finding& each : (*analysis)->findings) {
            if (each.grade == Grade::error) text += std::string(built_in_book()[each.rule].name) + "\n";
            if (each.rule != RuleId::changed_since_review) continue;
            text += for_editors(each.message, (*analysis)->graph);
            for (const Message& said : each.notes) {
                const std::string note = for_editors(said, (*analysis)->graph);
                if (!note.starts_with("compared")) text += "; " + note;
            }
            text += "\n";
        }
        for (const std::string& hint : (*analysis)->hints) text += "hint: " + hint + "\n";
        return text;
    }

private:
    std::filesystem::path top_;
    std::filesystem::path root_;
    std::string day_ = "2026-01-01";
};

std::string changed(std::string_view fields, std::string_view id = "fire") {
    return fmt::format("risk `{}` changed since its review of 2026-01-10; what differs: {}\n", id, fields);
}

constexpr std::string_view kReviewed =
    "risk: fire\ntitle: Fire\nlikelihood: 3\nconsequence: 4\nreview: {last: 2026-01-10}\n";
constexpr std::string_view kChanged =
    "risk: fire\ntitle: Fire\nlikelihood: 1\nconsequence: 4\nreview: {last: 2026-01-10}\n";

}  // namespace

TEST_CASE("a record that changed after the commit of its review is found, committed or not") {
    if (!has_git()) return;
    Repository repository;
    repository.init();
    repository.write("risks.yaml", "risk: fire\ntitle: Fire\nreview: {last: 2025-01-10}\n");
    repository.commit("2025-01-10");
    repository.write("risks.yaml", kReviewed);
    repository.commit("2026-01-10");
    CHECK(repository.findings() == "");
    repository.write("risks.yaml", kChanged);
    CHECK(repository.findings() == changed("`likelihood`"));
    repository.commit("2026-02-10");
    CHECK(repository.findings() == changed("`likelihood`"));
    SUBCASE("until it is reviewed again") {
        repository.write("risks.yaml", "risk: fire\ntitle: Fire\nlikelihood: 1\nreview: {last: 2026-02-11}\n");
        CHECK(repository.findings() == "");
        repository.commit("2026-02-11");
        CHECK(repository.findings() == "");
    }
    SUBCASE("until it is changed back") {
        repository.write("risks.yaml", kReviewed);
        repository.commit("2026-02-11");
        CHECK(repository.findings() == "");
    }
    SUBCASE("what is new and what is gone are told as well") {
        repository.write("risks.yaml", "risk: fire\ntitle: Fire!\ncause: Wires\nreview: {last: 2026-01-10}\n");
        CHECK(repository.findings() == changed("`title`, `cause`, `likelihood` and `consequence`"));
    }
}

TEST_CASE("layout, the review itself and keys of one's own are no change") {
    if (!has_git()) return;
    Repository repository;
    repository.init();
    repository.write("risks.yaml",
                     "risk: fire\ntitle: Fire\neffect: The shop burns down\ntags: [a]\nreview: {last: 2026-01-10}\n");
    repository.commit("2026-01-10");
    repository.write(
        "risks.yaml",
        "# our worst\r\neffect: >-\r\n  The shop\r\n  burns down\r\ntags: a\r\nrisk: 'fire'\r\nx_note: later\r\n"
        "review:\r\n  every: 2 y\r\n  last: \"2026-01-10\"\r\ntitle: \"Fire\" # !\r\ncause:\r\nclauses: []\r\n");
    CHECK(repository.findings() == "");
    repository.commit("2026-02-10");
    CHECK(repository.findings() == "");
}

TEST_CASE("a record is followed through files, one with others and one that is hard to name") {
    if (!has_git()) return;
    Repository repository("unit ü/a \"b\"");
    repository.init();
    repository.write("risks.yaml", kReviewed);
    repository.commit("2026-01-10");
    repository.remove("risks.yaml");
    const std::string flood = "---\nrisk: flood\ntitle: Flood\nreview: {last: 2026-01-10}\n";
    repository.write("new ü/its \"own\" file's\nname.yaml", std::string(kReviewed) + flood);
    repository.commit("2026-01-20");
    CHECK(repository.findings() == "");
    repository.write("new ü/its \"own\" file's\nname.yaml", std::string(kChanged) + flood);
    repository.commit("2026-02-10");
    CHECK(repository.findings() == changed("`likelihood`"));
}

TEST_CASE("the commit that counts is the latest that set the day, on whatever branch") {
    if (!has_git()) return;
    Repository repository;
    repository.init();
    repository.write("risks.yaml", "risk: fire\ntitle: Fire\n");
    repository.commit("2026-01-01");
    SUBCASE("a day that was taken back and set again") {
        repository.write("risks.yaml", kReviewed);
        repository.commit("2026-01-10");
        repository.write("risks.yaml", "risk: fire\ntitle: Fire\nreview: {last: 2025-01-10}\n");
        repository.commit("2026-01-11");
        repository.write("risks.yaml", kChanged);
        repository.commit("2026-01-12");
        CHECK(repository.findings() == "");
    }
    SUBCASE("a review and a change that came with a merge") {
        REQUIRE(repository.git({"checkout", "-q", "-b", "side"}));
        repository.write("risks.yaml", kReviewed);
        repository.commit("2026-01-10");
        repository.write("risks.yaml", kChanged);
        repository.commit("2026-01-11");
        REQUIRE(repository.git({"checkout", "-q", "main"}));
        repository.write("other.yaml", "risk: flood\ntitle: Flood\nreview: {last: 2026-01-10}\n");
        repository.commit("2026-01-12");
        REQUIRE(repository.git({"merge", "-q", "--no-edit", "side"}));
        CHECK(repository.findings() == changed("`likelihood`"));
    }
    SUBCASE("a change elsewhere is none of this record") {
        repository.write("risks.yaml", kReviewed);
        repository.commit("2026-01-10");
        repository.write("other.yaml", "risk: flood\ntitle: Flood\n");
        repository.commit("2026-01-11");
        CHECK(repository.findings() == "");
    }
}

TEST_CASE("what is retired or new, and a rule that is off, are not looked at") {
    if (!has_git()) return;
    Repository repository;
    repository.init();
    repository.write("risks.yaml", kReviewed);
    repository.commit("2026-01-10");
    repository.write("new.yaml", "risk: new\ntitle: New\nreview: {last: 2026-01-10}\n");
    SUBCASE("new") { CHECK(repository.findings() == ""); }
    SUBCASE("a draft") {
        repository.write("risks.yaml", std::string(kChanged) + "status: draft\n");
        CHECK(repository.findings() == "");
    }
    SUBCASE("off") {
        repository.write("risks.yaml", kChanged);
        CHECK(repository.findings() == changed("`likelihood`"));
        repository.write("ims.yaml", "organisation: Test\ndisciplines: {quality: {}}\n");
        CHECK(repository.findings() == "");
    }
    SUBCASE("broken today") {
        repository.write("risks.yaml", std::string(kChanged) + "effect: [\n");
        CHECK(repository.findings() == "invalid-yaml\n");
    }
    SUBCASE("broken once") {
        repository.write("risks.yaml", std::string(kReviewed) + "effect: [\n");
        repository.commit("2026-01-11");
        repository.write("risks.yaml", kReviewed);
        repository.commit("2026-01-12");
        CHECK(repository.findings() == "");
    }
}

TEST_CASE("the file at a document's location counts as its own") {
    if (!has_git()) return;
    Repository repository("unit");
    repository.init();
    constexpr std::string_view kDocument =
        "document: rules\ntitle: Rules\ntype: form\nlocation: papers/house rules.md#keys\nreview: {last: 2026-01-10}\n";
    const std::string differs =
        "document `rules` changed since its review of 2026-01-10; what differs: what its file `papers/house "
        "rules.md#keys` "
        "says\n";
    repository.write("documents.yaml", kDocument);
    repository.write("papers/house rules.md", "Lock the door.\n");
    repository.commit("2026-01-10");
    CHECK(repository.findings() == "");
    SUBCASE("other words") {
        repository.write("papers/house rules.md", "Leave the door open.\n");
        CHECK(repository.findings() == differs);
        repository.commit("2026-02-10");
        CHECK(repository.findings() == differs);
        repository.write("documents.yaml",
                         "document: rules\ntitle: Rules\ntype: form\nlocation: papers/house rules.md"
                         "#keys\nreview: {last: 2026-02-10}\n");
        repository.commit("2026-02-11");
        CHECK(repository.findings() == "");
    }
    SUBCASE("other ends of lines") {
        repository.write("papers/house rules.md", "Lock the door.\r\n");
        CHECK(repository.findings() == "");
    }
    SUBCASE("a file that is gone is told by its own rule") {
        repository.remove("papers/house rules.md");
        CHECK(repository.findings() == "");
    }
    SUBCASE("a file that the commit did not have") {
        repository.write("papers/new.md", "New.\n");
        repository.write("documents.yaml",
                         "document: rules\ntitle: Rules\ntype: form\nlocation: papers/new.md\n"
                         "review: {last: 2026-01-10}\n");
        CHECK(repository.findings().find("what differs: `location`\n") != std::string::npos);
    }
}

TEST_CASE("a large file of which git keeps only the name is held against that name") {
    if (!has_git()) return;
    Repository repository;
    repository.init();
    repository.write("documents.yaml",
                     "document: plan\ntitle: Plan\ntype: form\nlocation: plan.pdf\nreview: {last: 2026-01-10}\n");
    repository.write("plan.pdf",
                     "version https://git-lfs.github.com/spec/v1\noid sha256:"
                     "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824\nsize 5\n");
    repository.commit("2026-01-10");
    repository.write("plan.pdf", "hello");
    CHECK(repository.findings() == "");
    repository.write("plan.pdf", "hullo");
    CHECK(repository.findings() ==
          "document `plan` changed since its review of 2026-01-10; what differs: what its file `plan.pdf` says\n");
}

TEST_CASE("a shallow history is said once") {
    if (!has_git()) return;
    Repository repository;
    repository.init();
    repository.write("risks.yaml", kReviewed);
    repository.write("other.yaml", "risk: flood\ntitle: Flood\nreview: {last: 2026-01-10}\n");
    repository.commit("2026-01-10");
    repository.write("risks.yaml", kChanged);
    repository.write("late.yaml", "risk: storm\ntitle: Storm\nreview: {last: 2026-01-10}\n");
    repository.commit("2026-02-10");
    repository.write("third.yaml", "risk: theft\ntitle: Theft\nreview: {last: 2026-01-10}\n");
    repository.commit("2026-02-11");
    repository.write("third.yaml", "risk: theft\ntitle: Thefts\nreview: {last: 2026-01-10}\n");
    repository.commit("2026-02-12");
    const Repository clone(repository, "3");
    CHECK(clone.findings() ==
          "whether 3 records changed since their last review could not be judged; the git history that is at hand here "
          "begins later: it is a shallow or partial clone; reviewed before: `risk/storm`, `risk/flood` and "
          "`risk/fire`\n" +
              changed("`title`", "theft"));
}

TEST_CASE("without git and outside a repository nothing is found, and a hint says so") {
    const std::string hint =
        "hint: `review.history` of ims.yaml asks for git, and git tells no history of this folder (`git log` there "
        "says why): what changed since its last review could not be judged\n";
    Repository repository;
    repository.write("risks.yaml", kReviewed);
    CHECK(repository.findings("no-such-command-as-this") == hint);
    CHECK(repository.findings("") == hint);
    if (!has_git()) return;
    repository.write(".git", "gitdir: /nowhere\n");
    CHECK(repository.findings() == hint);
    repository.remove(".git");
    repository.init();
    CHECK(repository.findings() == hint);
    repository.commit("2026-01-10");
    CHECK(repository.findings() == "");
}
