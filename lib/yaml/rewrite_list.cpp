// More items of a list: in brackets, by indentation, or beside a value that stands alone where a list may.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/block_text.h"
#include "yaml/cursor.h"
#include "yaml/lines.h"
#include "yaml/place.h"
#include "yaml/rewrite.h"
#include "yaml/write.h"

namespace ims {

namespace {

std::uint32_t height_of(const YamlTree& tree, NodeId node) {
    std::vector<std::uint32_t> ends;  // of the lists and maps that are open
    std::size_t height = 0;
    for (NodeId inner = node; inner.value < tree.after(node); inner = NodeId(inner.value + 1)) {
        while (!ends.empty() && ends.back() <= inner.value) ends.pop_back();
        if (tree[inner].is_collection()) ends.push_back(tree.after(inner));
        height = std::max(height, ends.size());
    }
    return static_cast<std::uint32_t>(height);
}

NodeId last_item(const YamlTree& tree, NodeId list) {
    NodeId last;
    for (const NodeId item : tree.items(list)) last = item;
    return last;
}

class ItemWriter {
public:
    ItemWriter(const YamlTree& tree, std::string_view bytes, NodeId list, const NewValue& item,
               const std::vector<NewValue>& more)
        : tree_(tree),
          bytes_(bytes),
          list_(list),
          place_(place_of(tree, list)),
          neighbours_(Neighbours(tree, bytes, {list}).in_lists()) {
        items_.push_back(&item);
        for (const NewValue& each : more) items_.push_back(&each);
    }

    Result<TextEdit> write() const {
        const YamlNode& list = tree_[list_];
        if (place_.is_key) return Error{"a key cannot become a list"};
        if (list.type == NodeType::alias) return Error{"the list is an alias; change what it names"};
        std::uint32_t height = list.type == NodeType::list ? 0 : height_of(tree_, list_);
        for (const NewValue* const item : items_) height = std::max(height, height_of(*item));
        if (place_.depth + height > YamlLimits{}.depth) return Error{"the item would be nested too deep"};
        if (list.type != NodeType::list) return write_beside();
        if (!is_bracketed(tree_, list_)) return write_by_indentation();
        IMS_TRY_ASSIGN(const std::vector<std::string> written, each_in_line(true));
        return tree_.after(list_) == list_.value + 1 ? into_empty(joined(written, ", ")) : into_brackets(written);
    }

private:
    [[nodiscard]] Result<std::vector<std::string>> each_in_line(bool in_brackets) const {
        std::vector<std::string> out;
        for (const NewValue* const item : items_) {
            IMS_TRY_ASSIGN(std::string written, write_in_line(*item, in_brackets, neighbours_));
            out.push_back(std::move(written));
        }
        return out;
    }

    static std::string joined(const std::vector<std::string>& items, std::string_view between) {
        std::string out;
        for (const std::string& each : items) {
            if (&each != &items.front()) out += between;
            out += each;
        }
        return out;
    }

    // What stands alone becomes the first item.
    Result<TextEdit> write_beside() const {
        const YamlNode& alone = tree_[list_];
        for (const LeadWord& word : lead_words(bytes_, place_.lead_begin, alone.begin)) {
            if (word.text.find_first_of("&!") == std::string_view::npos) continue;
            return Error{"the value has an anchor or a tag, which would become that of a list"};
        }
        IMS_TRY_ASSIGN(const std::vector<std::string> each, each_in_line(true));
        const std::string written = joined(each, ", ");
        if (alone.type == NodeType::null && alone.begin == alone.end) {
            IMS_TRY_ASSIGN(const std::string_view lead, lead_of_empty(tree_, bytes_, list_, place_));
            return TextEdit{alone.begin, alone.end, std::string(lead) + "[" + written + "]"};
        }
        if (alone.type == NodeType::null) return TextEdit{alone.begin, alone.end, "[" + written + "]"};
        if (alone.type == NodeType::map && !is_bracketed(tree_, list_)) {
            return Error{"a map over several lines stands where the list is to be"};
        }
        IMS_TRY_ASSIGN(const std::string first, alone_in_brackets());
        const std::string_view comment =
            is_block_style(alone.style) ? comment_of_block(bytes_, alone) : std::string_view();
        return TextEdit{alone.begin, alone.end, "[" + first + ", " + written + "]" + std::string(comment)};
    }

    [[nodiscard]] Result<std::string> alone_in_brackets() const {
        const YamlNode& alone = tree_[list_];
        const bool block = is_block_style(alone.style);
        if (alone.type == NodeType::map || (alone.style != ScalarStyle::plain && !block)) {
            return std::string(bytes_.substr(alone.begin, alone.end - alone.begin));
        }
        const std::string_view text = tree_.text(list_, bytes_);
        ScalarHabit habit;
        habit.quotes = prevailing_quotes(tree_);
        habit.type = implied_type(text);
        if (block) habit.style = habit.quotes;
        return write_scalar(text, {true, false}, habit);
    }

    [[nodiscard]] TextEdit into_empty(const std::string& written) const {
        const YamlNode& list = tree_[list_];
        const std::uint32_t inside = list.begin + 1;
        const bool blank =
            bytes_.substr(inside, list.end - 1 - inside).find_first_not_of(' ') == std::string_view::npos;
        return {inside, blank ? list.end - 1 : inside, written};
    }

    [[nodiscard]] TextEdit into_brackets(const std::vector<std::string>& items) const {
        const std::uint32_t last_end = tree_[last_item(tree_, list_)].end;
        const std::uint32_t comma = comma_after(last_end);
        const std::string_view indentation = indentation_of_lines();
        const bool has_comma = comma < tree_[list_].end;
        if (indentation.empty()) {
            const std::string written = joined(items, ", ");
            if (has_comma) return {comma + 1, comma + 1, " " + written + ","};
            // After the `:` of an empty value, a comma might be taken for a part of the key.
            return {last_end, last_end, (bytes_[last_end - 1] == ':' ? " , " : ", ") + written};
        }
        const std::string begin = std::string(usual_line_end(bytes_)) + std::string(indentation);
        const std::string line = begin + joined(items, "," + begin);
        const std::uint32_t after = has_comma ? comma + 1 : last_end;
        const std::uint32_t before_comment = after + blanks_at(after);
        const bool comment = bytes_[before_comment] == '#';
        if (has_comma) {
            const std::uint32_t at = comment ? line_end(bytes_, after) : after;
            return {at, at, line + ","};
        }
        if (!comment) return {after, after, "," + line};
        const std::uint32_t end = line_end(bytes_, after);
        return {after, end, "," + std::string(bytes_.substr(after, end - after)) + line};
    }

    [[nodiscard]] std::uint32_t blanks_at(std::uint32_t at) const {
        const std::size_t next = std::min(bytes_.find_first_not_of(" \t", at), bytes_.size());
        return static_cast<std::uint32_t>(next) - at;
    }

    // The comma that follows the last item of a list in brackets; the end of the list where there is none.
    [[nodiscard]] std::uint32_t comma_after(std::uint32_t at) const {
        const std::uint32_t end = tree_[list_].end;
        for (const LeadWord& word : lead_words(bytes_, at, end - 1)) {
            if (word.text[0] == ',') return word.begin;
        }
        return end;
    }

    // In front of the last item of a list in brackets, if it begins a line of its own.
    [[nodiscard]] std::string_view indentation_of_lines() const {
        const std::uint32_t begin = tree_[last_item(tree_, list_)].begin;
        const std::uint32_t line = line_begin(bytes_, begin);
        const std::uint32_t blanks = blanks_at(line);
        // An anchor may stand before it.
        const std::uint32_t content = line + blanks;
        const bool first = content == begin || bytes_[content] == '&' || bytes_[content] == '!';
        return first && content > tree_[list_].begin ? bytes_.substr(line, blanks) : std::string_view();
    }

    Result<TextEdit> write_by_indentation() const {
        const NodeId last = last_item(tree_, list_);
        IMS_TRY_ASSIGN(const std::uint32_t dash, dash_of(tree_, bytes_, list_, last));
        const std::uint32_t column = dash - line_begin(bytes_, dash);
        std::uint32_t spaces = 1;  // after the dash
        if (const std::uint32_t begin = tree_[last].begin; begin > dash + 1) {
            const std::string_view between = bytes_.substr(dash + 1, begin - dash - 1);
            if (between.find_first_not_of(' ') == std::string_view::npos) spaces = begin - dash - 1;
        }
        std::string line(column, ' ');
        line += "-" + std::string(spaces, ' ');
        const std::string end(usual_line_end(bytes_));
        std::vector<std::string> lines;
        for (const NewValue* const item : items_) {
            IMS_TRY_ASSIGN(const std::string written, by_indentation(*item, end + std::string(line.size(), ' ')));
            lines.push_back(line + written);
        }
        return insert_lines(tree_, bytes_, list_, joined(lines, end));
    }

    [[nodiscard]] Result<std::string> by_indentation(const NewValue& item, const std::string& next_line) const {
        if (item.form == NewValue::Form::map && !item.entries.empty() && !neighbours_.have_braces())
            return write_block_map(item, next_line, neighbours_);
        return write_in_line(item, false, neighbours_);
    }

    const YamlTree& tree_;
    std::string_view bytes_;
    NodeId list_;
    std::vector<const NewValue*> items_;
    NodePlace place_;
    Neighbours neighbours_;
};

}  // namespace

Result<TextEdit> add_item(const YamlTree& tree, std::string_view bytes, NodeId list, const NewValue& item,
                          const std::vector<NewValue>& more) {
    if (!list.known()) return Error{"no value stands at this place"};
    return ItemWriter(tree, bytes, list, item, more).write();
}

}  // namespace ims
