#include "cli/report_list.h"

#include <algorithm>

namespace ims {
namespace {

constexpr std::string_view kListHead =
    "# Written by `ims report all`, which replaces the files named here and no others.\n";

constexpr std::string_view kBegun =
    "# `ims report all` writes this folder, or was ended while it did. Its next run removes it.\n";

Outcome write_list_of(const Environment& environment, const std::string& folder, std::string_view text) {
    IMS_TRY_ASSIGN(Writer writer, environment.create_output(folder + std::string(kReportList)));
    writer.write(text);
    return writer.finish();
}

}  // namespace

Result<std::set<std::string>> read_report_list(const FileSystem& files, const std::string& folder) {
    std::set<std::string> places;
    const std::string list = folder + std::string(kReportList);
    if (files.type(list) == EntryType::missing) return places;
    constexpr std::size_t kLargest = 1U << 26;
    IMS_TRY_ASSIGN(const std::string text, files.read(list, kLargest));
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = rest.substr(0, end); !line.empty() && line.front() != '#')
            places.emplace(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return places;
}

Outcome write_report_list(const Environment& environment, const std::string& folder,
                          const std::set<std::string>& places) {
    std::string text(kListHead);
    for (const std::string& place : places) text += place + '\n';
    return write_list_of(environment, folder, text);
}

Outcome begin_report_list(const Environment& environment, const std::string& folder) {
    return write_list_of(environment, folder, kBegun);
}

bool is_unfinished(const FileSystem& files, const std::string& folder) {
    const Result<std::string> text = files.read(folder + std::string(kReportList), kBegun.size());
    return text && *text == kBegun;
}

}  // namespace ims
