// `ims report all` and reports in a folder, on a real disk: every link leads somewhere, nothing is half-written, and
// nothing of the user's is touched.
#include <doctest/doctest.h>

#include <regex>
#include <set>

#include <fmt/format.h>

#include "base/unicode.h"
#include "cli/command.h"
#include "cli/words.h"
#include "scratch.h"

using namespace ims;

namespace {

namespace fs = std::filesystem;

struct Run {
    DiskFileSystem files;
    std::string out;
    std::string err;
    std::size_t fails_at = 0;  // the number of the file that cannot be made; 0: none

    Result<Exit> report(const std::string& words) { return report(words, files); }
    Result<Exit> report(const std::string& words, const FileSystem& seen) {
        out.clear();
        err.clear();
        Writer out_writer(out);
        Writer err_writer(err);
        Environment environment = environment_of_process(seen, out_writer, err_writer);
        const auto create = environment.create_output;
        std::size_t made = 0;
        environment.create_output = [&](const std::string& path) -> Result<Writer> {
            if (++made == fails_at) return Error(path, "no");
            return create(path);
        };
        CommandLine line("report", "");
        const Action action = commands::report::define(line);
        IMS_TRY(line.read(words_of("--today 2026-06-01 " + words)));
        return action(environment);
    }
};

std::string unescaped(std::string text) {
    for (std::size_t at = text.find('%'); at != std::string::npos; at = text.find('%', at + 1))
        text.replace(at, 3, 1, static_cast<char>(std::stoi(text.substr(at + 1, 2), nullptr, 16)));
    for (std::size_t at = text.find("&amp;"); at != std::string::npos; at = text.find("&amp;", at + 1))
        text.erase(at + 1, 4);
    return text;
}

std::vector<std::string> all_matches(const std::string& text, const char* pattern) {
    const std::regex regex(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match)
        found.push_back((*match)[1]);
    return found;
}

// As GitHub makes them.
std::set<std::string> anchors_of_markdown(const std::string& text) {
    std::set<std::string> anchors;
    std::map<std::string, int> seen;
    for (const std::string& heading : all_matches(text, "(?:^|\n)#+ ([^\n]*)")) {
        const std::string words = std::regex_replace(heading, std::regex(R"(\]\([^)]*\))"), "");
        std::string anchor;
        for (const char c : words) {
            if (c == ' ') anchor += '-';
            else if (c == '-' || c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0)
                anchor += static_cast<char>(std::tolower(c));
        }
        const int before = seen[anchor]++;
        anchors.insert(before == 0 ? anchor : fmt::format("{}-{}", anchor, before));
    }
    return anchors;
}

struct Followed {
    std::size_t records = 0;
    std::size_t reports = 0;
    std::size_t anchors = 0;
};

void follow(const fs::path& page, const fs::path& out, const std::string& link, Followed& followed) {
    CAPTURE(page.string());
    CAPTURE(link);
    if (link.starts_with("http") || link.starts_with("mailto:") || link.starts_with("data:")) return;
    const std::size_t hash = link.find('#');
    const std::string fragment = hash == std::string::npos ? "" : link.substr(hash + 1);
    const std::string path = unescaped(link.substr(0, hash));
    const fs::path target = path.empty() ? page : page.parent_path() / path;
    REQUIRE(fs::is_regular_file(target));
    std::ostringstream all;
    all << std::ifstream(target).rdbuf();
    const std::string text = all.str();
    // All that a page leads to stands in the folder: a browser would load a file of records down.
    const std::string relative = fs::relative(target, out).string();
    CHECK(!relative.starts_with(".."));
    if (relative.starts_with("record/")) ++followed.records;
    if (!fragment.empty()) {
        if (target.extension() == ".html") CHECK(text.find(fmt::format(" id=\"{}\"", fragment)) != std::string::npos);
        else CHECK(anchors_of_markdown(text).contains(fragment));
        ++followed.anchors;
    } else {
        CHECK(target.extension() == page.extension());
        ++followed.reports;
    }
}

constexpr std::string_view kSettings = "organisation: O\ndisciplines: {quality: {}}\n";

}  // namespace

TEST_CASE("every link of all reports leads to a file, a line or a heading that is there") {
    const Scratch scratch;
    Run run;
    const Result<Exit> exit =
        run.report(fmt::format("all \"{}/corner-shop\" -o \"{}/deep/out\"", IMS_EXAMPLES, scratch.path.string()));
    REQUIRE_MESSAGE(exit.has_value(), (exit ? "" : exit.error().message()));
    CHECK(*exit == Exit::clean);
    std::set<std::string> linked;
    for (const std::string extension : {".md", ".html"}) {
        Followed followed;
        std::size_t pages = 0;
        for (const std::string& name : scratch.names()) {
            if (!name.ends_with(extension)) continue;
            ++pages;
            const std::string text = scratch.text(name);
            const auto links = extension == ".md" ? all_matches(text, R"([^\\]\]\(([^)\s]*)\))")
                                                  : all_matches(text, " href=\"([^\"]*)\"");
            CHECK(!links.empty());
            for (const std::string& link : links) {
                follow(scratch.path / name, scratch.path / "deep/out", link, followed);
                if (!link.starts_with('#')) {
                    const fs::path to = fs::path(name).parent_path() / unescaped(link.substr(0, link.find('#')));
                    linked.insert(to.lexically_normal().string());
                }
            }
        }
        CHECK(pages > 10);
        CHECK(followed.records > 500);
        CHECK(followed.reports >= 2 * (pages - 1));  // there and back
        if (extension == ".html") CHECK(followed.anchors > 100);
        // To every page one leads.
        for (const std::string& name : scratch.names()) {
            CAPTURE(name);
            if (name.ends_with(extension) && !name.ends_with("index" + extension)) CHECK(linked.contains(name));
        }
    }
}

TEST_CASE("all reports: every format, one file a table in CSV, told on stderr") {
    const Scratch scratch;
    scratch.put("records/ims.yaml", kSettings);
    scratch.put("records/roles.yaml", "role: a\n---\nrole: b\n---\nrole: c\nstatus: retired\n");
    Run run;
    REQUIRE(run.report("all " + scratch.file("records") + " -o " + scratch.file("out")));
    const std::vector<std::string> names = scratch.names();
    const auto has = [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); };
    for (const char* const name : {"index.md", "index.html", "gaps.md", "gaps.html", "gaps.json", "gaps/about.csv",
                                   "role/a.md", "role/b.html", "role/b.json", "role/b/about.csv"}) {
        CAPTURE(name);
        CHECK(has(fmt::format("out/{}", name)));
    }
    CHECK(!has("out/role/c.md"));
    CHECK(!has("out/gaps.txt"));
    CHECK(scratch.text("out/gaps/about.csv").starts_with("\xef\xbb\xbf"));
    CHECK(scratch.text("out/role/a.md").find("[Start](../index.md)") != std::string::npos);
    CHECK(has("out/record/role/a.html"));
    CHECK(!has("out/record/role/a.json"));
    const auto files = std::ranges::count_if(names, [](const std::string& name) {
        return name.starts_with("out/") &&
               (name.ends_with(".md") || name.ends_with(".html") || name.ends_with(".json") || name.ends_with(".csv"));
    });
    CHECK(run.err ==
          fmt::format("ims: wrote {0} files to {1}/; begin with {1}/index.html\n", files, scratch.file("out")));
    CHECK(run.out.empty());
}

TEST_CASE("all reports: any number of processors writes the same files") {
    const Scratch scratch;
    Run run;
    std::map<std::string, std::string> first;
    for (const std::string jobs : {"1", "2", "8"}) {
        CAPTURE(jobs);
        REQUIRE(run.report(fmt::format("all \"{0}/corner-shop\" -o \"{1}/{2}\" --jobs {2} -q", IMS_EXAMPLES,
                                       scratch.path.string(), jobs)));
        std::map<std::string, std::string> files;
        for (const std::string& name : scratch.names()) {
            if (name.starts_with(jobs + "/")) files.emplace(name.substr(jobs.size()), scratch.text(name));
        }
        CHECK(files.size() > 100);
        if (first.empty()) first = files;
        CHECK(files == first);
    }
}

TEST_CASE("all reports: what was there before and is none of ours stays, and nothing else is written") {
    const Scratch scratch;
    scratch.put("ims.yaml", kSettings);
    scratch.put("roles.yaml", "role: a\n");
    scratch.put("out/role/a.md", "mine");
    const std::vector<std::string> before = scratch.names();
    Run run;
    const Result<Exit> refused =
        run.report("all " + scratch.path.string() + " -o " + scratch.file("out/") + " --format markdown");
    REQUIRE(!refused);
    CHECK(refused.error().message().find("out/role/a.md: this file was there before") != std::string::npos);
    CHECK(scratch.names() == before);
    CHECK(scratch.text("out/role/a.md") == "mine");

    // An earlier run's are replaced, and what is no longer written is told and stays.
    fs::remove(scratch.file("out/role/a.md"));
    REQUIRE(run.report("all " + scratch.path.string() + " -o " + scratch.file("out/") + " --format markdown"));
    scratch.put("roles.yaml", "role: b\n");
    scratch.put("out/mine.md", "mine");
    REQUIRE(run.report("all " + scratch.path.string() + " -o " + scratch.file("out/") + " --format markdown"));
    CHECK(run.err.find(
              "2 files of an earlier run are no longer written and may be removed: record/role/a.md and role/a.md\n") !=
          std::string::npos);
    CHECK(scratch.text("out/role/a.md").find("[Start](../index.md)") != std::string::npos);
    CHECK(scratch.text("out/role/b.md").find("[Start](../index.md)") != std::string::npos);
    CHECK(scratch.text("out/index.md").find("(role/a.md)") == std::string::npos);
    CHECK(scratch.text("out/mine.md") == "mine");
}

TEST_CASE("all reports: trouble with one file leaves the folder as it was") {
    const Scratch scratch;
    scratch.put("ims.yaml", kSettings);
    scratch.put("roles.yaml", "role: a\n");
    const std::vector<std::string> empty = scratch.names();
    Run run;
    const std::string words = "all " + scratch.path.string() + " -o " + scratch.file("new/out");
    for (const std::size_t number : {1, 2, 9}) {
        run.fails_at = number;
        REQUIRE(!run.report(words));
        CHECK(scratch.names() == empty);
    }
    run.fails_at = 0;
    REQUIRE(run.report(words));
    const std::vector<std::string> full = scratch.names();
    const std::string gaps = scratch.text("new/out/gaps.md");
    scratch.put("roles.yaml", "role: a\n---\nrole: b\n");
    run.fails_at = 9;
    REQUIRE(!run.report(words));
    CHECK(scratch.names() == full);
    CHECK(scratch.text("new/out/gaps.md") == gaps);
}

TEST_CASE("ids that some file systems fold together get files of their own, hostile ones stay in the folder") {
    const Scratch scratch;
    scratch.put("in/ims.yaml", kSettings);
    scratch.put(
        "in/roles.yaml",
        "role: Cashier\n---\nrole: cashier\n---\nrole: ../../escape\n---\nrole: index\n---\nrole: MÜLLER\n---\n"
        "role: Mu\u0308ller\n---\nrole: con\n---\nrole: con_\n---\nrole: Grün\n---\nrole: a.md\n---\nrole: a\n");
    Run run;
    REQUIRE(run.report("all " + scratch.file("in") + " -o " + scratch.file("out") + " --format markdown,csv"));
    const std::string index = unescaped(scratch.text("out/index.md"));
    for (const char* const link :
         {"(role/Cashier-ae9c88.md)", "(role/cashier.md)", "(role/index.md)", "(role/MÜLLER-", "(role/Müller-",
          "(role/con_.md)", "(role/con_-", "(role/Grün.md)", "(role/a.md)", "(role/a.md_.md)"}) {
        CAPTURE(link);
        CHECK(index.find(link) != std::string::npos);
    }
    std::set<std::string> folded;
    for (const std::string& name : scratch.names()) {
        CAPTURE(name);
        CHECK((name == "in" || name == "out" || name.starts_with("in/") || name.starts_with("out/")));
        CHECK(folded.insert(folded_file_name(name)).second);
    }
}

TEST_CASE("where the report of a record stands does not depend on where its record does") {
    const Scratch scratch;
    scratch.put("in/ims.yaml", kSettings);
    scratch.put("in/a.yaml", "role: Cashier\n");
    scratch.put("in/b.yaml", "role: cashier\n---\nrole: CASHIER\n");
    Run run;
    REQUIRE(run.report("all " + scratch.file("in") + " -o " + scratch.file("one") + " --format markdown"));
    scratch.put("in/a.yaml", "role: CASHIER\n---\nrole: cashier\n");
    scratch.put("in/b.yaml", "role: Cashier\n---\nrole: driver\n");
    REQUIRE(run.report("all " + scratch.file("in") + " -o " + scratch.file("two") + " --format markdown"));
    std::set<std::string> one;
    std::set<std::string> two;
    for (const std::string& name : scratch.names()) {
        if (name.starts_with("one/role/")) one.insert(name.substr(4));
        if (name.starts_with("two/role/") && !name.ends_with("driver.md")) two.insert(name.substr(4));
    }
    CHECK(one.size() == 3);
    CHECK(one == two);
    // One report by itself stands where all of them would.
    REQUIRE(run.report("role CASHIER " + scratch.file("in") + " -o " + scratch.file("three/") + " --format markdown"));
    for (const std::string& name : scratch.names()) {
        if (name.starts_with("three/role/")) CHECK(two.contains(name.substr(6)));
    }
}

namespace {

// The disk as it is where capitals are one.
class FoldingFiles final : public FileSystem {
public:
    [[nodiscard]] Result<std::vector<Entry>> list(const std::string& folder) const override {
        return disk_.list(folder);
    }
    [[nodiscard]] EntryType type(const std::string& path) const override {
        const std::size_t slash = path.rfind('/');
        const auto entries = disk_.list(path.substr(0, slash));
        if (!entries) return disk_.type(path);
        for (const Entry& entry : *entries) {
            if (folded_file_name(entry.name) == folded_file_name(path.substr(slash + 1))) return entry.type;
        }
        return EntryType::missing;
    }
    [[nodiscard]] std::optional<std::string> real_path(const std::string& path) const override {
        return disk_.real_path(path);
    }
    [[nodiscard]] Result<std::string> read(const std::string& path, std::size_t limit) const override {
        return disk_.read(path, limit);
    }

private:
    DiskFileSystem disk_;
};

}  // namespace

TEST_CASE("all reports: a record whose id has other capitals now takes its own file over") {
    const Scratch scratch;
    scratch.put("in/ims.yaml", kSettings);
    scratch.put("in/roles.yaml", "role: Cashier\n");
    Run run;
    const std::string words = "all " + scratch.file("in") + " -o " + scratch.file("out") + " --format markdown";
    REQUIRE(run.report(words));
    scratch.put("in/roles.yaml", "role: cashier\n");
    SUBCASE("where capitals are one") {
        const FoldingFiles folding;
        REQUIRE(run.report(words, folding));
        CHECK(run.err.find("earlier run") == std::string::npos);
    }
    SUBCASE("where they are not") {
        REQUIRE(run.report(words));
        CHECK(run.err.find("2 files of an earlier run are no longer written and may be removed: record/role/Cashier.md "
                           "and role/Cashier.md") != std::string::npos);
    }
    SUBCASE("where they are not, and somebody else's file stands there") {
        scratch.put("out/role/cashier.md", "mine");
        CHECK(!run.report(words));
        CHECK(scratch.text("out/role/cashier.md") == "mine");
    }
}

TEST_CASE("one report in a folder, in several formats") {
    const Scratch scratch;
    scratch.put("ims.yaml", kSettings);
    scratch.put("roles.yaml", "role: a\n");
    Run run;
    REQUIRE(run.report("role a " + scratch.path.string() + " -o " + scratch.file("out/") +
                       " --format html,csv --format json"));
    CHECK(fs::exists(scratch.file("out/role/a.html")));
    CHECK(fs::exists(scratch.file("out/role/a.json")));
    CHECK(fs::exists(scratch.file("out/role/a/about.csv")));
    CHECK(!fs::exists(scratch.file("out/index.html")));
    REQUIRE(run.report("gaps " + scratch.path.string() + " -o " + scratch.file("g.csv") + " --table about"));
    CHECK(
        scratch.text("g.csv").starts_with("\xef\xbb\xbf"
                                          "Organisation,"));
    REQUIRE(run.report("gaps " + scratch.path.string() + " --format csv --table about"));
    CHECK(run.out.starts_with("Organisation,"));
}

TEST_CASE("what cannot be meant is told") {
    const Scratch scratch;
    scratch.put("ims.yaml", kSettings);
    scratch.put("roles.yaml", "role: a\n");
    const std::string path = scratch.path.string();
    Run run;
    const auto trouble = [&](const std::string& words) {
        const Result<Exit> result = run.report(words);
        return result ? std::string("none") : result.error().message();
    };
    CHECK(trouble("all " + path) ==
          "`ims report all` writes many files: name a folder for them, for example `-o reports/`");
    CHECK(trouble("all " + path + " -o " + scratch.file("roles.yaml"))
              .ends_with("roles.yaml: a file stands where a folder for reports is to be"));
    CHECK(trouble("all " + path + " --table about -o " + scratch.file("x")).starts_with("--table: name the report"));
    CHECK(trouble("gaps " + path + " --table abut")
              .starts_with("--table: this report has no table `abut`; did you mean `about`?"));
    CHECK(trouble("gaps " + path + " --format html,csv").starts_with("--format: several formats need a folder"));
    CHECK(trouble("gaps " + path + " --format htm").starts_with("--format: there is no `htm`; did you mean `html`?"));
}
