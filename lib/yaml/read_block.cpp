#include "yaml/read_block.h"

#include <algorithm>
#include <string_view>

namespace ims {

namespace {

// Which line breaks at its end a text keeps: none after `-`, all after `+`, else the first.
enum class Ending : std::uint8_t { clip, strip, keep };

struct Block {
    bool folded = false;
    Ending ending = Ending::clip;
    std::int64_t indentation = -1;  // columns before each line of text; -1: those of its first line
    std::uint32_t begin = 0;        // of its first line
    std::uint32_t end = 0;          // of the blank lines after it, with their line ends
};

Trouble trouble_to_line_end(Mistake mistake, Cursor line) {
    const std::uint32_t begin = line.at;
    while (!line.at_line_end()) ++line.at;
    while (line.at > begin + 1 && is_blank(line.bytes[line.at - 1])) --line.at;
    return YamlProblem{mistake, begin, line.at};
}

// `|` or `>` with what stands close to it; then nothing but a comment may follow on the line.
Trouble read_header(Cursor& cursor, Scalar& scalar, std::int64_t parent, Block& block) {
    block.folded = cursor.peek() == '>';
    scalar.style = block.folded ? ScalarStyle::folded : ScalarStyle::literal;
    scalar.begin = cursor.at++;
    bool ending_said = false;
    for (; !cursor.separates(0); ++cursor.at) {
        const char c = cursor.peek();
        if (c >= '1' && c <= '9' && block.indentation < 0) {
            block.indentation = std::max<std::int64_t>(parent, 0) + (c - '0');
        } else if ((c == '+' || c == '-') && !ending_said) {
            ending_said = true;
            block.ending = c == '+' ? Ending::keep : Ending::strip;
        } else if (c == '#') {
            return YamlProblem{Mistake::comment_without_blank, cursor.at, cursor.at + 1};
        } else if (c >= '0' && c <= '9') {
            return YamlProblem{Mistake::wrong_block_number, cursor.at, cursor.at + 1};
        } else {
            return trouble_to_line_end(Mistake::text_beside_block, cursor);
        }
    }
    scalar.end = scalar.text_begin = scalar.text_end = cursor.at;
    cursor.skip_blanks();
    if (!cursor.at_line_end() && !cursor.at_comment()) return trouble_to_line_end(Mistake::text_beside_block, cursor);
    cursor.skip_line();
    return {};
}

std::uint32_t next_line(Cursor cursor) {
    if (!cursor.done()) cursor.enter_next_line();
    return cursor.at;
}

// Finds the lines of the text; the first that holds more than spaces tells how deep they stand.
class BlockLines {
public:
    BlockLines(Scalar& scalar, std::int64_t parent, Block& block) : scalar_(scalar), parent_(parent), block_(block) {}

    Trouble find(Cursor& cursor) {
        for (Cursor line = cursor; !line.done();) {
            line.enter_next_line();
            while (line.peek() == ' ') ++line.at;
            if (line.at_line_end()) {
                pass_blank_line(line);
            } else if (line.column() >= (block_.indentation < 0 ? parent_ + 1 : block_.indentation)) {
                if (Trouble trouble = pass_text(line)) return trouble;
                cursor = line;
            } else {
                const std::uint32_t indented = line.at;
                line.skip_blanks();
                if (!line.at_line_end()) return look_at_end(line, indented);
                if (blank_tab_ == kNoPlace) blank_tab_ = indented;
            }
        }
        return {};
    }

private:
    void pass_blank_line(const Cursor& line) {
        if (!found_ && line.column() > longest_blank_) {
            longest_blank_ = line.column();
            longest_blank_at_ = line.line;
        }
        if (blank_tab_ == kNoPlace) block_.end = next_line(line);
    }

    Trouble pass_text(Cursor& line) {
        if (blank_tab_ != kNoPlace) return YamlProblem{Mistake::tab_indentation, blank_tab_, blank_tab_ + 1};
        if (block_.indentation < 0) {
            if (longest_blank_ > line.column()) {
                return YamlProblem{Mistake::long_blank_line, longest_blank_at_, longest_blank_at_ + longest_blank_};
            }
            block_.indentation = line.column();
        }
        if (!found_) scalar_.text_begin = line.line + static_cast<std::uint32_t>(block_.indentation);
        found_ = true;
        line.skip_line();
        if (line.bytes[line.at - 1] == '\r') --line.at;
        scalar_.end = line.at;
        block_.end = next_line(line);
        return {};
    }

    // The first line that does not stand deep enough. Requires: it holds more than blanks.
    Trouble look_at_end(const Cursor& line, std::uint32_t indented) const {
        if (line.bytes[indented] == '\t') return YamlProblem{Mistake::tab_indentation, indented, line.at};
        if (line.column() <= parent_ || line.peek() == '#') return {};
        return trouble_to_line_end(Mistake::less_than_first_line, line);
    }

    Scalar& scalar_;
    std::int64_t parent_;
    Block& block_;
    bool found_ = false;
    std::uint32_t longest_blank_ = 0;  // before the text
    std::uint32_t longest_blank_at_ = 0;
    std::uint32_t blank_tab_ = kNoPlace;  // in a line that holds nothing else: fine after the text, but not within
};

class BlockDecoder {
public:
    BlockDecoder(const Block& block, std::string& text) : block_(block), text_(text) {}

    // `ended`: by a line break.
    void add_line(std::string_view line, bool ended) {
        const std::size_t spaces = std::min(line.find_first_not_of(' '), line.size());
        const auto indentation = static_cast<std::size_t>(block_.indentation);
        line.remove_prefix(block_.indentation < 0 ? line.size() : std::min(indentation, spaces));
        if (!line.empty()) add_text(line);
        if (ended) ++breaks_;
    }

    void finish() {
        if (block_.ending == Ending::strip) breaks_ = 0;
        if (block_.ending == Ending::clip) breaks_ = any_ ? std::min<std::size_t>(breaks_, 1) : 0;
        text_.append(breaks_, '\n');
    }

private:
    // A line that begins with a blank is not folded, nor is what stands beside it.
    void add_text(std::string_view line) {
        const bool spaced = is_blank(line.front());
        if (block_.folded && any_ && !spaced && !spaced_) {
            if (breaks_ == 1) {
                text_ += ' ';
            } else {
                text_.append(breaks_ - 1, '\n');
            }
        } else {
            text_.append(breaks_, '\n');
        }
        text_ += line;
        breaks_ = 0;
        any_ = true;
        spaced_ = spaced;
    }

    const Block& block_;
    std::string& text_;
    std::size_t breaks_ = 0;  // after the last line of text
    bool any_ = false;        // lines of text
    bool spaced_ = false;     // the last line of text begins with a blank
};

}  // namespace

Trouble read_block(Cursor& cursor, Scalar& scalar, std::int64_t parent, std::string& text) {
    scalar.decoded = true;
    scalar.one_line = false;
    Block block;
    if (Trouble trouble = read_header(cursor, scalar, parent, block)) return trouble;
    block.begin = block.end = next_line(cursor);
    if (Trouble trouble = BlockLines(scalar, parent, block).find(cursor)) return trouble;
    BlockDecoder decoder(block, text);
    const std::string_view lines = cursor.bytes.substr(0, block.end);
    for (std::size_t at = block.begin; at < block.end;) {
        const std::size_t line_end = std::min(lines.find('\n', at), lines.size());
        const bool ended = line_end < lines.size();
        std::string_view line = lines.substr(at, line_end - at);
        if (ended && line.ends_with('\r')) line.remove_suffix(1);
        decoder.add_line(line, ended);
        at = line_end + 1;
    }
    decoder.finish();
    return {};
}

}  // namespace ims
