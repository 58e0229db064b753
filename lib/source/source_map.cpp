#include "source/source_map.h"

#include <algorithm>

#include "base/assert.h"
#include "base/text.h"

namespace ims {

FileId SourceMap::add(const std::string& path, std::string_view bytes) {
    IMS_ASSERT(files_.empty() || *files_.back().path < path, "files must be added in the order of their paths");
    files_.push_back({&path, bytes});
    return FileId::from(files_.size() - 1);
}

std::string_view SourceMap::text(Span span) const {
    const std::string_view bytes = files_[span.file.index()].bytes;
    return bytes.substr(span.begin, span.end - span.begin);
}

std::optional<FileId> SourceMap::find(std::string_view path) const {
    const auto path_of = [](const Place& place) { return std::string_view(*place.path); };
    const auto found = std::ranges::lower_bound(files_, path, {}, path_of);
    if (found == files_.end() || *found->path != path) return std::nullopt;
    return FileId::from(static_cast<std::size_t>(found - files_.begin()));
}

std::size_t SourceMap::own_size() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(files_, [](const Place& place) { return !place.path->starts_with(kBuiltIn); }));
}

namespace {

std::vector<std::uint32_t> find_line_starts(std::string_view bytes) {
    std::vector<std::uint32_t> starts;
    // A byte order mark is no column.
    starts.push_back(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    for (std::size_t offset = 0; offset < bytes.size(); ++offset) {
        const bool lone_return = bytes[offset] == '\r' && (offset + 1 == bytes.size() || bytes[offset + 1] != '\n');
        if (bytes[offset] == '\n' || lone_return) starts.push_back(static_cast<std::uint32_t>(offset + 1));
    }
    return starts;
}

// From 0.
std::size_t line_at(const std::vector<std::uint32_t>& starts, std::uint32_t offset) {
    const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
    return after == starts.begin() ? 0 : static_cast<std::size_t>(after - starts.begin() - 1);
}

}  // namespace

const std::vector<std::uint32_t>& LineStarts::of(FileId file) const {
    const auto& files = starts_.get([&] { return std::vector<OfFile>(sources_.size()); });
    return files[file.index()].get([&] { return find_line_starts(sources_[file].bytes); });
}

std::uint32_t LineStarts::line(FileId file, std::uint32_t offset) const {
    return static_cast<std::uint32_t>(line_at(of(file), offset) + 1);
}

const std::vector<std::uint32_t>& Positions::starts(FileId file) const {
    if (lines_ != nullptr) return lines_->of(file);
    if (starts_.size() < sources_.size()) starts_.resize(sources_.size());
    std::vector<std::uint32_t>& starts = starts_[file.index()];
    if (starts.empty()) starts = find_line_starts(sources_[file].bytes);
    return starts;
}

Position Positions::position(FileId file, std::uint32_t offset) const {
    const std::vector<std::uint32_t>& all = starts(file);
    const std::size_t line = line_at(all, offset);
    const std::string_view bytes = sources_[file].bytes;
    std::size_t begin = std::min<std::size_t>(all[line], bytes.size());
    const std::size_t end = std::min<std::size_t>(std::max<std::size_t>(offset, begin), bytes.size());
    std::size_t column = 1;
    // A line may be megabytes long and hold thousands of places, asked for from left to right.
    if (last_.file == file && last_.offset >= begin && last_.offset <= end) {
        begin = last_.offset;
        column = last_.column;
    }
    column += count_code_points(bytes.substr(begin, end - begin));
    last_ = {file, end, column};
    return {static_cast<std::uint32_t>(line + 1), static_cast<std::uint32_t>(column)};
}

std::uint32_t Positions::line_begin(FileId file, std::uint32_t line) const {
    const std::vector<std::uint32_t>& all = starts(file);
    return line - 1 < all.size() ? all[line - 1] : static_cast<std::uint32_t>(sources_[file].bytes.size());
}

std::string_view Positions::line(FileId file, std::uint32_t line) const {
    const std::string_view bytes = sources_[file].bytes;
    const std::size_t begin = std::min<std::size_t>(line_begin(file, line), bytes.size());
    const std::size_t end = std::min<std::size_t>(line_begin(file, line + 1), bytes.size());
    std::string_view text = bytes.substr(begin, end - begin);
    while (text.ends_with('\n') || text.ends_with('\r')) text.remove_suffix(1);
    return text;
}

}  // namespace ims
