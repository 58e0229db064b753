#include "cli/report_folder.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "source/relative_path.h"

namespace ims {
namespace {

// Which files of the folder are ours, so that a later run may replace them and nothing else.
constexpr std::string_view kList = ".ims-reports";
constexpr std::string_view kListHead =
    "# Written by `ims report all`, which replaces the files named here and no others.\n";

std::string folder_of(const std::string& place) {
    const std::size_t slash = place.rfind('/');
    return slash == std::string::npos ? std::string() : place.substr(0, slash + 1);
}

std::size_t depth(const std::string& place) {
    return static_cast<std::size_t>(std::count(place.begin(), place.end(), '/'));
}

}  // namespace

ReportFolder::ReportFolder(const Environment& environment, std::string path, std::string root)
    : environment_(environment), path_(std::move(path)), root_(std::move(root)) {
    if (!path_.ends_with('/')) path_ += '/';
}

ReportFolder::~ReportFolder() {
    writers_.clear();
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) environment_.remove_empty_folder(*folder);
}

Outcome ReportFolder::open_for_one() { return make_folders(path_); }

Outcome ReportFolder::open_for_all() {
    for_all_ = true;
    IMS_TRY(make_folders(path_));
    const std::string list = path_ + std::string(kList);
    if (environment_.files->type(list) == EntryType::missing) return Nothing{};
    constexpr std::size_t kLargest = 1U << 26;
    IMS_TRY_ASSIGN(const std::string text, environment_.files->read(list, kLargest));
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        if (const std::string_view line = rest.substr(0, end); !line.empty() && line.front() != '#')
            earlier_.emplace(line);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    for (const std::string& place : earlier_) earlier_by_folded_.emplace(folded_file_name(place), place);
    return Nothing{};
}

Outcome ReportFolder::make_folders(const std::string& path) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        const EntryType type = environment_.files->type(folder);
        if (type == EntryType::folder) continue;
        if (type != EntryType::missing)
            return Error(visible(folder), "a file stands where a folder for reports is to be");
        IMS_TRY(environment_.make_folder(folder));
        made_.push_back(folder);
    }
    return Nothing{};
}

Outcome ReportFolder::write(const std::string& place, const std::function<void(const Sink&)>& content) {
    const std::string path = path_ + place;
    if (for_all_ && environment_.files->type(path) != EntryType::missing && !was_written_earlier(place)) {
        return Error(visible(path),
                     "this file was there before and is none of an earlier `ims report all`; nothing was written\n"
                     "     move it away or take another folder");
    }
    IMS_TRY(make_folders(path_ + folder_of(place)));
    IMS_TRY_ASSIGN(Writer writer, environment_.create(path));
    content([&](std::string_view text) { writer.write(text); });
    IMS_TRY(writer.settle());
    writers_.push_back(std::move(writer));
    places_.insert(place);
    folded_.insert(folded_file_name(place));
    return Nothing{};
}

Outcome ReportFolder::add(const Document& document, const DocumentFormat& format, const std::string& place,
                          const ReportPlaces* reports) {
    DocumentStyle style;
    style.into_file = true;
    style.reports = reports;
    for (std::size_t up = depth(place); up > 0; --up) style.to_reports += "../";
    if (format.use != DocumentUse::tables) {
        const std::string folder = path_ + folder_of(place);
        IMS_TRY(make_folders(folder));
        style.to_records = relative_path(environment_.files->real_path(folder).value_or(folder), root_);
        if (!style.to_records.empty()) style.to_records += '/';
        return write(fmt::format("{}.{}", place, format.extension),
                     [&](const Sink& sink) { format.write(document, style, sink); });
    }
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        Document alone;
        alone.blocks.emplace_back(*table);
        // Keys differ, but perhaps not as names of files.
        const std::string name = fmt::format("{}/{}", place, safe_file_name(table->key));
        std::string file = fmt::format("{}.{}", name, format.extension);
        for (int number = 2; folded_.contains(folded_file_name(file)); ++number)
            file = fmt::format("{}-{}.{}", name, number, format.extension);
        IMS_TRY(write(file, [&](const Sink& sink) { format.write(alone, style, sink); }));
    }
    return Nothing{};
}

bool ReportFolder::was_written_earlier(const std::string& place) {
    if (earlier_.contains(place)) return true;
    // Where capitals are one, an earlier file may answer to another name than its own.
    const auto twin = earlier_by_folded_.find(folded_file_name(place));
    if (twin == earlier_by_folded_.end() || stands_by_that_name(place)) return false;
    taken_over_.insert(twin->second);
    return true;
}

bool ReportFolder::stands_by_that_name(const std::string& place) const {
    const auto entries = environment_.files->list(path_ + folder_of(place));
    const std::string name = place.substr(folder_of(place).size());
    return entries && std::ranges::find(*entries, name, &Entry::name) != entries->end();
}

Outcome ReportFolder::write_list() {
    // What is left over stays ours.
    std::set<std::string> all = places_;
    for (const std::string& place : left_over()) all.insert(place);
    IMS_TRY_ASSIGN(Writer writer, environment_.create(path_ + std::string(kList)));
    writer.write(kListHead);
    for (const std::string& place : all) writer.write(place + '\n');
    return writer.finish();
}

Outcome ReportFolder::put_in_place() {
    // The list first: should a file not take its place, those that did are known as ours.
    if (for_all_) IMS_TRY(write_list());
    for (Writer& writer : writers_) IMS_TRY(writer.finish());
    writers_.clear();
    made_.clear();
    return Nothing{};
}

std::vector<std::string> ReportFolder::left_over() const {
    std::vector<std::string> names;
    for (const std::string& place : earlier_) {
        if (!places_.contains(place) && !taken_over_.contains(place) &&
            environment_.files->type(path_ + place) != EntryType::missing)
            names.push_back(place);
    }
    return names;
}

}  // namespace ims
