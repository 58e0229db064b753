#include "schema/standard_names.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/text.h"
#include "schema/catalogues.h"

namespace ims {
namespace {

constexpr bool is_digit_of_name(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter_of_name(char c) { return c >= 'a' && c <= 'z'; }

// The runs of letters and of digits, in order; nothing where the text holds anything but these and signs between them.
std::vector<std::string_view> runs_of(std::string_view lower) {
    std::vector<std::string_view> runs;
    for (std::size_t at = 0; at < lower.size();) {
        const bool digits = is_digit_of_name(lower[at]);
        if (!digits && !is_letter_of_name(lower[at])) {
            if (std::string_view(" -/:._").find(lower[at]) == std::string_view::npos) return {};
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < lower.size() && (digits ? is_digit_of_name(lower[end]) : is_letter_of_name(lower[end]))) ++end;
        runs.push_back(lower.substr(at, end - at));
        at = end;
    }
    return runs;
}

bool is_publisher(std::string_view word) {
    constexpr std::string_view kPublishers[] = {"iso", "iec", "din", "en", "bs", "nf", "sn", "uni", "une", "onorm"};
    return std::ranges::find(kPublishers, word) != std::end(kPublishers);
}

bool is_year(std::string_view digits) { return digits.size() == 4 && (digits[0] == '1' || digits[0] == '2'); }

// What a name says of a standard: its number, the part of it where it has parts, its edition.
struct NameParts {
    std::string_view number;
    std::string_view part;
    std::string_view year;
};

NameParts parts_of_name(const std::vector<std::string_view>& runs) {
    NameParts parts;
    for (const std::string_view run : runs) {
        if (is_letter_of_name(run[0])) {
            if (!parts.number.empty() || !is_publisher(run)) return {};
        } else if (parts.number.empty()) {
            parts.number = run;
        } else if (parts.part.empty() && parts.year.empty() && run.size() == 1) {
            parts.part = run;
        } else if (parts.year.empty() && is_year(run)) {
            parts.year = run;
        } else {
            return {};
        }
    }
    return parts;
}

}  // namespace

NamedStandards standards_named(std::string_view text) {
    NamedStandards named;
    const std::string lower = to_lower(trim(text));
    const NameParts asked = parts_of_name(runs_of(lower));
    if (asked.number.size() < 4) return named;
    std::vector<std::string_view> of_edition;
    for (const BuiltInCatalogue& catalogue : built_in_catalogues()) {
        const NameParts is = parts_of_name(runs_of(catalogue.id));
        if (is.number != asked.number || (!asked.part.empty() && is.part != asked.part)) continue;
        named.ids.push_back(catalogue.id);
        if (is.year == asked.year) of_edition.push_back(catalogue.id);
    }
    named.has_edition = !of_edition.empty();
    if (named.has_edition) named.ids = of_edition;
    // Catalogues stand by id, and so by year.
    std::ranges::reverse(named.ids);
    return named;
}

}  // namespace ims
