// The files of a run by number, and places in them. Paths and bytes belong to who read them, and outlive this;
// read-only once it is made.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/once.h"

namespace ims {

// A place: bytes [begin, end) of a file. Line and column are worked out only where one is shown (Positions).
struct Span {
    FileId file;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    auto operator<=>(const Span&) const = default;
};

struct SourceFile {
    const std::string& path;  // relative to the folder of ims.yaml, with `/`
    std::string_view bytes;
};

// Where files stand that come with the program: below a path that no file of a folder has.
inline constexpr std::string_view kBuiltIn = "<built-in>/";

class SourceMap {
public:
    // Requires: paths are added in byte order, so that a FileId is a path's rank.
    FileId add(const std::string& path, std::string_view bytes);
    FileId add(std::string&&, std::string_view) = delete;
    [[nodiscard]] std::size_t size() const { return files_.size(); }
    [[nodiscard]] SourceFile operator[](FileId file) const {
        const Place& place = files_[file.index()];
        return {*place.path, place.bytes};
    }
    [[nodiscard]] std::string_view text(Span span) const;
    [[nodiscard]] std::optional<FileId> find(std::string_view path) const;
    [[nodiscard]] bool is_built_in(FileId file) const { return files_[file.index()].path->starts_with(kBuiltIn); }
    // Files of the folder itself.
    [[nodiscard]] std::size_t own_size() const;

private:
    struct Place {
        const std::string* path;
        std::string_view bytes;
    };
    std::vector<Place> files_;
};

// Lines and columns from 1; a column counts code points. `end` is exclusive, as editors have it.
struct Position {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
};

// Where the lines of files begin, found once a file when it is first asked for; from several threads at once too.
class LineStarts {
public:
    explicit LineStarts(const SourceMap& sources) : sources_(sources) {}
    // Of each line of a file, the first one included.
    [[nodiscard]] const std::vector<std::uint32_t>& of(FileId file) const;
    // The line of a place, from 1.
    [[nodiscard]] std::uint32_t line(FileId file, std::uint32_t offset) const;
    [[nodiscard]] const SourceMap& sources() const { return sources_; }

private:
    const SourceMap& sources_;
    using OfFile = Once<std::vector<std::uint32_t>>;
    Once<std::vector<OfFile>> starts_;  // by FileId
};

// Turns offsets into lines and columns; remembers the line starts of the files that it was asked about.
// Not for use from several threads at once.
class Positions {
public:
    explicit Positions(const SourceMap& sources) : sources_(sources) {}
    // The same by line starts that others ask for too; they outlive it.
    explicit Positions(const LineStarts& lines) : sources_(lines.sources()), lines_(&lines) {}
    [[nodiscard]] Position position(FileId file, std::uint32_t offset) const;
    // The bytes of a line, its end excluded; lines count from 1.
    [[nodiscard]] std::string_view line(FileId file, std::uint32_t line) const;
    // Where a line begins in its file.
    [[nodiscard]] std::uint32_t line_begin(FileId file, std::uint32_t line) const;
    [[nodiscard]] const SourceMap& sources() const { return sources_; }

private:
    const std::vector<std::uint32_t>& starts(FileId file) const;
    const SourceMap& sources_;
    const LineStarts* lines_ = nullptr;
    mutable std::vector<std::vector<std::uint32_t>> starts_;  // where nobody else has them
    struct Last {
        FileId file;
        std::size_t offset = 0;
        std::size_t column = 1;
    };
    mutable Last last_;  // the last place that was asked for
};

}  // namespace ims
