#include "output/format.h"

#include "base/text.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr Format kFormats[] = {
#define IMS_FORMAT(identifier, meant_for, summary) {#identifier, MeantFor::meant_for, summary, formats::identifier},
#include "output/formats.def"
#undef IMS_FORMAT
};

}  // namespace

std::string_view built_docs() { return IMS_DOCS_URL; }
std::string_view built_version() { return IMS_VERSION; }

std::span<const Format> all_formats() { return kFormats; }

const Format* find_format(std::string_view name) {
    for (const Format& each : kFormats) {
        if (each.name == name) return &each;
    }
    return nullptr;
}

std::string shown_path(const Style& style, std::string_view path) { return visible(join_path(style.root, path)); }

std::string host_path(const Style& style, std::string_view path) { return join_path(style.repository, path); }

}  // namespace ims
