#include "engine/document_files.h"

#include <algorithm>

#include "base/likeness.h"
#include "base/nearest.h"
#include "base/text.h"
#include "base/unicode.h"
#include "schema/fields.h"
#include "source/paths.h"

namespace ims {
namespace {

std::string_view without_ending(std::string_view name) {
    const std::size_t point = name.rfind('.');
    return point == std::string_view::npos || point == 0 ? name : name.substr(0, point);
}

std::optional<unsigned> hex_digit(char c) {
    if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
    const char lower = static_cast<char>(c | 0x20);
    if (lower >= 'a' && lower <= 'f') return static_cast<unsigned>(lower - 'a') + 10;
    return std::nullopt;
}

// `%20` of an address is a blank of a name.
std::string without_percents(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto high = at + 2 < text.size() && text[at] == '%' ? hex_digit(text[at + 1]) : std::nullopt;
        const auto low = high ? hex_digit(text[at + 2]) : std::nullopt;
        out += low ? static_cast<char>(*high * 16 + *low) : text[at];
        if (low) at += 2;
    }
    return out;
}

// `/docs/policy.md`, `~/docs/policy.md` and `../docs/policy.md` name the same below the folder.
std::string_view from_the_folder(std::string_view path) {
    for (std::size_t before = path.size() + 1; before != path.size();) {
        before = path.size();
        for (const std::string_view beginning : {"/", "./", "../", "~/"}) {
            if (path.starts_with(beginning)) path.remove_prefix(beginning.size());
        }
    }
    return path;
}

}  // namespace

DocumentFiles::Folder& DocumentFiles::list(const std::string& folder) {
    const auto [found, added] = folders_.try_emplace(folder);
    Folder& out = found->second;
    if (!added) return out;
    if (const auto entries = files_.list(join_path(root_, folder))) {
        for (const Entry& entry : *entries) out.names.push_back(entry.name);
    }
    std::ranges::sort(out.names);
    for (std::size_t index = 0; index < out.names.size(); ++index)
        out.composed.try_emplace(composed(out.names[index]), index);
    return out;
}

const std::string* DocumentFiles::name_in(const std::string& folder, std::string_view wanted, Likeness likeness) {
    Folder& here = list(folder);
    const std::vector<std::string>& names = here.names;
    const auto exact = std::ranges::lower_bound(names, wanted);
    if (exact != names.end() && *exact == wanted) return &*exact;
    const std::string letters = composed(wanted);
    if (const auto same = here.composed.find(letters); same != here.composed.end()) return &names[same->second];
    if (likeness == Likeness::same) return nullptr;
    if (!here.lower) {
        here.lower.emplace();
        for (std::size_t index = 0; index < names.size(); ++index)
            here.lower->try_emplace(to_lower(composed(names[index])), index);
    }
    if (const auto same = here.lower->find(to_lower(letters)); same != here.lower->end()) return &names[same->second];
    return likeness == Likeness::letters ? nullptr : slip_in(here, wanted);
}

const std::string* DocumentFiles::slip_in(Folder& folder, std::string_view wanted) {
    // Of many a slip of the pen could mean any.
    constexpr std::size_t kMany = 1000;
    if (folder.names.size() > kMany) return nullptr;
    if (!folder.titles) {
        folder.titles.emplace();
        for (const std::string& name : folder.names) folder.titles->add(without_ending(name));
    }
    const std::string_view title = without_ending(wanted);
    const std::size_t limit = suggestion_limit(wanted);
    for (const std::size_t index : folder.titles->candidates(title)) {
        const std::string& name = folder.names[index];
        // What costs least comes first.
        if (edit_distance(name, wanted, limit) <= limit && may_say_the_same(without_ending(name), title)) return &name;
    }
    return nullptr;
}

std::optional<std::string> DocumentFiles::walk(std::string_view path, Likeness likeness) {
    std::string at;
    for (std::size_t begin = 0; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        const std::string_view part = path.substr(begin, end - begin);
        begin = end + 1;
        if (part.empty() || part == ".") continue;
        if (part == "..") {
            if (at.empty()) return std::nullopt;
            at.erase(at.rfind('/') == std::string::npos ? 0 : at.rfind('/'));
            continue;
        }
        const std::string* name = name_in(at, part, likeness);
        if (name == nullptr) return std::nullopt;
        at = join_path(at, *name);
    }
    return at;
}

std::optional<std::string> DocumentFiles::find(std::string_view path) {
    const auto look = [&](std::string_view at) -> std::optional<std::string> {
        const bool opens = files_.type(join_path(root_, at)) != EntryType::missing;
        auto found = walk(at, Likeness::same);
        // Some computers open a file whatever its capitals are, and others do not find it then. Where a folder cannot
        // be listed, what opens is there.
        if (!found && opens && !walk(at, Likeness::letters)) return std::string(at);
        if (found && !opens && files_.type(join_path(root_, *found)) == EntryType::missing) found.reset();
        return found;
    };
    if (auto whole = look(path)) return whole;
    const std::size_t section = path.find('#');
    return section == std::string_view::npos || section == 0 ? std::nullopt : look(path.substr(0, section));
}

std::optional<DocumentFiles::File> DocumentFiles::read(std::string_view path) {
    constexpr std::size_t kLargest = 16u << 20;
    const auto found = find(path);
    if (!found) return std::nullopt;
    const std::string full = join_path(root_, *found);
    const auto root = files_.real_path(root_.empty() ? "." : root_);
    if (!root || files_.type(full) != EntryType::file || files_.real_path(full) != join_path(*root, *found))
        return std::nullopt;
    auto bytes = files_.read(full, kLargest);
    if (!bytes || bytes->size() > kLargest) return std::nullopt;
    return File{*found, std::move(*bytes)};
}

std::string DocumentFiles::meant_by(std::string_view path) {
    std::string slashes(path);
    std::ranges::replace(slashes, '\\', '/');
    const std::string blanks = without_percents(slashes);
    struct Reading {
        std::string_view path;
        std::string_view section;
    };
    std::vector<Reading> readings;
    const auto add = [&](std::string_view written) {
        const std::string_view inner = from_the_folder(written);
        readings.push_back({inner, {}});
        if (const std::size_t section = inner.find('#'); section != std::string_view::npos)
            readings.push_back({inner.substr(0, section), inner.substr(section)});
    };
    add(slashes);
    if (blanks != slashes) add(blanks);
    for (const Likeness likeness : {Likeness::same, Likeness::letters, Likeness::slip}) {
        for (const Reading& reading : readings) {
            const auto found = walk(reading.path, likeness);
            if (found && !found->empty()) return *found + std::string(reading.section);
        }
    }
    return {};
}

std::optional<std::string> DocumentFiles::missing(std::string_view location) {
    switch (sort_of_location(location)) {
        case LocationSort::web: break;
        case LocationSort::elsewhere:
        case LocationSort::no_place: return "";
        // Whatever is there, whoever else gets the folder does not have it.
        case LocationSort::outside: return meant_by(location);
        case LocationSort::path:
        case LocationSort::bare_web:
        case LocationSort::mail:
            if (!find(location)) return meant_by(location);
            break;
    }
    return std::nullopt;
}

MissingFiles find_missing_files(DocumentFiles& documents, std::span<const FolderFile> files, const ParsedFile& settings,
                                const Schema& schema) {
    MissingFiles missing;
    for (const FolderFile& file : files) {
        const UnlinkedFile fields_of(*file.read, settings, schema);
        for (const Record& record : file.read->records) {
            if (record.kind != kinds::document) continue;
            const std::string_view location = fields_of.field(record, fields::document::location).text();
            if (location.empty() || missing.contains(location)) continue;
            if (auto meant = documents.missing(location)) missing.emplace(location, *std::move(meant));
        }
    }
    return missing;
}

}  // namespace ims
