#include <fmt/format.h>

#include "assess/performance/locations.h"
#include "base/text.h"
#include "check/rule.h"
#include "schema/fields.h"

namespace ims::rules::missing_file {
namespace {

// `Cupboard 3` is no name of a file: nothing divides it into folders, and it has no ending.
bool is_in_words(std::string_view location) {
    constexpr std::size_t kLongestEnding = 5;
    const std::size_t point = location.rfind('.');
    const std::string_view ending = point == std::string_view::npos ? std::string_view() : location.substr(point + 1);
    const bool has_ending = !ending.empty() && ending.size() <= kLongestEnding && ending.find(' ') == ending.npos;
    return !has_ending && location.find_first_of("/\\") == std::string_view::npos;
}

// What it should be, with a fix.
void offer(FindingBuilder& finding, const FieldView& location, std::string help, std::string_view path) {
    finding.help(std::move(help)).fix(fix_that_writes(location.span(), path));
}

std::string trouble(std::string_view location) {
    const std::string shown = shorten(location, 80);
    switch (sort_of_location(location)) {
        case LocationSort::elsewhere:
        case LocationSort::outside: return fmt::format("`{}` is no path within the folder of ims.yaml", shown);
        case LocationSort::mail: return fmt::format("`{}` is a mail address and no file", shown);
        case LocationSort::no_place: return fmt::format("`{}` is neither the path of a file nor an address", shown);
        case LocationSort::path:
        case LocationSort::bare_web:
        case LocationSort::web: break;
    }
    return fmt::format("there is no file `{}`", shown);
}

void say_what_helps(FindingBuilder& finding, const FieldView& location, const std::string& meant) {
    const std::string_view text = location.text();
    const LocationSort sort = sort_of_location(text);
    constexpr std::string_view kFromTheFolder = "a path goes from the folder of ims.yaml and stays in it";
    if (sort == LocationSort::outside) finding.note(std::string(kFromTheFolder));
    if (!meant.empty()) {
        const bool slip = sort == LocationSort::path && text.find_first_of("\\%") == std::string_view::npos;
        if (slip) finding.note("small and capital letters differ, even where your own computer does not mind");
        return offer(
            finding, location,
            slip ? fmt::format("did you mean `{}`?", visible(meant)) : fmt::format("write `{}`", visible(meant)),
            meant);
    }
    switch (sort) {
        case LocationSort::elsewhere:
            finding.note("not everybody who gets the folder can look there, so nobody looks whether it is there")
                .help("write it under `kept` instead of `location`");
            return;
        case LocationSort::mail: finding.help("write it under `kept`, or as an address: `mailto:…`"); return;
        case LocationSort::bare_web:
            return offer(finding, location, fmt::format("write `https://{}`", visible(text)),
                         "https://" + std::string(text));
        case LocationSort::no_place:
            finding.help(
                "write the path of a file, an address that begins with `https://`, or in words where it lies, under "
                "`kept`");
            return;
        case LocationSort::outside:
            finding.help(
                "bring the file into the folder and write its path from there, or write under `kept` where it lies");
            return;
        case LocationSort::path:
        case LocationSort::web: break;
    }
    if (is_in_words(text)) {
        finding.note(std::string(kFromTheFolder))
            .help("if it is a place, write it under `kept`; else correct the path");
        return;
    }
    finding.note(fmt::format("{}; small and capital letters differ", kFromTheFolder))
        .help(
            "correct the path, or add the file; an address begins with `https://`, and what lies elsewhere goes under "
            "`kept`");
}

}  // namespace

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    const FieldView location = document[fields::document::location];
    if (!location) return report.not_asked(document);
    const MissingFiles& missing = context.facts.missing_files();
    const auto found = missing.find(location.text());
    if (found == missing.end()) return;
    FindingBuilder finding = report.at(document, location, trouble(location.text()));
    finding.field("location");
    say_what_helps(finding, location, found->second);
}

}  // namespace ims::rules::missing_file
