#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "report/page.h"
#include "report/site/site.h"
#include "schema/fields.h"

namespace ims {
namespace {

struct Listed {
    std::string_view group;
    std::string_view report;
    std::string_view title;
};

constexpr std::string_view kDeciders = "For those who decide";
constexpr std::string_view kWork = "People and processes";
constexpr std::string_view kRegisters = "Registers";
constexpr std::string_view kStandards = "Standards";
constexpr std::string_view kMore = "More";

constexpr Listed kListed[] = {
    {kDeciders, "board", "Board report"},
    {kDeciders, "gaps", "Gaps"},
    {kDeciders, "management-review", "Management review"},
    {kDeciders, "integration", "Integration"},
    {kDeciders, "calendar", "What is due when"},
    {kDeciders, "forecast", "What turns red"},
    {kDeciders, "exceptions", "Accepted and left out"},
    {kWork, "processes", "Processes"},
    {kWork, "handovers", "Hand-overs"},
    {kWork, "roles", "Roles and competences"},
    {kWork, "hazards", "Hazards at work"},
    {kWork, "continuity", "Continuity and recovery"},
    {kWork, "failures", "If one thing fails"},
    {kRegisters, "risks", "Risks"},
    {kRegisters, "obligations", "Obligations"},
    {kRegisters, "objectives", "Objectives"},
    {kRegisters, "suppliers", "Suppliers"},
    {kRegisters, "assets", "Assets"},
    {kRegisters, "documents", "Documents"},
    {kRegisters, "audits", "Audits"},
    {kRegisters, "nonconformities", "Nonconformities"},
    {kRegisters, "incidents", "Incidents"},
    {kRegisters, "changes", "Changes"},
    {kStandards, "clauses", "Clause by clause"},
    {kStandards, "applicability", "Applicability"},
};

SitePage page_of(const Listed* listed, const WantedReport& wanted, const Graph& graph) {
    std::string title(listed != nullptr ? listed->title : wanted.report->name);
    if (listed == nullptr) {
        std::ranges::replace(title, '-', ' ');
        title = capitalised(title);
    }
    if (wanted.subject.known()) title += fmt::format(": {}", graph[wanted.subject].title());
    return {std::move(title), target_of(wanted, graph), &wanted};
}

// Pages about one record are reached from lists; of standards there are few.
bool is_in_menu(const WantedReport& wanted, const Graph& graph) {
    if (!wanted.subject.known()) return true;
    return wanted.report->kind != kAnyKind && graph[wanted.subject].is(kinds::standard);
}

}  // namespace

std::vector<KindId> listed_kinds(const std::vector<WantedReport>& reports, const Graph& graph) {
    std::set<KindId> found;
    for (const WantedReport& each : reports) {
        if (each.report->kind == kAnyKind && !graph[each.subject].is(kinds::person))
            found.insert(graph[each.subject].kind());
    }
    std::vector<KindId> all(found.begin(), found.end());
    std::ranges::sort(all, {}, [&](KindId kind) { return graph.schema()[kind].plural; });
    return all;
}

std::string target_of_records(const Graph& graph, KindId kind) {
    return fmt::format("{} {}", kRecordsPage, graph.schema()[kind].name);
}

std::vector<std::string> targets_of_site(const std::vector<WantedReport>& reports, const Graph& graph) {
    std::vector<std::string> targets = {std::string(kIndexOfReports), std::string(kSearchPage)};
    for (const KindId kind : listed_kinds(reports, graph)) targets.push_back(target_of_records(graph, kind));
    return targets;
}

std::vector<SiteGroup> site_groups(const std::vector<WantedReport>& reports, const Graph& graph) {
    std::vector<SiteGroup> groups;
    for (const std::string_view title : {kDeciders, kWork, kRegisters, kStandards, kMore})
        groups.push_back({std::string(title), {}});
    std::vector<const WantedReport*> left;
    for (const WantedReport& each : reports) {
        if (is_in_menu(each, graph)) left.push_back(&each);
    }
    const auto add = [&](std::string_view group, SitePage page) {
        std::ranges::find(groups, group, &SiteGroup::title)->pages.push_back(std::move(page));
    };
    for (const Listed& listed : kListed) {
        for (const WantedReport*& each : left) {
            if (each == nullptr || each->report->name != listed.report) continue;
            add(listed.group, page_of(&listed, *each, graph));
            each = nullptr;
        }
    }
    for (const WantedReport* const each : left) {
        if (each != nullptr) add(kMore, page_of(nullptr, *each, graph));
    }
    SiteGroup records{"All records", {}};
    for (const KindId kind : listed_kinds(reports, graph))
        records.pages.push_back({capitalised(spoken(graph.schema()[kind].plural)), target_of_records(graph, kind)});
    groups.push_back(std::move(records));
    std::erase_if(groups, [](const SiteGroup& group) { return group.pages.empty(); });
    return groups;
}

}  // namespace ims
