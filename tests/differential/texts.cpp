#include "texts.h"

#include <array>

namespace ims::test {

namespace {

// Between brackets the last ones are left out: they hold what ends a text there.
constexpr std::array<std::string_view, 52> kWords = {"alpha",
                                                     "Order",
                                                     "fire-in-the-shop",
                                                     "2026-05-01",
                                                     "1.200",
                                                     "no",
                                                     "yes",
                                                     "0x1F",
                                                     "Pr\xC3\xBC\x66ung",
                                                     "\xE6\xB1\x89\xE5\xAD\x97",
                                                     "\xF0\x9F\x98\x80",
                                                     "e\xCC\x81",
                                                     "a:b",
                                                     "http://x.example/y?z=1",
                                                     "12:30",
                                                     "a#b",
                                                     "it's",
                                                     "say\"so",
                                                     "50%",
                                                     "x-",
                                                     "q?",
                                                     "a&b",
                                                     "a*b",
                                                     "C++",
                                                     "a\\nb",
                                                     "14,2",
                                                     "a\xC2\xA0\x62",
                                                     "a\xE2\x80\x8B\x62",
                                                     "\xE2\x80\x9Equote\xE2\x80\x9C",
                                                     "\xE2\x80\x93",
                                                     "true",
                                                     "word",
                                                     "and",
                                                     "of",
                                                     "a::b",
                                                     "<<",
                                                     "=",
                                                     "~x",
                                                     "nullify",
                                                     "null",
                                                     "~",
                                                     "$x",
                                                     "(x)",
                                                     "x!",
                                                     "a|b",
                                                     "a>b",
                                                     "^",
                                                     "x\xE2\x80\xA6",
                                                     "+1",
                                                     "/docs/a.md",
                                                     "1e3",
                                                     ".5"};
// What may stand within a text, not at its beginning.
constexpr std::array<std::string_view, 16> kInner = {
    "-", "?", "*", "&", "!", "|", ">", "@home", "`tick`", "%p", "'quoted'", "\"quoted\"", "*x", "&x", "!x", "x'"};
constexpr std::array<std::string_view, 6> kBracketed = {"[x]", "{y}", "a,b", "x,", "[", "}"};
constexpr std::array<std::string_view, 4> kFirst = {"-x", "?q", ":x", "--"};
// Between quotes.
constexpr std::array<std::string_view, 8> kFree = {"key: value", "# no comment", "- item", ":",
                                                   "#",          "---",          "[a, b]", "@"};
// Line ends to readers of YAML 1.1.
constexpr std::array<std::string_view, 3> kOldBreaks = {"a\xC2\x85\x62", "a\xE2\x80\xA8\x62", "a\xE2\x80\xA9\x62"};

constexpr std::array<std::string_view, 5> kBlanks = {" ", "  ", "   ", " \t", "\t"};

std::string blanks(Random& random) { return std::string(random.one_in(8) ? random.pick(kBlanks) : kBlanks[0]); }

bool holds_bracket(std::string_view word) { return word.find_first_of(",[]{}") != std::string_view::npos; }

std::string word(Random& random, bool in_brackets) {
    for (;;) {
        std::string_view word = random.pick(kWords);
        if (random.one_in(200)) word = random.pick(kOldBreaks);
        if (!in_brackets || !holds_bracket(word)) return std::string(word);
    }
}

std::string inner_word(Random& random, bool in_brackets) {
    if (random.one_in(6)) return std::string(random.pick(kInner));
    if (!in_brackets && random.one_in(12)) return std::string(random.pick(kBracketed));
    return word(random, in_brackets);
}

// A line end with blank lines behind it; what these say is in `lines`.
struct Fold {
    std::string bytes;
    std::size_t lines = 0;
};

Fold write_fold(Random& random, std::size_t indentation, bool escaped) {
    Fold fold;
    if (escaped) fold.bytes += '\\';
    else if (random.one_in(4)) fold.bytes += random.pick(kBlanks);
    fold.bytes += '\n';
    for (; random.one_in(4); ++fold.lines) {
        // A tab may follow the indentation, but not stand in its place.
        fold.bytes.append(random.below(indentation + 1), ' ');
        if (random.one_in(5)) {
            fold.bytes += std::string(indentation, ' ');
            fold.bytes += random.pick(kBlanks);
        }
        fold.bytes += '\n';
    }
    fold.bytes.append(indentation + (random.one_in(3) ? random.below(4) : 0), ' ');
    if (random.one_in(24)) fold.bytes += '\t';
    return fold;
}

// At the margin these would be marks of a document.
void add_after_fold(std::string& bytes, std::string_view next) {
    const bool at_margin = !bytes.empty() && bytes.back() == '\n';
    if (at_margin && (next.front() == '-' || next.front() == '.' || next.front() == '%' || next.front() == '#'))
        bytes += ' ';
    bytes += next;
}

class QuotedText {
public:
    QuotedText(Random& random, const TextPlace& place, bool is_double)
        : random_(random), place_(place), double_(is_double) {}

    WrittenText write() {
        text_.bytes = quote();
        std::size_t left = random_.below(5);
        if (random_.one_in(5)) separate();
        for (; left > 0; --left) {
            add_piece();
            if (left > 1 || random_.one_in(5)) separate();
        }
        text_.bytes += quote();
        return text_;
    }

private:
    [[nodiscard]] char quote() const { return double_ ? '"' : '\''; }

    void separate() {
        const std::size_t kind = place_.one_line ? 3 : random_.below(8);
        if (kind == 0) {
            const Fold fold = write_fold(random_, place_.indentation, false);
            text_.bytes += fold.bytes;
            text_.says += fold.lines == 0 ? std::string(" ") : std::string(fold.lines, '\n');
        } else if (kind == 1 && double_) {
            const std::string before(random_.below(3), ' ');
            const Fold fold = write_fold(random_, place_.indentation, true);
            text_.bytes += before + fold.bytes;
            text_.says += before + std::string(fold.lines, '\n');
        } else if (kind > 1) {
            const std::string between = blanks(random_);
            text_.bytes += between;
            text_.says += between;
        }
    }

    void add_piece() {
        if (double_ && random_.one_in(3)) return add_escape();
        const std::string piece = random_.one_in(6) ? std::string(random_.pick(kFree)) : inner_word(random_, false);
        std::string written;
        for (const char c : piece) {
            if (double_ && (c == '"' || c == '\\')) written += '\\';
            if (!double_ && c == '\'') written += '\'';
            written += c;
        }
        add_after_fold(text_.bytes, written);
        text_.says += piece;
    }

    void add_escape() {
        struct Escape {
            std::string_view written;
            std::string_view says;
        };
        using namespace std::string_view_literals;
        static constexpr std::array<Escape, 32> kEscapes = {{{"\\0"sv, "\0"sv},
                                                             {"\\a"sv, "\a"sv},
                                                             {"\\b"sv, "\b"sv},
                                                             {"\\t"sv, "\t"sv},
                                                             {"\\\t"sv, "\t"sv},
                                                             {"\\n"sv, "\n"sv},
                                                             {"\\v"sv, "\v"sv},
                                                             {"\\f"sv, "\f"sv},
                                                             {"\\r"sv, "\r"sv},
                                                             {"\\e"sv, "\x1B"sv},
                                                             {"\\ "sv, " "sv},
                                                             {"\\\""sv, "\""sv},
                                                             {"\\/"sv, "/"sv},
                                                             {"\\\\"sv, "\\"sv},
                                                             {"\\N"sv, "\xC2\x85"sv},
                                                             {"\\_"sv, "\xC2\xA0"sv},
                                                             {"\\L"sv, "\xE2\x80\xA8"sv},
                                                             {"\\P"sv, "\xE2\x80\xA9"sv},
                                                             {"\\x41"sv, "A"sv},
                                                             {"\\xe9"sv, "\xC3\xA9"sv},
                                                             {"\\x7F"sv, "\x7F"sv},
                                                             {"\\x0a"sv, "\n"sv},
                                                             {"\\u00E9"sv, "\xC3\xA9"sv},
                                                             {"\\u20ac"sv, "\xE2\x82\xAC"sv},
                                                             {"\\uFFFD"sv, "\xEF\xBF\xBD"sv},
                                                             {"\\u2028"sv, "\xE2\x80\xA8"sv},
                                                             {"\\u0000"sv, "\0"sv},
                                                             {"\\U0001F600"sv, "\xF0\x9F\x98\x80"sv},
                                                             {"\\U0010ffff"sv, "\xF4\x8F\xBF\xBF"sv},
                                                             {"\\U00000041"sv, "A"sv},
                                                             {"\\uFEFF"sv, "\xEF\xBB\xBF"sv},
                                                             {"\\ud83d\\ude00"sv, "\xF0\x9F\x98\x80"sv}}};
        const Escape& escape = random_.pick(kEscapes);
        text_.bytes += escape.written;
        text_.says += escape.says;
    }

    Random& random_;
    const TextPlace& place_;
    bool double_;
    WrittenText text_;
};

}  // namespace

WrittenText write_plain(Random& random, const TextPlace& place) {
    WrittenText text;
    text.says = random.one_in(10) ? std::string(random.pick(kFirst)) : word(random, place.in_brackets);
    text.bytes = text.says;
    for (std::size_t left = random.one_in(3) ? 0 : random.below(5); left > 0; --left) {
        const std::string next = inner_word(random, place.in_brackets);
        if (!place.one_line && random.one_in(4)) {
            const Fold fold = write_fold(random, place.indentation, false);
            text.bytes += fold.bytes;
            text.says += fold.lines == 0 ? std::string(" ") : std::string(fold.lines, '\n');
        } else {
            const std::string between = blanks(random);
            text.bytes += between;
            text.says += between;
        }
        add_after_fold(text.bytes, next);
        text.says += next;
    }
    return text;
}

WrittenText write_single_quoted(Random& random, const TextPlace& place) {
    return QuotedText(random, place, false).write();
}

WrittenText write_double_quoted(Random& random, const TextPlace& place) {
    return QuotedText(random, place, true).write();
}

std::string fold(const std::vector<std::string>& lines) {
    std::string text;
    std::size_t blank = 0;
    const std::string* last = nullptr;
    const auto is_deeper = [](const std::string& line) { return line.front() == ' ' || line.front() == '\t'; };
    for (const std::string& line : lines) {
        if (line.empty()) {
            ++blank;
            continue;
        }
        if (last == nullptr) text.append(blank, '\n');
        else if (is_deeper(*last) || is_deeper(line)) text.append(blank + 1, '\n');
        else if (blank == 0) text += ' ';
        else text.append(blank, '\n');
        text += line;
        last = &line;
        blank = 0;
    }
    return text;
}

BlockLines write_block_lines(Random& random, bool may_begin_with_blank) {
    BlockLines block;
    bool any = false;
    for (std::size_t left = random.below(6); left > 0; --left) {
        std::string line;
        if (random.one_in(4) && left > 1) {
            block.lines.push_back(line);
            continue;
        }
        if ((any || may_begin_with_blank) && random.one_in(4)) line = random.pick(kBlanks);
        if (line.empty() || !random.one_in(4)) {
            line += random.one_in(6) ? std::string(random.pick(kFree)) : inner_word(random, false);
            for (std::size_t words = random.below(4); words > 0; --words)
                line += blanks(random) + inner_word(random, false);
            if (random.one_in(10)) line += blanks(random);
        }
        any = true;
        block.lines.push_back(line);
    }
    block.blank_at_end = random.one_in(3) ? random.below(4) : 0;
    return block;
}

std::string write_comment(Random& random) {
    std::string text = "#";
    for (std::size_t words = random.below(4); words > 0; --words)
        text += " " + (random.one_in(3) ? std::string(random.pick(kFree)) : inner_word(random, false));
    return text;
}

}  // namespace ims::test
