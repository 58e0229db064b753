// The pages that lead to the reports of a folder: the start page, the search, a list of all records of each kind, and
// what stands in the menu of every page.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "report/every_report.h"

namespace ims {

// What links call them. Of the records of a kind: `records risk`.
inline constexpr std::string_view kIndexOfReports = "index";
inline constexpr std::string_view kSearchPage = "search";
inline constexpr std::string_view kRecordsPage = "records";

// A page by what people call it and what links do.
struct SitePage {
    std::string title;
    std::string target;
    const WantedReport* wanted = nullptr;  // none of a list of records
};
struct SiteGroup {
    std::string title;
    std::vector<SitePage> pages;
};
// The reports that are about the whole folder, or about a standard, by who looks for them; at the end the lists of
// records. Whatever nobody put into a group stands in one of its own. Points into `reports`.
std::vector<SiteGroup> site_groups(const std::vector<WantedReport>& reports, const Graph& graph);

// The kinds of records that have pages, but for persons: they stand in no list that everybody reads.
std::vector<KindId> listed_kinds(const std::vector<WantedReport>& reports, const Graph& graph);
std::string target_of_records(const Graph& graph, KindId kind);
// All that these pages are called by.
std::vector<std::string> targets_of_site(const std::vector<WantedReport>& reports, const Graph& graph);

// What is known of all records at once and is told on several of these pages.
struct SiteInput {
    ReportInput input;
    const std::vector<WantedReport>& reports;
};

// What is concluded, what is due next, and the ways in. `shorts`: what each report says in short, in their order.
Document index_of_reports(const SiteInput& site, const std::vector<Words>& shorts);
// Of a listed kind a page with all its records. What is known of each record for all lists is found once.
class RecordLists {
public:
    // `site` outlives this.
    explicit RecordLists(const SiteInput& site);
    ~RecordLists();
    RecordLists(const RecordLists&) = delete;
    RecordLists& operator=(const RecordLists&) = delete;
    [[nodiscard]] Document of(KindId kind) const;

private:
    struct Known;
    class List;
    const SiteInput& site_;
    std::unique_ptr<const Known> known_;
};
// All of them, in the order of `listed_kinds`.
std::vector<Document> lists_of_records(const SiteInput& site);
// All records but persons, what was found about them, and all reports. Texts of incidents are left to their own pages:
// they may be about people.
Document search_of_reports(const SiteInput& site);

}  // namespace ims
