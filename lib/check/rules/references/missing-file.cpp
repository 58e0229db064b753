#include <string>
#include <string_view>

#include "assess/performance/locations.h"
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
void offer(FindingBuilder& finding, const FieldView& location, Message help, std::string_view path) {
    finding.help(help).fix(fix_that_writes(location.span(), path, finding.arena()));
}

Message trouble(const RecordView& document, std::string_view location, Reporter& report) {
    const TextArgument shown = quoted(location, 80);
    switch (sort_of_location(location)) {
        case LocationSort::elsewhere:
        case LocationSort::outside:
            return report.say(
                "[[{0} is no path within the folder of ims.yaml|document {1} is said to lie at {0}, where not "
                "everybody can open it]]",
                shown, document);
        case LocationSort::mail:
            return report.say("[[{0}|document {1} is said to lie at {0}, which]] is a mail address and no file", shown,
                              document);
        case LocationSort::no_place:
            return report.say(
                "[[{0} is neither the path of a file nor an address|document {1} is said to lie at {0}, which is "
                "neither a file nor an address]]",
                shown, document);
        case LocationSort::path:
        case LocationSort::bare_web:
        case LocationSort::web: break;
    }
    return report.say("[[there is no file {0}|document {1} is not where it is said to lie: there is no file {0}]]",
                      shown, document);
}

void say_what_helps(FindingBuilder& finding, const FieldView& location, const std::string& meant, Reporter& report) {
    const std::string_view text = location.text();
    const LocationSort sort = sort_of_location(text);
    constexpr Message kFromTheFolder = "[[a path goes from the folder of ims.yaml and stays in it]]";
    if (sort == LocationSort::outside) finding.note(kFromTheFolder);
    if (!meant.empty()) {
        const bool slip = sort == LocationSort::path && text.find_first_of("\\%") == std::string_view::npos;
        if (slip) finding.note("[[small and capital letters differ, even where your own computer does not mind]]");
        return offer(finding, location,
                     slip ? report.say("[[did you mean {0}?|look whether {0} is meant]]", quoted(meant))
                          : report.say("[[write {0}|look whether {0} is meant]]", quoted(meant)),
                     meant);
    }
    switch (sort) {
        case LocationSort::elsewhere:
            finding
                .note(
                    "not everybody who gets [[the folder|the reports]] can look there, so nobody looks whether it is "
                    "there")
                .help("[[write it under `kept` instead of `location`|say in words where it is kept]]");
            return;
        case LocationSort::mail:
            finding.help(
                "[[write it under `kept`, or as an address: `mailto:…`|say where it is kept, or whom to ask for it]]");
            return;
        case LocationSort::bare_web:
            return offer(finding, location,
                         report.say("[[write `https://{0}`|give its whole address, https://{0}]]", plain(text)),
                         "https://" + std::string(text));
        case LocationSort::no_place:
            finding.help(
                "[[write the path of a file, an address that begins with `https://`, or in words where it lies, under "
                "`kept`|name the file or its address, or say in words where it is kept]]");
            return;
        case LocationSort::outside:
            finding.help(
                "[[bring the file into the folder and write its path from there, or write under `kept` where it "
                "lies|put it where all who need it can open it, or say in words where it is kept]]");
            return;
        case LocationSort::path:
        case LocationSort::web: break;
    }
    if (is_in_words(text)) {
        finding.note(kFromTheFolder)
            .help(
                "[[if it is a place, write it under `kept`; else correct the path|say where it is kept, so that "
                "whoever needs it finds it]]");
        return;
    }
    finding.note("[[a path goes from the folder of ims.yaml and stays in it; small and capital letters differ]]")
        .help(
            "[[correct the path, or add the file; an address begins with `https://`, and what lies elsewhere goes "
            "under `kept`|find out where it is kept now, and say so, or put it back]]");
}

}  // namespace

void check(const RecordView& document, const CheckContext& context, Reporter& report) {
    const FieldView location = document[fields::document::location];
    if (!location) return report.not_asked(document);
    const MissingFiles& missing = context.facts.missing_files();
    const auto found = missing.find(location.text());
    if (found == missing.end()) return;
    FindingBuilder finding = report.at(document, location, trouble(document, location.text(), report));
    finding.field("location");
    say_what_helps(finding, location, found->second, report);
}

}  // namespace ims::rules::missing_file
