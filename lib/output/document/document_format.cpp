#include "output/document/document_format.h"

#include <algorithm>

#include <fmt/format.h>

namespace ims {
namespace {

constexpr DocumentFormat kFormats[] = {
#define IMS_DOCUMENT_FORMAT(identifier, extension, summary) \
    {#identifier, extension, summary, document_formats::identifier},
#include "output/document/document_formats.def"
#undef IMS_DOCUMENT_FORMAT
};

}  // namespace

std::span<const DocumentFormat> all_document_formats() { return kFormats; }

const DocumentFormat* find_document_format(std::string_view name) {
    const auto* const found = std::ranges::find(kFormats, name, &DocumentFormat::name);
    return found == std::end(kFormats) ? nullptr : found;
}

std::string document_file_name(std::string_view report, std::string_view subject, std::string_view extension) {
    std::string name(report);
    if (const std::size_t slash = subject.find('/'); slash != std::string_view::npos) {
        name += '-';
        // Ids may be in any script; letters that some file systems fold together are left to whoever named them.
        name += subject.substr(slash + 1);
    }
    return fmt::format("{}.{}", name, extension);
}

}  // namespace ims
