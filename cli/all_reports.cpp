#include "cli/all_reports.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/report_folder.h"
#include "report/every_report.h"

namespace ims {
namespace {

constexpr std::string_view kIndex = "index";

std::string target_of(const WantedReport& wanted, const Graph& graph) {
    std::string target(wanted.report->name);
    if (wanted.subject.known()) target += fmt::format(" {}", graph[wanted.subject].name().text());
    return target;
}

// A place for each; ids that differ only in what some file systems fold together get a number.
ReportPlaces plan(const std::vector<WantedReport>& wanted, const Graph& graph) {
    ReportPlaces places;
    std::set<std::string> taken = {std::string(kIndex)};
    places.emplace(kIndex, kIndex);
    for (const WantedReport& each : wanted) {
        const std::string wished =
            document_place(each.report->name, each.subject.known() ? graph[each.subject].name().text() : std::string());
        std::string place = wished;
        for (int number = 2; !taken.insert(to_lower(place)).second; ++number)
            place = fmt::format("{}-{}", wished, number);
        places.emplace(target_of(each, graph), std::move(place));
    }
    return places;
}

void add_way_back(Document& document) {
    const auto title = std::ranges::find_if(document.blocks,
                                            [](const Block& block) { return std::holds_alternative<Heading>(block); });
    const auto place = title == document.blocks.end() ? title : title + 1;
    const auto offset = place - document.blocks.begin();
    document.blocks.emplace_back(Paragraph{to_report("All reports", kIndex)});
    std::rotate(document.blocks.begin() + offset, document.blocks.end() - 1, document.blocks.end());
}

std::string what_was_written(const ReportFolder& folder, const AllReports& wanted) {
    const std::string path = wanted.folder.ends_with('/') ? wanted.folder : wanted.folder + '/';
    std::string text = fmt::format("ims: wrote {} to {}", counted(folder.count(), "file"), visible(path));
    const DocumentFormat* first = nullptr;
    for (const DocumentFormat* const each : wanted.formats) {
        // Whoever asks for both has a browser.
        if (each->use == DocumentUse::page && (first == nullptr || each->extension == "html")) first = each;
    }
    if (first != nullptr) text += fmt::format("; begin with {}{}.{}", visible(path), kIndex, first->extension);
    text += '\n';
    if (const std::vector<std::string> left = folder.left_over(); !left.empty()) {
        text += fmt::format("ims: {} of an earlier run {} longer written and may be removed: {}\n",
                            counted(left.size(), "file"), left.size() == 1 ? "is no" : "are no",
                            join_names(left, Ticks::no));
    }
    return text;
}

}  // namespace

Outcome write_all_reports(const Environment& environment, const Analysis& analysis, const AllReports& wanted) {
    const std::vector<WantedReport> reports = every_report(analysis);
    const ReportPlaces places = plan(reports, analysis.graph);
    ReportFolder folder(environment, wanted.folder, analysis.root);
    IMS_TRY(folder.open_for_all());
    std::vector<Words> shorts;
    for (const WantedReport& each : reports) {
        Document document = each.report->build({analysis, each.subject, wanted.audience, wanted.commit});
        shorts.push_back(in_short(document));
        add_way_back(document);
        const std::string& place = places.find(target_of(each, analysis.graph))->second;
        for (const DocumentFormat* const format : wanted.formats)
            IMS_TRY(folder.add(document, *format, place, &places));
    }
    const Document index = index_of_reports({analysis, {}, wanted.audience, wanted.commit}, reports, shorts);
    for (const DocumentFormat* const format : wanted.formats) {
        if (format->use == DocumentUse::page) IMS_TRY(folder.add(index, *format, std::string(kIndex), &places));
    }
    IMS_TRY(folder.put_in_place());
    if (!wanted.quiet) environment.err->write(what_was_written(folder, wanted));
    return Nothing{};
}

}  // namespace ims
