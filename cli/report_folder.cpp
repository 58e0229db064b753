#include "cli/report_folder.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "cli/report_list.h"
#include "source/relative_path.h"

namespace ims {
namespace {

std::string folder_of(const std::string& place) {
    const std::size_t slash = place.rfind('/');
    return slash == std::string::npos ? std::string() : place.substr(0, slash + 1);
}

std::string way_to(const std::string& root, const std::string& from) {
    std::string way = relative_path(from, root);
    if (!way.empty()) way += '/';
    return way;
}

std::size_t depth(const std::string& place) {
    return static_cast<std::size_t>(std::count(place.begin(), place.end(), '/'));
}

}  // namespace

ReportFolder::ReportFolder(const Environment& environment, std::string path, std::string root, DocumentStyle style)
    : environment_(environment), path_(std::move(path)), root_(std::move(root)), style_(std::move(style)) {
    style_.into_file = true;
    if (!path_.ends_with('/')) path_ += '/';
}

ReportFolder::~ReportFolder() {
    writers_.clear();
    beside_.reset();
    for (auto folder = made_.rbegin(); folder != made_.rend(); ++folder) environment_.remove_empty_folder(*folder);
}

Outcome ReportFolder::open_for_one() { return make_folders(path_); }

Outcome ReportFolder::open_for_all() {
    for_all_ = true;
    IMS_TRY_ASSIGN(earlier_, read_report_list(*environment_.files, path_));
    for (const std::string& place : earlier_) earlier_by_folded_.emplace(folded_file_name(place), place);
    const std::string path = path_.substr(0, path_.find_last_not_of('/') + 1);
    IMS_TRY(make_folders(folder_of(path)));
    if (!path.empty()) {
        IMS_TRY_ASSIGN(beside_, ReportsBeside::begin(environment_, path, earlier_));
    }
    if (!beside_) IMS_TRY(make_folders(path_));
    return Nothing{};
}

Outcome ReportFolder::make_folders(const std::string& path) {
    for (std::size_t slash = path.find('/', 1); slash != std::string::npos; slash = path.find('/', slash + 1)) {
        const std::string folder = path.substr(0, slash);
        if (there_.contains(folder)) continue;
        const EntryType type = environment_.files->type(folder);
        if (type != EntryType::folder && type != EntryType::missing)
            return Error(visible(folder), "a file stands where a folder for reports is to be");
        if (type == EntryType::missing) {
            IMS_TRY(environment_.make_folder(folder));
            made_.push_back(folder);
        }
        there_.insert(folder);
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
    const std::string folder = beside_ ? beside_->folder() : path_;
    IMS_TRY(make_folders(folder + folder_of(place)));
    IMS_TRY_ASSIGN(Writer writer, environment_.create_output(folder + place));
    content([&](std::string_view text) { writer.write(text); });
    IMS_TRY(beside_ ? writer.finish() : writer.settle());
    if (!beside_) writers_.push_back(std::move(writer));
    places_.insert(place);
    folded_.insert(folded_file_name(place));
    return Nothing{};
}

std::string ReportFolder::real_folder(const std::string& place) const {
    if (beside_) return beside_->future_folder() + folder_of(place);
    const std::string folder = path_ + folder_of(place);
    return environment_.files->real_path(folder).value_or(folder);
}

DocumentStyle ReportFolder::style_at(const std::string& place) const {
    DocumentStyle style = style_;
    style.to_records.reset();
    for (std::size_t up = depth(place); up > 0; --up) style.to_reports += "../";
    return style;
}

std::string ReportFolder::free_path(const std::string& name, std::string_view extension) const {
    std::string path = fmt::format("{}.{}", name, extension);
    for (int number = 2; folded_.contains(folded_file_name(path)); ++number)
        path = fmt::format("{}-{}.{}", name, number, extension);
    return path;
}

Outcome ReportFolder::add(const Document& document, const DocumentFormat& format, const std::string& place) {
    DocumentStyle style = style_at(place);
    if (format.use != DocumentUse::tables) {
        if (!beside_) IMS_TRY(make_folders(path_ + folder_of(place)));
        if (style.reports == nullptr && shows_files(format)) style.to_records = way_to(root_, real_folder(place));
        return write(fmt::format("{}.{}", place, format.extension),
                     [&](const Sink& sink) { format.write(document, style, sink); });
    }
    return add(render(document, format, place));
}

RenderedReport ReportFolder::render(const Document& document, const DocumentFormat& format,
                                    const std::string& place) const {
    const DocumentStyle style = style_at(place);
    RenderedReport rendered{&format, {}};
    const auto render_as = [&](std::string name, const Document& content) {
        std::string bytes;
        format.write(content, style, [&](std::string_view text) { bytes += text; });
        rendered.files.push_back({std::move(name), std::move(bytes)});
    };
    if (format.use != DocumentUse::tables) {
        render_as(place, document);
        return rendered;
    }
    for (const Block& block : document.blocks) {
        const Table* const table = std::get_if<Table>(&block);
        if (table == nullptr) continue;
        Document alone;
        alone.blocks.emplace_back(*table);
        render_as(fmt::format("{}/{}", place, safe_file_name(table->key)), alone);
    }
    return rendered;
}

Outcome ReportFolder::add(const RenderedReport& rendered) {
    const std::string_view extension = rendered.format->extension;
    for (const RenderedReport::File& file : rendered.files) {
        const bool of_table = rendered.format->use == DocumentUse::tables;
        const std::string path =
            of_table ? free_path(file.name, extension) : fmt::format("{}.{}", file.name, extension);
        IMS_TRY(write(path, [&](const Sink& sink) { sink(file.bytes); }));
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

Outcome ReportFolder::write_list(const std::string& folder) {
    // What is left over stays ours.
    std::set<std::string> all = places_;
    for (const std::string& place : left_over()) all.insert(place);
    return write_report_list(environment_, folder, all);
}

Outcome ReportFolder::put_in_place() {
    if (beside_) {
        IMS_TRY(write_list(beside_->folder()));
        const std::vector<std::string> left = left_over();
        if (beside_->take_place({left.begin(), left.end()})) {
            made_.clear();
            return Nothing{};
        }
        IMS_TRY(write_in_place());
    }
    // The list first: should a file not take its place, those that did are known as ours.
    if (for_all_) IMS_TRY(write_list(path_));
    for (Writer& writer : writers_) IMS_TRY(writer.finish());
    writers_.clear();
    made_.clear();
    return Nothing{};
}

// What stands beside cannot take the place of the folder as a whole.
Outcome ReportFolder::write_in_place() {
    const std::unique_ptr<ReportsBeside> beside = std::move(beside_);
    IMS_TRY(make_folders(path_));
    const std::set<std::string> places = places_;
    for (const std::string& place : places) {
        constexpr std::size_t kLargestReport = 1U << 31;
        IMS_TRY_ASSIGN(const std::string bytes, environment_.files->read(beside->folder() + place, kLargestReport));
        IMS_TRY(write(place, [&](const Sink& sink) { sink(bytes); }));
    }
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
