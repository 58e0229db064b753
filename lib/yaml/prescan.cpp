#include "yaml/prescan.h"

#include <array>
#include <cstddef>

#include "base/text.h"
#include "yaml/cursor.h"

namespace ims {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

struct Encoding {
    std::uint32_t bits = 0;  // 16, 32; 0: UTF-8, as far as one can tell
    std::uint32_t mark = 0;  // bytes of its byte order mark
};

// As YAML tells encodings apart: by the mark, else by where the NULs stand in the first character.
Encoding other_encoding_of(std::string_view bytes) {
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) return {32, 4};
    if (bytes.starts_with("\0\0\xFE\xFF"sv)) return {32, 4};
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv)) return {16, 2};
    if (bytes.size() < 4) return {};
    const std::array<bool, 4> zero = {bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
    if (zero == std::array{false, true, true, true} || zero == std::array{true, true, true, false}) return {32, 0};
    if (zero == std::array{false, true, false, true} || zero == std::array{true, false, true, false}) return {16, 0};
    return {};
}

// The bytes that need a closer look: all that is not ASCII, and the controls except tab and line feed.
constexpr std::array<bool, 256> kNoted = [] {
    std::array<bool, 256> noted{};
    for (std::size_t byte = 0; byte < 256; ++byte)
        noted[byte] = (byte < 0x20 && byte != '\t' && byte != '\n') || byte >= 0x7f;
    return noted;
}();

bool is_forbidden(char32_t value) {
    return value < 0x20 || (value >= 0x7f && value < 0xa0 && value != 0x85) || value == 0xfeff || value == 0xfffe ||
           value == 0xffff;
}

// Replaces what must not reach the parser; notes the first place of each kind of trouble.
class Sweep {
public:
    Sweep(std::string_view bytes, Prescan& result) : bytes_(bytes), result_(result) {}

    void run() {
        for (std::size_t at = result_.begin; at < bytes_.size();) {
            if (!kNoted[static_cast<unsigned char>(bytes_[at])]) {
                ++at;
            } else {
                at += look_at(at);
            }
        }
    }

    void report(Problems& problems) const {
        if (invalid_ != kNoPlace) problems.add({Mistake::not_utf_8, invalid_, invalid_ + 1});
        if (control_ != kNoPlace) {
            YamlProblem problem{Mistake::control_character, control_, control_ + control_length_, control_value_};
            problem.more = controls_ - 1;
            problems.add(problem);
        }
    }

private:
    std::size_t look_at(std::size_t at) {
        if (bytes_[at] == '\r') {
            if (at + 1 == bytes_.size() || bytes_[at + 1] != '\n') replace(at, 1, '\n');
            return 1;
        }
        const CodePoint point = decode_utf8(bytes_, at);
        if (!point.valid) {
            if (invalid_ == kNoPlace) invalid_ = static_cast<std::uint32_t>(at);
            replace(at, 1, '?');
            return 1;
        }
        if (is_forbidden(point.value)) {
            if (controls_++ == 0) {
                control_ = static_cast<std::uint32_t>(at);
                control_length_ = static_cast<std::uint32_t>(point.length);
                control_value_ = point.value;
            }
            replace(at, point.length, ' ');
        }
        return point.length;
    }

    void replace(std::size_t at, std::size_t length, char with) {
        if (result_.replaced.empty()) result_.replaced = bytes_;
        result_.replaced.replace(at, length, length, with);
    }

    std::string_view bytes_;
    Prescan& result_;
    std::uint32_t invalid_ = kNoPlace;
    std::uint32_t control_ = kNoPlace;
    std::uint32_t control_length_ = 0;
    char32_t control_value_ = 0;
    std::uint32_t controls_ = 0;
};

// A line that begins with the marker, then a blank or nothing.
std::size_t find_marker_line(std::string_view bytes, std::string_view marker, std::size_t from) {
    for (std::size_t at = bytes.find(marker, from); at != std::string_view::npos; at = bytes.find(marker, at + 1)) {
        const std::size_t after = at + marker.size();
        const bool ends = after == bytes.size() || is_blank(bytes[after]) || is_break(bytes[after]);
        if (ends && (at == 0 || bytes[at - 1] == '\n')) return at;
    }
    return std::string_view::npos;
}

std::vector<ConflictRegion> find_conflicts(std::string_view bytes) {
    std::vector<ConflictRegion> regions;
    for (std::size_t at = find_marker_line(bytes, "<<<<<<<", 0); at != std::string_view::npos;) {
        const std::size_t end = find_marker_line(bytes, ">>>>>>>", at);
        if (end == std::string_view::npos) {
            regions.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(bytes.size())});
            break;
        }
        regions.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        at = find_marker_line(bytes, "<<<<<<<", end);
    }
    return regions;
}

}  // namespace

Prescan prescan(std::string_view bytes, const YamlLimits& limits, Problems& problems) {
    Prescan result;
    if (bytes.size() > limits.file_bytes) {
        problems.add({Mistake::file_too_large, 0, 0, limits.file_bytes});
        result.readable = false;
        return result;
    }
    if (const Encoding encoding = other_encoding_of(bytes); encoding.bits != 0) {
        problems.add({Mistake::other_encoding, 0, encoding.mark, encoding.bits});
        result.readable = false;
        return result;
    }
    if (bytes.starts_with(kByteOrderMark)) result.begin = kByteOrderMark.size();
    Sweep sweep(bytes, result);
    sweep.run();
    sweep.report(problems);
    result.conflicts = find_conflicts(bytes);
    return result;
}

}  // namespace ims
