#include "output/document/document_format.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/sha256.h"
#include "base/text.h"
#include "output/document/raw_text.h"
#include "report/report.h"

namespace ims {
namespace {

constexpr DocumentFormat kFormats[] = {
#define IMS_DOCUMENT_FORMAT(identifier, extension, use, summary) \
    {#identifier, extension, DocumentUse::use, summary, document_formats::identifier},
#include "output/document/document_formats.def"
#undef IMS_DOCUMENT_FORMAT
};

// File systems take names of 255 bytes, an extension and what tells an unfinished file apart included.
std::string cut(const std::string& name) {
    constexpr std::size_t kMost = 180;
    if (name.size() <= kMost) return name;
    std::size_t end = kMost;
    while (end > 0 && (static_cast<unsigned char>(name[end]) & 0xc0U) == 0x80U) --end;
    std::string short_name = name.substr(0, end) + '-';
    const auto hash = sha256(name);
    for (std::size_t place = 0; place < 4; ++place) short_name += fmt::format("{:02x}", hash[place]);
    return short_name;
}

}  // namespace

std::span<const DocumentFormat> all_document_formats() { return kFormats; }

const DocumentFormat* find_document_format(std::string_view name) {
    const auto* const found = std::ranges::find(kFormats, name, &DocumentFormat::name);
    return found == std::end(kFormats) ? nullptr : found;
}

bool shows_files(const DocumentFormat& format) { return format.extension != "html"; }

bool can_search(const DocumentFormat& format) { return format.extension == "html"; }

// Letters that some file systems fold together are left to whoever writes several.
std::string safe_file_name(std::string_view id) {
    std::string name;
    for (const char c : id) {
        const bool refused =
            (c >= '\0' && c < ' ') || c == 0x7f || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos;
        name += refused ? '_' : c;
    }
    // Hidden, another folder, or cut off by some.
    if (name.empty() || name.front() == '.') name.insert(0, "_");
    if (name.back() == '.' || name.back() == ' ') name += '_';
    // Names of devices, whatever follows a dot.
    constexpr std::string_view kDevices[] = {"con", "prn", "aux", "nul"};
    const std::string lower = to_lower(std::string_view(name).substr(0, name.find('.')));
    const bool numbered = lower.size() == 4 && (lower.starts_with("com") || lower.starts_with("lpt")) &&
                          lower.back() >= '0' && lower.back() <= '9';
    if (numbered || std::ranges::find(kDevices, lower) != std::end(kDevices)) name += '_';
    // Else the folder of its tables would be the page of another record.
    const auto ends_like_a_file = [&](const DocumentFormat& each) {
        return to_lower(name).ends_with(fmt::format(".{}", each.extension));
    };
    if (std::ranges::any_of(kFormats, ends_like_a_file)) name += '_';
    return cut(name);
}

std::string document_place(std::string_view report, std::string_view subject) {
    const std::size_t slash = subject.find('/');
    if (slash == std::string_view::npos) return std::string(report);
    const std::string name = safe_file_name(subject.substr(slash + 1));
    // One id may be that of several records, each of another kind.
    const Report* const known = find_report(report);
    if (known != nullptr && is_of_several_kinds(*known))
        return fmt::format("{}/{}/{}", report, safe_file_name(subject.substr(0, slash)), name);
    return fmt::format("{}/{}", report, name);
}

std::optional<LinkTarget> link_target(const DocumentStyle& style, const Inline& part, std::string_view extension) {
    if (part.kind == Inline::Kind::record) {
        for (const std::string_view page : {"record", "person"}) {
            std::string place = place_of_report(style, fmt::format("{} {}", page, part.target), extension);
            if (!place.empty()) return LinkTarget{std::move(place), {}, false};
        }
    }
    if (part.path.empty()) return std::nullopt;
    const std::string line = fmt::format("L{}", part.line);
    if (!style.source_url.empty())
        return LinkTarget{fmt::format("{}/{}", style.source_url, encoded_path(part.path)), line, true};
    if (!style.to_records) return std::nullopt;
    return LinkTarget{*style.to_records + part.path, line, false};
}

std::string place_of_report(const DocumentStyle& style, std::string_view target, std::string_view extension) {
    if (style.reports == nullptr) return {};
    const auto found = style.reports->find(target);
    if (found == style.reports->end()) return {};
    return fmt::format("{}{}.{}", style.to_reports, found->second, extension);
}

}  // namespace ims
