#include "cli/all_reports.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/report_folder.h"
#include "cli/report_places.h"
#include "report/every_report.h"
#include "report/site/site.h"

namespace ims {
namespace {

SiteMenu menu_of(const std::vector<WantedReport>& reports, const Graph& graph) {
    SiteMenu menu;
    menu.first.push_back({"Start", std::string(kIndexOfReports)});
    menu.search = kSearchPage;
    for (const SiteGroup& group : site_groups(reports, graph)) {
        SiteMenu::Group& own = menu.groups.emplace_back(SiteMenu::Group{group.title, {}});
        for (const SitePage& page : group.pages) own.entries.push_back({page.title, page.target});
    }
    return menu;
}

// Programs find all that is known of a record in the list of its kind.
bool is_for(const WantedReport& wanted, const DocumentFormat& format) {
    return wanted.report->kind != kAnyKind || format.use == DocumentUse::page;
}

// The pages that lead to the others, for those who read; and for programs the lists of records, with every field.
Outcome add_site(ReportFolder& folder, const SiteInput& site, const std::vector<Words>& shorts,
                 const ReportPlaces& places, const AllReports& wanted) {
    std::vector<std::pair<std::string, Document>> pages;
    pages.emplace_back(kIndexOfReports, index_of_reports(site, shorts));
    for (Document& list : lists_of_records(site)) {
        std::string target = fmt::format("{} {}", kRecordsPage, list.subject);
        pages.emplace_back(std::move(target), std::move(list));
    }
    for (const DocumentFormat* const format : wanted.formats) {
        for (const auto& [target, document] : pages) {
            if (format->use == DocumentUse::page || target != kIndexOfReports)
                IMS_TRY(folder.add(document, *format, places.find(target)->second));
        }
        if (can_search(*format))
            IMS_TRY(folder.add(search_of_reports(site), *format, places.find(kSearchPage)->second));
    }
    return Nothing{};
}

std::string what_was_written(const ReportFolder& folder, const AllReports& wanted) {
    const std::string path = wanted.folder.ends_with('/') ? wanted.folder : wanted.folder + '/';
    std::string text = fmt::format("ims: wrote {} to {}", counted(folder.count(), "file"), visible(path));
    const DocumentFormat* first = nullptr;
    for (const DocumentFormat* const each : wanted.formats) {
        // Whoever asks for both has a browser.
        if (each->use == DocumentUse::page && (first == nullptr || each->extension == "html")) first = each;
    }
    if (first != nullptr) text += fmt::format("; begin with {}{}.{}", visible(path), kIndexOfReports, first->extension);
    text += '\n';
    if (const std::vector<std::string> left = folder.left_over(); !left.empty()) {
        text += fmt::format("ims: {} of an earlier run {} longer written and may be removed: {}\n",
                            counted(left.size(), "file"), left.size() == 1 ? "is no" : "are no",
                            join_names(left, Ticks::no));
    }
    if (const std::string aside = folder.set_aside(); !aside.empty())
        text +=
            fmt::format("ims: what somebody else put into {} meanwhile stands in {}\n", visible(path), visible(aside));
    return text;
}

}  // namespace

Outcome write_all_reports(const Environment& environment, const Analysis& analysis, const AllReports& wanted) {
    const std::vector<WantedReport> reports = every_report(analysis, wanted.persons);
    const ReportPlaces places = places_of(reports, analysis.graph);
    DocumentStyle style = wanted.style;
    const SiteMenu menu = menu_of(reports, analysis.graph);
    style.reports = &places;
    style.menu = &menu;
    ReportFolder folder(environment, wanted.folder, analysis.root, style);
    IMS_TRY(folder.open_for_all());
    std::vector<Words> shorts;
    for (const WantedReport& each : reports) {
        const Document document = each.report->build(
            {analysis, each.subject, wanted.audience, wanted.commit, ReportFor::everyone, &wanted.changes});
        shorts.push_back(in_short(document));
        const std::string& place = places.find(target_of(each, analysis.graph))->second;
        for (const DocumentFormat* const format : wanted.formats) {
            if (is_for(each, *format)) IMS_TRY(folder.add(document, *format, place));
        }
    }
    IMS_TRY(add_site(folder, {{analysis, {}, wanted.audience, wanted.commit}, reports}, shorts, places, wanted));
    IMS_TRY(folder.put_in_place());
    if (!wanted.quiet) environment.err->write(what_was_written(folder, wanted));
    return Nothing{};
}

}  // namespace ims
