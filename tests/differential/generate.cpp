#include "generate.h"

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "texts.h"

namespace ims::test {

namespace {

constexpr std::size_t kMostLevels = 6;

class Generator {
public:
    explicit Generator(Random& random) : random_(random) {}

    Written run() {
        if (random_.one_in(12)) out_ += "\xEF\xBB\xBF";
        mark_ = out_.size();
        const std::size_t documents = random_.one_in(4) ? 2 + random_.below(3) : 1;
        for (std::size_t document = 0; document < documents; ++document) add_document(document == 0);
        // A block of text would lose its last line end.
        if (random_.one_in(6) && !after_block_text_ && out_.ends_with('\n')) out_.pop_back();
        if (random_.one_in(8)) use_other_line_ends();
        return {std::move(out_), builder_.take()};
    }

private:
    // What a value follows.
    enum class After { nothing, marker, key, dash };

    // --- documents
    void add_document(bool first) {
        names_.clear();
        left_ = 4 + random_.below(14);
        bool marker = random_.one_in(3) || (!first && !ended_);
        if ((first || ended_) && random_.one_in(10)) {
            out_ += random_.one_in(3) ? "%YAML 1.2 # version\n" : random_.one_in(2) ? "%YAML 1.1\n" : "%YAML 1.2\n";
            marker = true;
        }
        if (random_.one_in(4)) add_extra_lines();
        ended_ = false;
        if (marker) {
            out_ += "---";
            after_block_text_ = false;
            add_value(-1, After::marker, 0);
        } else {
            add_value(-1, After::nothing, 0);
        }
        builder_.end_document();
        if (random_.one_in(8)) {
            out_ += random_.one_in(4) ? "... # end\n" : "...\n";
            ended_ = true;
            after_block_text_ = false;
            if (random_.one_in(4)) add_extra_lines();
        }
    }

    void use_other_line_ends() {
        const bool all = random_.one_in(2);
        std::string bytes;
        for (const char c : out_) {
            if (c == '\n' && (all || random_.one_in(2))) bytes += '\r';
            bytes += c;
        }
        out_ = std::move(bytes);
    }

    // --- lines
    [[nodiscard]] std::size_t column() const {
        const std::size_t line = out_.rfind('\n');
        return line == std::string::npos ? out_.size() - mark_ : out_.size() - line - 1;
    }
    void indent(std::size_t columns) { out_.append(columns, ' '); }

    void add_blanks() {
        if (random_.one_in(30)) out_ += '\t';
        else if (random_.one_in(30)) out_ += " \t ";
        else indent(1 + (random_.one_in(8) ? random_.below(4) : 0));
    }

    // Blank lines and comments. After a block of text a blank line would belong to it, a deeper comment too.
    void add_extra_lines() {
        for (std::size_t lines = 1 + random_.below(2); lines > 0; --lines) {
            if (after_block_text_ && text_column_ == 0) return;
            if (!after_block_text_ && random_.one_in(2)) {
                if (random_.one_in(4)) indent(random_.below(5));
            } else {
                indent(random_.one_in(2) ? 0 : random_.below(after_block_text_ ? text_column_ : 7));
                out_ += write_comment(random_);
                after_block_text_ = false;
            }
            out_ += '\n';
        }
    }

    void end_line() {
        if (random_.one_in(8)) {
            add_blanks();
            out_ += write_comment(random_);
        } else if (random_.one_in(12)) {
            add_blanks();
        }
        out_ += '\n';
        after_block_text_ = false;
        if (random_.one_in(8)) add_extra_lines();
    }

    // From an indicator to a value that must lie deeper than column `parent`.
    void separate(std::ptrdiff_t parent) {
        if (!random_.one_in(8)) return add_blanks();
        end_line();
        indent(static_cast<std::size_t>(parent + 1) + random_.below(4));
    }

    // --- values
    [[nodiscard]] std::string take_anchor() {
        if (!random_.one_in(10)) return {};
        static constexpr std::array<std::string_view, 8> kEndings = {"", "", "", "", "", "-b", "_c", ".d"};
        std::string name = "a" + std::to_string(names_.size());
        name += random_.pick(kEndings);
        if (random_.one_in(30)) name += "\xC3\xA9";
        return name;
    }
    void keep(const std::string& anchor) {
        if (!anchor.empty()) names_.push_back(anchor);
    }

    // Leaves the place at the beginning of a line.
    void add_value(std::ptrdiff_t parent, After after, std::size_t level) {
        if (left_ > 0) --left_;
        const std::size_t kind = random_.below(level == 0 ? 12 : left_ == 0 ? 24 : 20);
        const bool may_nest = level < kMostLevels && left_ > 0;
        if (may_nest && kind < (level == 0 ? 9 : 6)) return add_block_collection(parent, after, level);
        const bool at_line = after == After::nothing;
        if (at_line) indent(random_.one_in(6) ? random_.below(3) : 0);
        if (kind == 18 && !at_line) return add_empty();
        if (kind == 19 && !names_.empty() && !at_line) return add_alias(parent);
        if (kind == 17 || (kind == 11 && level == 0)) return add_block_text(parent, at_line);

        const std::string anchor = take_anchor();
        if (!at_line) separate(parent);
        if (!anchor.empty()) {
            out_ += "&" + anchor;
            separate(parent);
        }
        if (kind == 16 || kind == 10) {
            add_flow_collection(parent, anchor, level);
        } else {
            add_text({false, false, static_cast<std::size_t>(parent + 1)}, anchor);
        }
        keep(anchor);
        end_line();
    }

    void add_empty() {
        const std::string anchor = take_anchor();
        if (!anchor.empty()) {
            add_blanks();
            out_ += "&" + anchor;
        }
        builder_.add_scalar(Shape::null, {}, anchor);
        keep(anchor);
        end_line();
    }

    void add_alias(std::ptrdiff_t parent) {
        separate(parent);
        const std::string& name = random_.pick(names_);
        out_ += "*" + name;
        static_cast<void>(builder_.add_alias(name));
        end_line();
    }

    void add_text(const TextPlace& place, const std::string& anchor) {
        const std::size_t kind = random_.below(8);
        if (kind < 4) add(Shape::plain, write_plain(random_, place), anchor);
        else if (kind < 6) add(Shape::double_quoted, write_double_quoted(random_, place), anchor);
        else add(Shape::single_quoted, write_single_quoted(random_, place), anchor);
    }
    void add(Shape shape, const WrittenText& text, const std::string& anchor) {
        out_ += text.bytes;
        builder_.add_scalar(shape, text.says, anchor);
    }

    void add_block_text(std::ptrdiff_t parent, bool at_line) {
        const std::string anchor = take_anchor();
        if (!at_line) separate(parent);
        if (!anchor.empty()) {
            out_ += "&" + anchor;
            separate(parent);
        }
        const bool folded = random_.one_in(2);
        out_ += folded ? '>' : '|';
        const std::size_t around = parent < 0 ? 0 : static_cast<std::size_t>(parent);
        const std::size_t digit = random_.one_in(4) ? 1 + random_.below(4) : 0;
        const std::size_t chomping = random_.below(3);  // 1: strip, 2: keep
        const bool digit_first = random_.one_in(2);
        if (digit > 0 && digit_first) out_ += std::to_string(digit);
        if (chomping > 0) out_ += chomping == 1 ? '-' : '+';
        if (digit > 0 && !digit_first) out_ += std::to_string(digit);
        if (random_.one_in(6)) {
            add_blanks();
            out_ += write_comment(random_);
        }
        out_ += '\n';
        const BlockLines block = write_block_lines(random_, digit > 0);
        const bool at_margin = parent < 0 && digit == 0 && random_.one_in(2) && may_stand_at_margin(block);
        const std::size_t margin = at_margin ? 0 : 1 + random_.below(4);
        text_column_ = digit > 0 ? around + digit : parent < 0 ? margin : around + margin;
        add_block_lines(block);
        builder_.add_scalar(folded ? Shape::folded : Shape::literal, says(block, folded, chomping), anchor);
        keep(anchor);
        after_block_text_ = true;
        // Where no line tells how deep the text is, the depth of what is around it counts.
        if (block.lines.empty() && digit == 0) text_column_ = static_cast<std::size_t>(parent + 1);
        if (random_.one_in(8)) add_extra_lines();
    }

    static bool may_stand_at_margin(const BlockLines& block) {
        for (const std::string& line : block.lines) {
            if (line.starts_with("-") || line.starts_with(".") || line.starts_with("%") || line.starts_with("#"))
                return false;
        }
        return true;
    }

    void add_block_lines(const BlockLines& block) {
        for (const std::string& line : block.lines) {
            indent(line.empty() ? random_.below(text_column_ + 1) : text_column_);
            out_ += line + "\n";
        }
        for (std::size_t blank = block.blank_at_end; blank > 0; --blank) {
            if (random_.one_in(3)) indent(random_.below(text_column_ + 1));
            out_ += '\n';
        }
    }

    static std::string says(const BlockLines& block, bool folded, std::size_t chomping) {
        std::string text;
        if (folded) {
            text = fold(block.lines);
        } else {
            for (const std::string& line : block.lines) text += (&line == block.lines.data() ? "" : "\n") + line;
        }
        if (chomping != 1 && !block.lines.empty()) text += '\n';
        if (chomping == 2) text.append(block.blank_at_end, '\n');
        return text;
    }

    // --- lists and maps that are told by their indentation
    void add_block_collection(std::ptrdiff_t parent, After after, std::size_t level) {
        const bool is_list = random_.one_in(3);
        const std::string anchor = after == After::nothing ? std::string() : take_anchor();
        const bool compact = after == After::dash && anchor.empty() && !random_.one_in(4);
        if (compact) {
            indent(1 + (random_.one_in(4) ? random_.below(3) : 0));
        } else {
            if (!anchor.empty()) {
                add_blanks();
                out_ += "&" + anchor;
            }
            if (after != After::nothing) end_line();
            const bool beside = is_list && after == After::key && random_.one_in(2);
            const std::ptrdiff_t least = beside ? parent : parent + 1;
            const std::size_t more = beside       ? 0
                                     : parent < 0 ? (random_.one_in(8) ? random_.below(4) : 0)
                                                  : random_.below(4);
            indent(static_cast<std::size_t>(least) + more);
        }
        builder_.open(is_list ? Shape::list : Shape::map, anchor);
        const std::size_t at = column();
        for (std::size_t left = 1 + random_.below(4); left > 0; --left) {
            if (is_list) {
                out_ += '-';
                add_value(static_cast<std::ptrdiff_t>(at), After::dash, level + 1);
            } else {
                add_entry(at, level);
            }
            if (left > 1) indent(at);
        }
        builder_.close();
        keep(anchor);
    }

    void add_entry(std::size_t at, std::size_t level) {
        const auto parent = static_cast<std::ptrdiff_t>(at);
        if (random_.one_in(12)) return add_explicit_entry(parent, level);
        const std::string anchor = random_.one_in(4) ? take_anchor() : std::string();
        if (!anchor.empty()) {
            out_ += "&" + anchor;
            add_blanks();
        }
        add_text({false, true, 0}, anchor);
        keep(anchor);
        if (random_.one_in(20)) add_blanks();
        out_ += ':';
        add_value(parent, After::key, level + 1);
    }

    void add_explicit_entry(std::ptrdiff_t parent, std::size_t level) {
        out_ += '?';
        if (random_.one_in(4)) {
            add_block_text(parent, false);
        } else {
            separate(parent);
            add_text({false, false, static_cast<std::size_t>(parent + 1)}, {});
            end_line();
        }
        if (random_.one_in(4)) {
            builder_.add_scalar(Shape::null, {});
            return;
        }
        indent(static_cast<std::size_t>(parent));
        out_ += ':';
        after_block_text_ = false;
        add_value(parent, After::dash, level + 1);
    }

    // --- between brackets
    // `needed`: a blank or a line end must come.
    void add_flow_space(std::ptrdiff_t parent, bool needed = false) {
        if (random_.one_in(12)) {
            if (random_.one_in(3)) {
                add_blanks();
                out_ += write_comment(random_);
            }
            out_ += '\n';
            if (random_.one_in(6)) out_ += '\n';
            indent(static_cast<std::size_t>(parent + 1) + random_.below(4));
        } else if (needed || random_.one_in(2)) {
            add_blanks();
        }
    }

    void add_flow_collection(std::ptrdiff_t parent, const std::string& anchor, std::size_t level) {
        const bool is_list = random_.one_in(2);
        builder_.open(is_list ? Shape::list : Shape::map, anchor);
        out_ += is_list ? '[' : '{';
        add_flow_space(parent);
        for (std::size_t left = random_.below(4); left > 0; --left) {
            if (is_list) add_flow_item(parent, level);
            else add_flow_entry(parent, level);
            add_flow_space(parent);
            if (left > 1 || random_.one_in(6)) {
                out_ += ',';
                add_flow_space(parent);
            }
        }
        out_ += is_list ? ']' : '}';
        builder_.close();
    }

    void add_flow_item(std::ptrdiff_t parent, std::size_t level) {
        if (!random_.one_in(8)) return add_flow_value(parent, level);
        builder_.open(Shape::map);
        const bool is_explicit = random_.one_in(4);
        if (is_explicit) add_question(parent);
        add_flow_key(parent, !is_explicit);
        if (!is_explicit || random_.one_in(2)) {
            if (random_.one_in(6)) add_blanks();
            add_flow_colon(parent, level);
        } else {
            builder_.add_scalar(Shape::null, {});
        }
        builder_.close();
    }

    void add_flow_entry(std::ptrdiff_t parent, std::size_t level) {
        if (random_.one_in(16)) add_question(parent);
        add_flow_key(parent, !random_.one_in(8));
        if (random_.one_in(8)) {
            builder_.add_scalar(Shape::null, {});
            return;
        }
        if (random_.one_in(8)) add_flow_space(parent);
        add_flow_colon(parent, level);
    }

    void add_question(std::ptrdiff_t parent) {
        out_ += '?';
        add_flow_space(parent, true);
    }

    void add_flow_key(std::ptrdiff_t parent, bool one_line) {
        const std::size_t begin = out_.size();
        add_text({true, one_line, static_cast<std::size_t>(parent + 1)}, {});
        quoted_key_ = out_[begin] == '"' || out_[begin] == '\'';
    }

    void add_flow_colon(std::ptrdiff_t parent, std::size_t level) {
        out_ += ':';
        if (random_.one_in(8)) {
            builder_.add_scalar(Shape::null, {});
            if (random_.one_in(2)) add_blanks();
            return;
        }
        add_flow_space(parent, !(quoted_key_ && random_.one_in(2)));
        add_flow_value(parent, level);
    }

    void add_flow_value(std::ptrdiff_t parent, std::size_t level) {
        if (left_ > 0) --left_;
        if (!names_.empty() && random_.one_in(10)) {
            const std::string& name = random_.pick(names_);
            out_ += "*" + name;
            static_cast<void>(builder_.add_alias(name));
            return;
        }
        const std::string anchor = take_anchor();
        if (!anchor.empty()) {
            out_ += "&" + anchor;
            add_flow_space(parent, true);
        }
        if (level < kMostLevels && left_ > 0 && random_.one_in(4)) {
            add_flow_collection(parent, anchor, level + 1);
        } else {
            add_text({true, false, static_cast<std::size_t>(parent + 1)}, anchor);
        }
        keep(anchor);
    }

    Random& random_;
    std::string out_;
    std::size_t mark_ = 0;  // bytes of the byte order mark
    ReadingBuilder builder_;
    std::vector<std::string> names_;  // anchors of finished values
    std::size_t left_ = 0;            // values that the document may still get
    bool ended_ = false;              // the last document has its `...`
    bool after_block_text_ = false;   // what was written last: a blank line more would change it
    std::size_t text_column_ = 0;     // of that block of text
    bool quoted_key_ = false;         // a value may stand close to the `:` of the last key
};

}  // namespace

Written generate(Random& random) { return Generator(random).run(); }

}  // namespace ims::test
