// Cells that name people: whoever reads a report is told of a role, whoever edits the records of the person.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analyzed.h"
#include "judge/pictures.h"
#include "report/gap.h"
#include "report/page.h"
#include "report/site/site.h"
#include "schema/fields.h"

using namespace ims;

namespace {

constexpr std::string_view kPeople = R"(# file: ims.yaml
organisation: Example
disciplines: {quality: {}}
# file: records.yaml
process: sell
title: Sell
---
role: boss
title: Boss
---
person: p-1
title: Ann Lee
roles: [boss]
---
person: p-2
title: Bo Day
---
document: paper
title: Paper
type: policy
owner: person/p-1
approved: {by: person/p-1, date: 2026-05-01}
---
audit: spring
title: Spring
planned: 2026-07-01
processes: [sell]
disciplines: [quality]
auditors: [person/p-2, person/p-1]
---
nonconformity: thin
title: Thin
grade: minor
date: 2026-05-01
action: {does: Mend it, owner: person/p-1, due: 2026-07-01}
---
change: tablets
title: Tablets
reason: R
effective: 2026-05-01
approved: {by: person/p-1, date: 2026-04-01}
---
objective: more
title: More
measure: M
actions: {does: Ask, owner: person/p-1, due: 2026-07-01}
)";

// What is said of people by name: titles that no other record speaks of, lasting names, evidence of what they are able
// to do.
std::vector<std::string> names_of_people(const Analysis& analysis) {
    std::vector<std::string> names;
    const auto is_of_another = [&](std::string_view title) {
        return std::ranges::any_of(analysis.graph.all(), [&](RecordId id) {
            const RecordView record = analysis.graph[id];
            if (record.is(kinds::person)) return false;
            for (const FieldView field : record.written()) {
                if (field.text().find(title) != std::string_view::npos) return true;
            }
            return false;
        });
    };
    for (const RecordId id : analysis.graph.of_kind(kinds::person)) {
        const RecordView person = analysis.graph[id];
        names.push_back(person.name().text());
        if (!is_of_another(person.title())) names.emplace_back(person.title());
        for (const FieldView entry : person[fields::person::competences].children()) {
            const std::string_view evidence = entry[fields::person::competences.evidence].text();
            if (!evidence.empty()) names.emplace_back(evidence);
        }
    }
    return names;
}

// With what people have no room for.
std::string in_csv(const Analysis& analysis, std::string_view report, Audience audience) {
    const Document document = find_report(report)->build({analysis, {}, audience});
    return test::written(document, *find_document_format("csv"));
}

// Every report, and what leads to them.
std::vector<Document> all_of_a_site(const Analysis& analysis, Audience audience) {
    const std::vector<WantedReport> reports = every_report(analysis, Persons::left_out);
    std::vector<Document> all;
    std::vector<Words> shorts;
    for (const WantedReport& each : reports) {
        all.push_back(each.report->build({analysis, each.subject, audience}));
        shorts.push_back(in_short(all.back()));
    }
    const SiteInput site{{analysis, {}, audience}, reports};
    all.push_back(index_of_reports(site, shorts));
    all.push_back(search_of_reports(site));
    for (Document& list : lists_of_records(site)) all.push_back(std::move(list));
    return all;
}

void check_names(const Document& document, const std::vector<std::string>& names) {
    for (const std::string_view format : {"markdown", "html", "csv", "json"}) {
        const std::string text = test::written(document, *find_document_format(format));
        for (const std::string& name : names) {
            const bool named = text.find(name) != std::string::npos;
            CHECK_MESSAGE(!named, document.organisation, ": ", document.report, " ", document.subject, " as ",
                          std::string(format), " tells “", name, "”");
        }
    }
}

}  // namespace

TEST_CASE("cells tell of the role of a person, whoever reads") {
    const auto analysis = analyzed(kPeople);
    for (const std::string_view report : {"documents", "audits", "nonconformities", "changes", "objectives"}) {
        CAPTURE(report);
        for (const Audience audience : {Audience::readers, Audience::editors}) {
            const std::string text = in_csv(*analysis, report, audience);
            CHECK(text.find("Ann Lee") == std::string::npos);
            CHECK(text.find("a holder of ") != std::string::npos);
        }
    }
}

TEST_CASE("a person who holds no role is somebody to readers") {
    const auto analysis = analyzed(kPeople);
    const std::string audits = in_csv(*analysis, "audits", Audience::readers);
    CHECK(audits.find("Bo Day") == std::string::npos);
    CHECK(audits.find("somebody") != std::string::npos);
}

// Of each example, in each format: cells that only programs read, and targets of links, are among these.
TEST_CASE("no report but that of a person names people or tells what one is able to do") {
    for (const std::string_view example : {"minimal", "corner-shop", "corner-shop-siloed", "medium-manufacturer"}) {
        FolderOptions options;
        options.root = std::string(IMS_EXAMPLES) + "/" + std::string(example);
        options.today = *parse_date("2026-06-01");
        const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
        REQUIRE(analysis.has_value());
        const std::vector<std::string> names = names_of_people(**analysis);
        for (const Audience audience : {Audience::readers, Audience::editors}) {
            for (const Document& document : all_of_a_site(**analysis, audience)) check_names(document, names);
        }
    }
}

TEST_CASE("who leads the holders of a role gets their names") {
    const auto analysis = analyzed(kPeople);
    ReportInput input{*analysis, id_of(*analysis, "role/boss")};
    const Report& role = *find_report("role");
    CHECK(test::written(role.build(input), *find_document_format("markdown")).find("Ann Lee") == std::string::npos);
    input.made_for = ReportFor::manager;
    CHECK(test::written(role.build(input), *find_document_format("markdown")).find("Ann Lee") != std::string::npos);
}

TEST_CASE("what a holder of several roles lacks is told of the role that asks for it") {
    const auto analysis = analyzed(R"(# file: ims.yaml
organisation: O
disciplines: {quality: {lead: alpha}}
# file: r.yaml
role: alpha
title: Alpha
---
role: beta
title: Beta
competences: [{competence: lift}]
---
competence: lift
title: Lifting
disciplines: [quality]
---
person: p
title: Pat
roles: [alpha, beta]
)");
    const auto gaps_of = [&](std::string_view role) {
        const Page page({*analysis, {}}, "gaps", "Gaps");
        std::size_t lacks = 0;
        for (const Gap& gap : collect_gaps_of(page, id_of(*analysis, role)))
            lacks += analysis->rules.book()[gap.finding->rule].name == "competence-gap" ? 1U : 0U;
        return lacks;
    };
    CHECK(gaps_of("role/alpha") == 0);
    CHECK(gaps_of("role/beta") == 1);
}
