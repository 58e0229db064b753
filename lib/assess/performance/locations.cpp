#include "assess/performance/locations.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ims {
namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

// `https` of `https://…`, in lower case; empty where no scheme stands there.
std::string_view scheme_of(std::string_view lower) {
    const std::size_t colon = lower.find(':');
    if (colon == std::string_view::npos || colon < 2 || !is_letter(lower[0])) return {};
    const std::string_view scheme = lower.substr(0, colon);
    const bool valid = std::ranges::all_of(
        scheme, [](char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; });
    return valid ? scheme : std::string_view();
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
    return std::ranges::find(words, word) != words.end();
}

bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    return at != std::string_view::npos && at > 0 && text.find_first_of(" \t/\\") == std::string_view::npos &&
           text.find('.', at) != std::string_view::npos;
}

// `docs/../../other` leaves the folder too.
bool leaves_the_folder(std::string_view path) {
    int depth = 0;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find_first_of("/\\", begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        if (part == "..") --depth;
        else if (!part.empty() && part != ".") ++depth;
        if (depth < 0) return true;
        begin = end + 1;
    }
    return false;
}

}  // namespace

LocationSort sort_of_location(std::string_view location) {
    constexpr std::array<std::string_view, 3> kNoPlace = {"javascript", "vbscript", "data"};
    constexpr std::array<std::string_view, 7> kElsewhere = {"file",       "smb",     "nfs",  "afp",
                                                            "sharepoint", "onenote", "notes"};
    const std::string lower = to_lower(trim(location));
    const std::string_view scheme = scheme_of(lower);
    if (is_one_of(scheme, kNoPlace)) return LocationSort::no_place;
    if (is_one_of(scheme, kElsewhere)) return LocationSort::elsewhere;
    if (scheme == "mailto") return LocationSort::web;
    if (!scheme.empty() && lower.substr(scheme.size()).starts_with("://")) return LocationSort::web;
    const bool drive = lower.size() >= 2 && is_letter(lower[0]) && lower[1] == ':' &&
                       (lower.size() == 2 || lower[2] == '\\' || lower[2] == '/');
    if (drive || lower.starts_with("\\\\") || lower.starts_with("//")) return LocationSort::elsewhere;
    if (lower.starts_with("www.")) return LocationSort::bare_web;
    if (is_mail_address(lower)) return LocationSort::mail;
    const bool begins_elsewhere = lower.starts_with("/") || lower == "~" || lower.starts_with("~/");
    return begins_elsewhere || leaves_the_folder(lower) ? LocationSort::outside : LocationSort::path;
}

}  // namespace ims
