#include "cli/init/standards_of.h"

#include <string>

#include "schema/catalogues.h"

namespace ims {
namespace {

// What stands behind a key at the beginning of a line, without a comment; the catalogues are ours, and written alike.
std::string_view said_in(std::string_view yaml, std::string_view key) {
    const std::string beginning = "\n" + std::string(key) + ": ";
    const std::size_t at = yaml.find(beginning);
    if (at == std::string_view::npos) return {};
    yaml.remove_prefix(at + beginning.size());
    return yaml.substr(0, yaml.find_first_of(" \n"));
}

}  // namespace

std::string_view newest_standard_of(std::string_view discipline) {
    const BuiltInCatalogue* newest = nullptr;
    for (const BuiltInCatalogue& each : built_in_catalogues()) {
        if (said_in(each.text, "discipline") != discipline || !said_in(each.text, "replaced_by").empty()) continue;
        if (newest == nullptr || said_in(newest->text, "published") < said_in(each.text, "published")) newest = &each;
    }
    return newest == nullptr ? std::string_view() : newest->id;
}

std::string_view discipline_of_standard(std::string_view id) {
    for (const BuiltInCatalogue& each : built_in_catalogues()) {
        if (each.id == id) return said_in(each.text, "discipline");
    }
    return {};
}

}  // namespace ims
