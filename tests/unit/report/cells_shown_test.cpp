// Pages for people may be made without what they do not see: not a byte of them changes.
#include <doctest/doctest.h>

#include <string>

#include "built_in.h"
#include "engine/analyze_folder.h"
#include "output/document/document_format.h"
#include "report/site/site.h"

using namespace ims;

namespace {

std::string written(const Document& document, const DocumentFormat& format) {
    std::string text;
    format.write(document, DocumentStyle(), [&](std::string_view part) { text += part; });
    return text;
}

}  // namespace

TEST_CASE("a page for people is the same without the cells that they do not see") {
    FolderOptions options;
    options.root = std::string(IMS_EXAMPLES) + "/medium-manufacturer";
    options.today = *parse_date("2026-06-01");
    const auto analysis = analyze_folder(DiskFileSystem(), built_in_rules(), options);
    REQUIRE(analysis.has_value());
    const std::vector<WantedReport> reports = every_report(**analysis, Persons::shown);
    const auto pages_with = [&](MadeCells cells) {
        std::vector<Document> pages;
        for (const WantedReport& each : reports) {
            ReportInput input{**analysis, each.subject};
            input.cells = cells;
            pages.push_back(each.report->build(input));
        }
        ReportInput input{**analysis, {}};
        input.cells = cells;
        for (Document& list : lists_of_records({input, reports})) pages.push_back(std::move(list));
        return pages;
    };
    const std::vector<Document> all = pages_with(MadeCells::all);
    const std::vector<Document> shown = pages_with(MadeCells::shown);
    REQUIRE(all.size() == shown.size());
    for (std::size_t index = 0; index < all.size(); ++index) {
        CAPTURE(all[index].title);
        for (const DocumentFormat& format : all_document_formats()) {
            if (format.use == DocumentUse::data || format.use == DocumentUse::tables) continue;
            CAPTURE(format.name);
            CHECK(written(all[index], format) == written(shown[index], format));
        }
    }
}
