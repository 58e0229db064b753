#include "cli/all_reports.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/report_folder.h"
#include "cli/report_places.h"
#include "report/every_report.h"

namespace ims {
namespace {

void add_way_back(Document& document) {
    const auto title = std::ranges::find_if(document.blocks,
                                            [](const Block& block) { return std::holds_alternative<Heading>(block); });
    const auto place = title == document.blocks.end() ? title : title + 1;
    const auto offset = place - document.blocks.begin();
    document.blocks.emplace_back(Paragraph{to_report("All reports", kIndexOfReports)});
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
    style.reports = &places;
    ReportFolder folder(environment, wanted.folder, analysis.root, style);
    IMS_TRY(folder.open_for_all());
    std::vector<Words> shorts;
    for (const WantedReport& each : reports) {
        Document document = each.report->build(
            {analysis, each.subject, wanted.audience, wanted.commit, ReportFor::everyone, &wanted.changes});
        shorts.push_back(in_short(document));
        add_way_back(document);
        const std::string& place = places.find(target_of(each, analysis.graph))->second;
        for (const DocumentFormat* const format : wanted.formats) {
            // Programs find all that is known of a record in the tables of its kind.
            if (each.report->kind == kAnyKind && format->use != DocumentUse::page) continue;
            IMS_TRY(folder.add(document, *format, place));
        }
    }
    const Document index = index_of_reports({analysis, {}, wanted.audience, wanted.commit}, reports, shorts);
    for (const DocumentFormat* const format : wanted.formats) {
        if (format->use == DocumentUse::page) IMS_TRY(folder.add(index, *format, std::string(kIndexOfReports)));
    }
    IMS_TRY(folder.put_in_place());
    if (!wanted.quiet) environment.err->write(what_was_written(folder, wanted));
    return Nothing{};
}

}  // namespace ims
