#include "compare/comparison.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "built_in.h"
#include "judge/fingerprint.h"
#include "link/graph_names.h"
#include "output/checked.h"

using namespace ims;

namespace {

// "new role-without-deputy: role `r` is new", a line for each that is not known.
std::string news(const Analysis& now, const Known& known) {
    const Comparison comparison = compare(now, known);
    std::string text;
    for (std::size_t index = 0; index < now.findings.size(); ++index) {
        const FindingId id = FindingId::from(index);
        if (comparison.of(id) == Novelty::known) continue;
        text += std::string(to_string(comparison.of(id))) + " " +
                std::string(now.rules.book()[now.findings[index].rule].name) + ": " +
                for_editors(comparison.why(id), now.graph) + "\n";
    }
    return text;
}

std::string news(const Files& before, const Files& now) {
    const auto then = analysed(before);
    return news(*analysed(now), {.before = then.get()});
}

// A process, who does it, and a risk with what holds it.
Files folder() {
    return {{"ims.yaml",
             "organisation: O\ndisciplines: {quality: {}}\nrisk: {likelihood: [rare, likely], consequence: [minor, "
             "severe], "
             "levels: {low: 1, high: 4}, appetite: low}\ncheck: {profile: integrated}\n"},
            {"p.yaml",
             "process: p\ntitle: P\nowner: r\nresponsible: [r]\noutputs: [{item: x, to: [interested_party/c]}]\n"
             "---\ninterested_party: c\ntitle: C\n"},
            {"r.yaml",
             "role: r\ntitle: R\nholders: 2\nresponsibilities: [{does: X, disciplines: [quality], processes: "
             "[p]}]\n"},
            {"k.yaml",
             "risk: k\ntitle: K\ndisciplines: [quality]\nprocesses: [p]\nowner: r\nlikelihood: likely\n"
             "consequence: severe\ntreatment: reduce\nresidual: {likelihood: rare, consequence: severe}\n"},
            {"c.yaml",
             "control: h\ntitle: H\nrisks: [k]\nowner: r\nimplementation: in-place\nverifications: [{date: "
             "2026-05-01, result: effective}]\n"}};
}

Files with(const std::string& path, const std::string& text) {
    Files files = folder();
    files[path] = text;
    return files;
}

}  // namespace

TEST_CASE("a folder compared with itself has no news") { CHECK(news(folder(), folder()) == ""); }

TEST_CASE("a control that is gone is seen in the untouched file that needs it") {
    Files now = folder();
    now.erase("c.yaml");
    CHECK(news(folder(), now) ==
          "new residual-without-control: control `h` is gone\nnew risk-over-appetite: control `h` is gone\n");
}

TEST_CASE("moved files, lines and records, and another layout are no news") {
    Files now = folder();
    now.erase("k.yaml");
    now.erase("c.yaml");
    now["deep/all.yaml"] = "# moved\n" + folder()["c.yaml"] + "---\n" + folder()["k.yaml"];
    CHECK(news(folder(), now) == "");
}

TEST_CASE("a file that is no record is known wherever it moves") {
    Files before = with("a.yaml", "nothing: here\n");
    Files now = with("b/c.yaml", "nothing: here\n");
    CHECK(news(before, now) == "");
    CHECK(news(folder(), now) == "new no-kind: `b/c.yaml` is new\n");
}

TEST_CASE("a record that is called otherwise keeps its findings") {
    Files before = folder();
    before["k.yaml"] = "risk: k\ntitle: K\ndisciplines: [quality]\nprocesses: [p]\nowner: r\nlikelihood: rare\n";
    before.erase("c.yaml");
    Files now = before;
    now["k.yaml"].replace(0, 7, "risk: flood");
    CHECK(news(before, now) == "");
    CHECK(news(folder(), now).find("new unrated-risk: risk `flood`") != std::string::npos);
}

TEST_CASE("what is worse says what it was, and what it hangs on") {
    Files before = with("r.yaml",
                        "role: r\ntitle: R\nholders: 1\nresponsibilities: [{does: X, disciplines: [quality], "
                        "processes: [p]}]\n");
    Files now = before;
    now["p.yaml"].insert(now["p.yaml"].find("\n---"), "\ncontinuity: {prioritised: yes}");
    const std::string told = news(before, now);
    CHECK_MESSAGE(
        told.find("worse role-without-deputy: it was medium before, and process `p` changed `continuity`\n") !=
            std::string::npos,
        told);
}

TEST_CASE("of two changes side by side the one of the rule's own kind is named") {
    Files before = folder();
    before["o.yaml"] = "objective: o\ntitle: O\ndisciplines: [quality]\nprocesses: [p]\nowner: r\n";
    before["ims.yaml"].replace(before["ims.yaml"].find("integrated"), 10, "full");
    Files now = before;
    now.erase("o.yaml");
    now["k.yaml"] += "description: more\n";
    CHECK(news(before, now).find("process-without-objective: objective `o` is gone\n") != std::string::npos);
}

TEST_CASE("the settings are named where they are what changed") {
    Files now = folder();
    now["ims.yaml"].replace(now["ims.yaml"].find("quality: {}"), 11, "quality: {}, environment: {}");
    CHECK(news(folder(), now) ==
          "worse management-review-incomplete: it was not about `environment` before, and ims.yaml changed "
          "`disciplines`\n"
          "worse policy-missing: it was not about `environment` before, and ims.yaml changed `disciplines`\n"
          "worse unassigned-lead: it was not about `environment` before, and ims.yaml changed `disciplines`\n"
          "new discipline-unaddressed: ims.yaml changed `disciplines`\n");
}

TEST_CASE("what is no longer found is counted") {
    Files before = folder();
    before.erase("c.yaml");
    const auto then = analysed(before);
    const auto now = analysed(folder());
    CHECK(compare(*now, {.before = then.get()}).mended() == 2);
}

TEST_CASE("a finding that only days brought came due, and one that somebody brought is new") {
    Files files = folder();
    files["ims.yaml"] += "review: {every: 1 month}\n";
    files["c.yaml"] += "review: {last: 2026-05-15}\n";
    const auto on = [&](const char* day, const Files& texts) {
        MemoryFileSystem memory;
        for (const auto& [path, text] : texts) memory.files["folder/" + path] = text;
        FolderOptions options;
        options.root = "folder";
        options.today = *parse_date(day);
        auto analysis = analyze_folder(memory, built_in_rules(), options);
        REQUIRE(analysis.has_value());
        return std::move(*analysis);
    };
    const auto first = on("2026-06-01", files);
    Baseline baseline;
    baseline.day = parse_date("2026-06-01");
    const auto known_as = fingerprints({first->findings, {}}, first->rules.book(), first->sources);
    for (std::size_t index = 0; index < known_as.size(); ++index)
        baseline.lines.push_back(
            baseline_line(first->findings[index], known_as[index], first->rules.book(), first->sources));
    std::ranges::sort(baseline.lines, {}, &BaselineLine::fingerprint);
    Files changed = files;
    changed["r.yaml"] += "reports_to: nobody\n";
    const auto now = on("2027-06-01", changed);
    const auto then = on("2026-06-01", changed);
    CHECK(goes_beyond(*now, baseline));
    const Known known{.baseline = &baseline, .on_its_day = then.get()};
    const Comparison comparison = compare(*now, known);
    std::size_t due = 0;
    std::size_t fresh = 0;
    for (std::size_t index = 0; index < now->findings.size(); ++index) {
        const Novelty novelty = comparison.of(FindingId::from(index));
        due += novelty == Novelty::due;
        if (novelty != Novelty::fresh) continue;
        ++fresh;
        CHECK(now->rules.book()[now->findings[index].rule].name == "unknown-reference");
    }
    CHECK(due > 0);
    CHECK(fresh == 1);
}
