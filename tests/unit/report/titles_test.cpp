// Titles of records, where others speak of them.
#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "analyzed.h"
#include "judge/pictures.h"

using namespace ims;

namespace {

std::string folder(std::string_view title) {
    return "# file: ims.yaml\norganisation: O\ndisciplines: {quality: {}}\n# file: a.yaml\nrole: boss\ntitle: " +
           std::string(title) +
           "\nresponsibilities: [{does: It, processes: [sell, pack]}]\n---\nprocess: sell\ntitle: S\nowner: boss\n---\n"
           "process: pack\ntitle: P\nowner: boss\n";
}

std::size_t count(std::string_view text, std::string_view part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + 1)) ++found;
    return found;
}

std::string all_reports(const Analysis& analysis) {
    std::string text;
    for (const WantedReport& each : every_report(analysis, Persons::left_out))
        text += test::written(each.report->build({analysis, each.subject}), *find_document_format("markdown"));
    return text;
}

}  // namespace

TEST_CASE("a title that is a long text is told whole on the page of its record, and elsewhere cut") {
    const std::string longest = std::string(199, 'm') + "e";
    const auto as_it_is = analyzed(folder(longest));
    CHECK(count(all_reports(*as_it_is), longest) > 4);
    CHECK(count(all_reports(*as_it_is), longest + "…") == 0);

    const std::string longer = longest + "xyz";
    const auto cut = analyzed(folder(longer));
    const std::string text = all_reports(*cut);
    CHECK(count(text, longest + "…") > 2);
    // Its job description, and all that is known of it.
    CHECK(count(text, longer) == 2);
}
