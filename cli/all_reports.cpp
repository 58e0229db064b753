#include "cli/all_reports.h"

#include <algorithm>
#include <atomic>

#include <fmt/format.h>

#include "base/parallel.h"
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

// Each page, so that it can be made by itself: the reports, then the pages that lead to them, but for the index, which
// tells of all reports.
class AllPages {
public:
    AllPages(const Analysis& analysis, const AllReports& wanted, const std::vector<WantedReport>& reports,
             const ReportPlaces& places, const ReportFolder& folder)
        : wanted_(wanted),
          reports_(reports),
          places_(places),
          folder_(folder),
          site_{{.analysis = analysis,
                 .subject = {},
                 .audience = wanted.audience,
                 .commit = wanted.commit,
                 .changes = &wanted.changes,
                 .cells = cells_for(wanted.formats)},
                reports},
          lists_(site_),
          kinds_(listed_kinds(reports, analysis.graph)) {}

    struct Made {
        Words in_short;  // of a report
        std::vector<RenderedReport> files;
    };
    [[nodiscard]] std::size_t count() const { return reports_.size() + kinds_.size() + 1; }
    [[nodiscard]] Made make(std::size_t index) const {
        if (index < reports_.size()) return report(reports_[index]);
        index -= reports_.size();
        return index < kinds_.size() ? list(kinds_[index]) : search();
    }
    [[nodiscard]] Made index(const std::vector<Words>& shorts) const {
        const auto is_for = [](const DocumentFormat& format) { return format.use == DocumentUse::page; };
        return {{}, render(index_of_reports(site_, shorts), kIndexOfReports, is_for)};
    }

private:
    [[nodiscard]] std::vector<RenderedReport> render(const Document& document, std::string_view target,
                                                     const auto& is_for) const {
        std::vector<RenderedReport> files;
        for (const DocumentFormat* const format : wanted_.formats) {
            if (is_for(*format)) files.push_back(folder_.render(document, *format, places_.find(target)->second));
        }
        return files;
    }

    [[nodiscard]] Made report(const WantedReport& each) const {
        const Analysis& analysis = site_.input.analysis;
        ReportInput input = site_.input;
        input.subject = each.subject;
        const Document document = each.report->build(input);
        // Programs find all that is known of a record in the list of its kind.
        const auto is_for = [&](const DocumentFormat& format) {
            return each.report->kind != kAnyKind || format.use == DocumentUse::page;
        };
        return {in_short(document), render(document, target_of(each, analysis.graph), is_for)};
    }

    // For programs too, with every field.
    [[nodiscard]] Made list(KindId kind) const {
        const auto is_for = [](const DocumentFormat&) { return true; };
        return {{}, render(lists_.of(kind), target_of_records(site_.input.analysis.graph, kind), is_for)};
    }

    [[nodiscard]] Made search() const {
        if (std::ranges::none_of(wanted_.formats, [](const auto* format) { return can_search(*format); })) return {};
        return {{}, render(search_of_reports(site_), kSearchPage, can_search)};
    }

    const AllReports& wanted_;
    const std::vector<WantedReport>& reports_;
    const ReportPlaces& places_;
    const ReportFolder& folder_;
    const SiteInput site_;
    const RecordLists lists_;
    const std::vector<KindId> kinds_;
};

// No page needs another, so all processors make them; they are written in their order.
Outcome write_pages(ReportFolder& folder, const AllPages& pages, std::size_t reports, std::size_t jobs) {
    std::vector<Words> shorts(reports);
    Outcome written = Nothing{};
    std::atomic<bool> failed = false;
    const auto make = [&](std::size_t index) { return failed ? AllPages::Made() : pages.make(index); };
    const auto write = [&](const AllPages::Made& made) {
        for (const RenderedReport& each : made.files) {
            if (written) written = folder.add(each);
        }
        if (!written) failed = true;
    };
    parallel_in_order(Jobs(jobs), pages.count(), make, [&](std::size_t index, AllPages::Made made) {
        write(made);
        if (index < reports) shorts[index] = std::move(made.in_short);
    });
    if (!failed) write(pages.index(shorts));
    return written;
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

MadeCells cells_for(const std::vector<const DocumentFormat*>& formats) {
    const bool programs = std::ranges::any_of(formats, [](const DocumentFormat* each) {
        return each->use == DocumentUse::data || each->use == DocumentUse::tables;
    });
    return programs ? MadeCells::all : MadeCells::shown;
}

Outcome write_all_reports(const Environment& environment, const Analysis& analysis, const AllReports& wanted) {
    const std::vector<WantedReport> reports = every_report(analysis, wanted.persons);
    const ReportPlaces places = places_of(reports, analysis.graph);
    DocumentStyle style = wanted.style;
    const SiteMenu menu = menu_of(reports, analysis.graph);
    style.reports = &places;
    style.menu = &menu;
    ReportFolder folder(environment, wanted.folder, analysis.root, style);
    IMS_TRY(folder.open_for_all());
    const AllPages pages(analysis, wanted, reports, places, folder);
    IMS_TRY(write_pages(folder, pages, reports.size(), wanted.jobs));
    IMS_TRY(folder.put_in_place());
    if (!wanted.quiet) environment.err->write(what_was_written(folder, wanted));
    return Nothing{};
}

}  // namespace ims
