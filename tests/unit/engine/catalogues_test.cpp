// The built-in catalogues hold what they must hold, and enter a run only where something names them.
#include "engine/catalogues.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include <fmt/format.h>

#include "assess/clauses/clauses.h"
#include "assess/clauses/exclusion.h"
#include "assess/performance/management_reviews.h"
#include "built_in.h"
#include "check/example.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/graph_names.h"
#include "schema/catalogues.h"
#include "schema/fields.h"

using namespace ims;

namespace {

constexpr std::string_view kTitles =
#include "engine/clause_titles.inc"
    ;

struct Run {
    std::unique_ptr<Analysis> analysis;

    explicit Run(std::string_view files, std::vector<std::string> standards = {}, std::string schemas = {}) {
        MemoryFileSystem disk;
        for (auto& [path, text] : example_files(files))
            disk.files[path.starts_with("/") ? path : "folder/" + path] = text;
        FolderOptions options;
        options.root = "folder";
        options.today = *parse_date("2026-06-01");
        options.standards = std::move(standards);
        options.schema_folder = std::move(schemas);
        auto result = analyze_folder(disk, built_in_rules(), options);
        REQUIRE_MESSAGE(result.has_value(), (result ? "" : result.error().message()));
        analysis = std::move(*result);
        // What rules find is of no interest here.
        for (const Finding& each : analysis->findings) {
            if (is_of_earlier_stage(each)) of_records.push_back(each);
        }
    }

    std::vector<Finding> of_records;

    // The catalogues that were read, in their order.
    [[nodiscard]] std::string read() const {
        std::string out;
        for (const RecordId id : analysis->graph.of_kind(kinds::standard))
            out += fmt::format("{}{}", out.empty() ? "" : " ", analysis->graph[id].id());
        return out;
    }

    // `path: message; help` a line.
    [[nodiscard]] std::string findings() const {
        std::string out;
        for (const Finding& each : of_records) {
            out += fmt::format("{}: {}[{}]: {}; {}\n", analysis->sources[each.span.file].path,
                               analysis->sources.text(each.span), built_in_book()[each.rule].name,
                               for_editors(each.message, analysis->graph), for_editors(each.help, analysis->graph));
        }
        return out;
    }
};

constexpr std::string_view kNoStandard = "# file: ims.yaml\norganisation: A\ndisciplines: {quality: {}}\n";

}  // namespace

TEST_CASE("the catalogues hold the numbers and titles of their standards") {
    std::vector<std::string> ids;
    for (const BuiltInCatalogue& each : built_in_catalogues()) ids.emplace_back(each.id);
    const Run run(kNoStandard, ids);
    CHECK(run.findings() == "");
    std::string held;
    for (const StandardFacts& standard : run.analysis->facts.clauses().standards()) {
        const auto& clauses = standard.clauses;
        const auto controls = std::ranges::count_if(clauses, &Clause::annex);
        held += fmt::format("{}: {} clauses, {} of them headings; {} controls\n", standard.id,
                            static_cast<std::ptrdiff_t>(clauses.size()) - controls,
                            std::ranges::count_if(clauses, &Clause::group), controls);
        for (const Clause& clause : clauses) held += fmt::format("{} {}\n", clause.number, clause.title);
    }
    CHECK(held == kTitles);
}

TEST_CASE("a catalogue is called like its file, and says of each clause what rules and reports need") {
    std::vector<std::string> ids;
    for (const BuiltInCatalogue& each : built_in_catalogues()) ids.emplace_back(each.id);
    CHECK(ids.size() == 13);
    const Run run(kNoStandard, ids);
    std::string read;
    for (const std::string& id : ids) read += (read.empty() ? "" : " ") + id;
    CHECK(run.read() == read);
    for (const StandardFacts& standard : run.analysis->facts.clauses().standards()) {
        CAPTURE(standard.id);
        const RecordView record = run.analysis->graph[standard.record];
        CHECK(std::ranges::count(run.analysis->schema.known_disciplines(),
                                 record[fields::standard::discipline].text()) == 1);
        CHECK(standard.id.ends_with("-" + std::string(record[fields::standard::edition].text())));
        CHECK(standard.title.ends_with(":" + std::string(record[fields::standard::edition].text())));
        const auto published = record[fields::standard::published].date();
        REQUIRE(published.has_value());
        CHECK(to_string(*published).starts_with(record[fields::standard::edition].text()));
        std::set<std::string_view> numbers;
        for (const Clause& clause : standard.clauses) {
            CAPTURE(clause.number);
            CHECK(numbers.insert(clause.number).second);
            CHECK(clause.harmonised.starts_with("hs:"));
            CHECK(clause.annex == clause.number.starts_with("A."));
            if (clause.group) {
                CHECK(clause.evidence.empty());
                CHECK(standard.meant(clause.number).size() > 1);
            } else {
                CHECK(standard.meant(clause.number).size() == 1);
                CHECK((clause.annex || !clause.evidence.empty()));
                CHECK((clause.annex || !clause.asks.empty()));
                CHECK((clause.annex || !clause.theme.empty()));
            }
        }
    }
}

TEST_CASE("catalogues know what nobody may leave out") {
    const Run run(kNoStandard, {"iso-27001-2022", "iso-9001-2026", "iso-14001-2026", "iso-13485-2016"});
    std::string kept;
    std::string free;
    for (const StandardFacts& standard : run.analysis->facts.clauses().standards()) {
        for (const Clause& clause : standard.clauses) {
            for (const std::string_view number : {"4.1", "6.1.2", "8.3", "8.2.1", "9.2.2", "A.5.1"}) {
                if (clause.number != number) continue;
                std::string& list = may_be_left_out(standard, clause) ? free : kept;
                list += fmt::format("{}{}:{}", list.empty() ? "" : " ", standard.id, number);
            }
        }
    }
    CHECK(kept ==
          "iso-13485-2016:4.1 iso-14001-2026:4.1 iso-14001-2026:6.1.2 iso-14001-2026:9.2.2 iso-27001-2022:4.1 "
          "iso-27001-2022:6.1.2 iso-27001-2022:8.3 iso-27001-2022:9.2.2");
    CHECK(free ==
          "iso-13485-2016:8.2.1 iso-13485-2016:8.3 iso-27001-2022:A.5.1 iso-9001-2026:4.1 iso-9001-2026:6.1.2 "
          "iso-9001-2026:8.2.1 iso-9001-2026:8.3 iso-9001-2026:9.2.2");
}

TEST_CASE("each standard in force adds its topics to those that all management reviews have") {
    const auto asked = [](std::string_view standards) {
        const Run run(fmt::format("# file: ims.yaml\norganisation: A\ndisciplines: {{quality: {{standards: [{}]}}}}\n",
                                  standards));
        std::string out;
        for (const AskedTopic& topic : asked_topics(run.analysis->graph, run.analysis->facts.clauses())) {
            if (topic.by.empty()) continue;
            out += fmt::format("{}{} of {}", out.empty() ? "" : ", ", topic.topic, topic.by.size());
        }
        return out;
    };
    CHECK(asked("") == "");
    CHECK(asked("iso-27001-2022, iso-42001-2023") == "");
    CHECK(asked("iso-22301-2019") == "impact_analysis of 1, exercises of 1");
    CHECK(asked("iso-9001-2026, iso-14001-2026, iso-45001-2018") ==
          "resources of 3, compliance of 2, consultation of 1, aspects of 1, providers of 1");
    const Run run(kNoStandard);
    CHECK(asked_topics(run.analysis->graph, run.analysis->facts.clauses()).size() == 9);
}

TEST_CASE("only those catalogues are read that something names") {
    CHECK(Run(kNoStandard).read() == "");
    CHECK(Run("# file: ims.yaml\norganisation: A\ndisciplines: {quality: {standards: [iso-9001-2026]}}\n").read() ==
          "iso-9001-2026");
    CHECK(Run("role: a\ntitle: A\nclauses: [iso-9001-2026:5.3, iso-22301-2019:5.3]\n").read() ==
          "iso-22301-2019 iso-9001-2026");
    CHECK(Run("applicability: a\ntitle: A\nagainst: iso-27001-2022\n").read() == "iso-27001-2022");
    CHECK(Run("audit: a\ntitle: A\nplanned: 2026-01-01\ncriteria: [standard/iso-45001-2018]\n").read() ==
          "iso-45001-2018");
    CHECK(Run("nonconformity: a\ntitle: A\ngrade: minor\ndate: 2026-01-01\nclause: iso-50001-2018:6.3\n").read() ==
          "iso-50001-2018");
    CHECK(Run("change: a\ntitle: A\nreason: B\naffects: [standard/iso-42001-2023]\n").read() == "iso-42001-2023");
    CHECK(Run("document: a\ntitle: A\ntype: policy\n# file: ims.yaml\norganisation: A\ndefaults: {document: {clauses: "
              "iso-37301-2021:5.2}}\n")
              .read() == "iso-37301-2021");
    CHECK(Run(kNoStandard, {"iso-13485-2016"}).read() == "iso-13485-2016");
    CHECK(Run("role: a\ntitle: iso-9001-2026\ndescription: iso-9001-2026:4.1\nx_a: iso-9001-2026:4.1\n").read() == "");
}

TEST_CASE("an edition that took over is read with the one that it replaces") {
    const Run run(kNoStandard, {"iso-9001-2015"});
    CHECK(run.read() == "iso-9001-2015 iso-9001-2026");
    CHECK(run.findings() == "");
}

TEST_CASE("catalogues stay out of lists and counts, and what a folder says of its standards is no word on them") {
    const Run run(
        "role: a\ntitle: A\nclauses: iso-9001-2026:5.3\n# file: ims.yaml\norganisation: A\ndefaults: "
        "{standard: {owner: a}}\n");
    CHECK(run.findings() == "");
    CHECK(run.analysis->record_count() == 1);
    CHECK(run.analysis->sources.own_size() == 2);
    const RecordView standard = run.analysis->graph[*run.analysis->graph.find(kinds::standard, "iso-9001-2026")];
    CHECK(standard.built_in());
    CHECK_FALSE(standard.has(fields::owner));
}

TEST_CASE("a record of the folder replaces a built-in catalogue, or adds one") {
    const Run replaced(
        "standard: iso-9001-2026\ntitle: Ours\nclauses: [{number: 1, title: All}]\n---\nrole: a\ntitle: A\nclauses: "
        "iso-9001-2026:1\n");
    CHECK(replaced.findings() == "");
    CHECK(replaced.read() == "iso-9001-2026");
    CHECK(replaced.analysis->graph[*replaced.analysis->graph.find(kinds::standard, "iso-9001-2026")].title() == "Ours");
    CHECK(replaced.analysis->record_count() == 2);

    const Run added(
        "standard: house-rules\ntitle: House rules\nclauses: [{number: 1, title: All}]\n---\nrole: a\ntitle: "
        "A\nclauses: [house-rules:1, iso-9001-2026:5.3]\n");
    CHECK(added.findings() == "");
    CHECK(added.read() == "iso-9001-2026 house-rules");
}

TEST_CASE("a catalogue of the folder is reported like any record, and one that cannot be read still replaces ours") {
    const Run wrong("standard: iso-9001-2026\ntitle: Ours\nclauses: [{number: 1, evidence: [suplier], grup: yes}]\n");
    CHECK(wrong.findings() ==
          "records.yaml: number[missing-field]: an entry of `clauses` has no `title`; add `title: …` — the heading of "
          "the clause\n"
          "records.yaml: suplier[unknown-kind]: `suplier` is no kind of record; did you mean `supplier`?\n"
          "records.yaml: grup[unknown-field]: an entry of `clauses` has no field `grup`; did you mean `group`?\n");

    const Run unread(
        "# file: ours.yaml\nstandard: iso-9001-2026\ntitle: [Ours\n# file: a.yaml\nrole: a\ntitle: A\nclauses: "
        "iso-9001-2026:77\n");
    CHECK(unread.read() == "");
    REQUIRE(unread.of_records.size() == 1);
    CHECK(unread.of_records[0].rule == RuleId::invalid_yaml);
}

TEST_CASE("a standard that does not exist is reported with the one that is meant") {
    const auto finding = [](std::string_view name) {
        return Run(fmt::format("role: a\ntitle: A\nclauses: ['{}:5.3']\n", name)).findings();
    };
    CHECK(finding("iso-9001-2062") ==
          "records.yaml: 'iso-9001-2062:5.3'[unknown-reference]: there is no standard `iso-9001-2062`; did you mean "
          "`iso-9001-2026`?\n");
    CHECK(finding("iso-14001") ==
          "records.yaml: 'iso-14001:5.3'[unknown-reference]: there is no standard `iso-14001`; did you mean "
          "`iso-14001-2015` or `iso-14001-2026`?\n");
    CHECK(finding("vda-6.3").find("name one of `iso-13485-2016`, `iso-14001-2015`,") != std::string::npos);
    CHECK(finding("vda-6.3").find("or add a catalogue of your own as a record `standard: vda-6.3`") !=
          std::string::npos);
    CHECK(Run("# file: ims.yaml\norganisation: A\ndisciplines: {quality: {standards: [iso-9001-2027]}}\n").findings() ==
          "ims.yaml: iso-9001-2027[unknown-reference]: there is no standard `iso-9001-2027`; did you mean "
          "`iso-9001-2026`?\n");
    CHECK(Run("audit: a\ntitle: A\nplanned: 2026-01-01\ncriteria: [standard/iso-9001-2027]\n---\nstandard: "
              "iso-9001-2028\ntitle: Next\n")
              .findings()
              .find("`iso-9001-2026`?") != std::string::npos);
}

TEST_CASE("mending the name of a standard leaves the clause alone") {
    const Run run("role: a\ntitle: A\nclauses: [iso-9001-2062:5.3]\n");
    REQUIRE(run.of_records.size() == 1);
    REQUIRE(run.of_records[0].fix);
    const auto* const mended = std::get_if<ReplaceText>(&run.of_records[0].fix->operations.at(0));
    REQUIRE(mended != nullptr);
    CHECK(mended->was == "iso-9001-2062");
    CHECK(mended->text == "iso-9001-2026");
    CHECK(for_editors(run.of_records[0].fix->title, run.analysis->graph) == "write `iso-9001-2026:5.3`");
}

TEST_CASE("a folder of schemas brings its own kinds and catalogues, and leaves none of the built-in ones") {
    std::string own;
    for (const KindId kind : {kinds::role, kinds::standard}) {
        const KindSpec& spec = Schema::built_in()[kind];
        own += fmt::format("# file: /schemas/{}.schema.json\n{}\n", spec.name, spec.json);
    }
    own +=
        "# file: /schemas/standards/house-1.yaml\nstandard: house-1\ntitle: House\nclauses: [{number: 1, title: All}]\n"
        "# file: a.yaml\nrole: a\ntitle: A\nclauses: [house-1:1]\n";
    const Run run(own, {}, "/schemas");
    CHECK(run.read() == "house-1");
    CHECK(run.findings() == "");
    const Run other(own + "# file: b.yaml\nprocess: b\ntitle: B\n", {}, "/schemas");
    CHECK(other.findings().starts_with("b.yaml: process[no-kind]"));
}

TEST_CASE("files at the place of ours are left out, with a word") {
    const Run run(
        "# file: <built-in>/iso-9001-2026.yaml\nrole: a\ntitle: A\n# file: 0.yaml\nrole: b\ntitle: B\n"
        "clauses: iso-9001-2026:5.3\n");
    CHECK(run.findings() == "");
    CHECK(run.analysis->record_count() == 1);
    REQUIRE(run.analysis->hints.size() == 1);
    CHECK(run.analysis->hints[0].starts_with("<built-in>/iso-9001-2026.yaml: not read"));
}
