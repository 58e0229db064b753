#include "report/prose.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace ims {
namespace {

bool is_word(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           static_cast<unsigned char>(c) >= 0x80;
}

bool is_punctuation(char c) { return c > ' ' && c < 0x7f && !is_word(c); }

bool is_address(std::string_view text) {
    const bool known = text.starts_with("https://") || text.starts_with("http://") || text.starts_with("mailto:");
    return known && std::ranges::none_of(text, [](char c) { return c <= ' ' || c == 0x7f; });
}

// Reads a line in one pass: a marker whose end was once not found is looked for no more.
class LineReader {
public:
    explicit LineReader(std::string_view text) : text_(text) {}

    Words run() {
        while (at_ < text_.size()) {
            if (!read_piece()) plain_ += text_[at_++];
        }
        flush();
        return std::move(words_);
    }

private:
    void flush() {
        words_.add(raw(plain_));
        plain_.clear();
    }

    void add(Inline part, std::size_t end) {
        flush();
        words_.add(std::move(part));
        at_ = end;
    }

    bool read_piece() {
        switch (text_[at_]) {
            case '\\':
                if (at_ + 1 >= text_.size() || !is_punctuation(text_[at_ + 1])) return false;
                plain_ += text_[at_ + 1];
                at_ += 2;
                return true;
            case '`': return read_code();
            case '*':
            case '_': return read_emphasis();
            case '[': return read_link();
            case '<': return read_address();
            default: return false;
        }
    }

    bool read_code() {
        std::size_t run = 0;
        while (at_ + run < text_.size() && text_[at_ + run] == '`') ++run;
        const std::string_view fence = text_.substr(at_, run);
        const std::size_t end = run > 1 ? std::string_view::npos : find(fence, at_ + run, no_code_end_);
        if (end == std::string_view::npos || end == at_ + run) {
            plain_ += fence;
            at_ += run;
            return true;
        }
        add(code(trim(text_.substr(at_ + run, end - at_ - run))), end + run);
        return true;
    }

    // The place of `what` at or after `from`; once it is nowhere, it is nowhere further on.
    std::size_t find(std::string_view what, std::size_t from, bool& nowhere) const {
        if (nowhere) return std::string_view::npos;
        const std::size_t found = text_.find(what, from);
        if (found == std::string_view::npos) nowhere = true;
        return found;
    }

    bool read_emphasis() {
        const char marker = text_[at_];
        const std::size_t length = text_.substr(at_).starts_with(std::string(2, marker)) ? 2 : 1;
        const std::size_t begin = at_ + length;
        const bool opens = begin < text_.size() && text_[begin] != ' ' && text_[begin] != marker &&
                           (at_ == 0 || !is_word(text_[at_ - 1]));
        const std::size_t which = (marker == '_' ? 2U : 0U) + length - 1;
        const std::size_t end =
            opens ? find(text_.substr(at_, length), begin, no_emphasis_end_[which]) : std::string_view::npos;
        const bool closes = end != std::string_view::npos && text_[end - 1] != ' ' &&
                            (end + length >= text_.size() || !is_word(text_[end + length]));
        if (!closes) {
            plain_.append(length, marker);
            at_ += length;
            return true;
        }
        const std::string_view inside = text_.substr(begin, end - begin);
        add(length == 2 ? strong(inside) : emphasis(inside), end + length);
        return true;
    }

    bool read_link() {
        constexpr std::size_t kLongest = 1000;
        const std::string_view rest = text_.substr(at_, kLongest);
        const std::size_t close = rest.find("](");
        const std::size_t end = close == std::string_view::npos ? close : rest.find(')', close);
        if (end == std::string_view::npos || close == 1) return false;
        const std::string_view address = rest.substr(close + 2, end - close - 2);
        if (!is_address(address) || rest.substr(1, close - 1).find('[') != std::string_view::npos) return false;
        add(url(rest.substr(1, close - 1), address), at_ + end + 1);
        return true;
    }

    bool read_address() {
        constexpr std::size_t kLongest = 1000;
        const std::string_view rest = text_.substr(at_, kLongest);
        const std::size_t end = rest.find('>');
        if (end == std::string_view::npos || !is_address(rest.substr(1, end - 1))) return false;
        add(url(rest.substr(1, end - 1), rest.substr(1, end - 1)), at_ + end + 1);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Words words_;
    std::string plain_;
    bool no_code_end_ = false;
    std::array<bool, 4> no_emphasis_end_ = {};
};

// The text after a list's marker (`- `, `* `, `+ `, `1. `), or nothing.
std::string_view after_marker(std::string_view line, bool& numbered) {
    std::size_t digits = 0;
    while (digits < line.size() && digits < 9 && line[digits] >= '0' && line[digits] <= '9') ++digits;
    numbered = digits > 0;
    const std::size_t marker = digits;
    if (marker + 1 >= line.size() || line[marker + 1] != ' ') return {};
    const std::string_view signs = numbered ? ".)" : "-*+";
    return signs.find(line[marker]) == std::string_view::npos ? std::string_view() : trim(line.substr(marker + 2));
}

}  // namespace

Words read_prose_line(std::string_view markdown) { return LineReader(markdown).run(); }

std::vector<Block> read_prose(std::string_view markdown) {
    std::vector<Block> blocks;
    std::string pending;  // the lines of a paragraph or of a list's last item
    bool in_list = false;
    const auto finish_text = [&] {
        if (pending.empty()) return;
        if (in_list) std::get<Bullets>(blocks.back()).items.push_back({read_prose_line(pending), {}});
        else blocks.emplace_back(Paragraph{read_prose_line(pending)});
        pending.clear();
    };
    while (!markdown.empty()) {
        const std::size_t end = std::min(markdown.find('\n'), markdown.size());
        const std::string_view line = trim(markdown.substr(0, end));
        markdown.remove_prefix(std::min(end + 1, markdown.size()));
        bool numbered = false;
        const std::string_view item = after_marker(line, numbered);
        if (line.empty()) {
            finish_text();
            in_list = false;
        } else if (!item.empty()) {
            finish_text();
            const Bullets* const list = blocks.empty() ? nullptr : std::get_if<Bullets>(&blocks.back());
            if (list == nullptr || list->numbered != numbered) blocks.emplace_back(Bullets{numbered, {}});
            in_list = true;
            pending = item;
        } else {
            if (!pending.empty()) pending += ' ';
            pending += line;
        }
    }
    finish_text();
    return blocks;
}

std::string_view without_stop(std::string_view text) {
    text = trim(text);
    // Three of them are no end of a sentence.
    if (text.ends_with('.') && !text.ends_with("..")) text.remove_suffix(1);
    return text;
}

}  // namespace ims
