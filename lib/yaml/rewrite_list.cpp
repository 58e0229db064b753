// One more item of a list: in brackets, by indentation, or beside a value that stands alone where a list may.
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
    ItemWriter(const YamlTree& tree, std::string_view bytes, NodeId list, const NewValue& item)
        : tree_(tree),
          bytes_(bytes),
          list_(list),
          item_(item),
          place_(place_of(tree, list)),
          neighbours_(Neighbours(tree, bytes, {list}).in_lists()) {}

    Result<TextEdit> write() const {
        const YamlNode& list = tree_[list_];
        if (place_.is_key) return Error{"a key cannot become a list"};
        if (list.type == NodeType::alias) return Error{"the list is an alias; change what it names"};
        const std::uint32_t height =
            list.type == NodeType::list ? height_of(item_) : std::max(height_of(item_), height_of(tree_, list_));
        if (place_.depth + height > YamlLimits{}.depth) return Error{"the item would be nested too deep"};
        if (list.type != NodeType::list) return write_beside();
        if (!is_bracketed(tree_, list_)) return write_by_indentation();
        IMS_TRY_ASSIGN(const std::string written, write_in_line(item_, true, neighbours_));
        return tree_.after(list_) == list_.value + 1 ? into_empty(written) : into_brackets(written);
    }

private:
    // What stands alone becomes the first item.
    Result<TextEdit> write_beside() const {
        const YamlNode& alone = tree_[list_];
        for (const LeadWord& word : lead_words(bytes_, place_.lead_begin, alone.begin)) {
            if (word.text.find_first_of("&!") == std::string_view::npos) continue;
            return Error{"the value has an anchor or a tag, which would become that of a list"};
        }
        IMS_TRY_ASSIGN(const std::string written, write_in_line(item_, true, neighbours_));
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

    [[nodiscard]] TextEdit into_brackets(const std::string& written) const {
        const std::uint32_t last_end = tree_[last_item(tree_, list_)].end;
        const std::uint32_t comma = comma_after(last_end);
        const std::string_view indentation = indentation_of_lines();
        const bool has_comma = comma < tree_[list_].end;
        if (indentation.empty()) {
            if (has_comma) return {comma + 1, comma + 1, " " + written + ","};
            // After the `:` of an empty value, a comma might be taken for a part of the key.
            return {last_end, last_end, (bytes_[last_end - 1] == ':' ? " , " : ", ") + written};
        }
        const std::string line = std::string(usual_line_end(bytes_)) + std::string(indentation) + written;
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
        if (item_.form == NewValue::Form::map && !item_.entries.empty() && !neighbours_.have_braces()) {
            const std::string next_line = std::string(usual_line_end(bytes_)) + std::string(line.size(), ' ');
            IMS_TRY_ASSIGN(const std::string map, write_block_map(item_, next_line, neighbours_));
            return insert_lines(tree_, bytes_, list_, line + map);
        }
        IMS_TRY_ASSIGN(const std::string written, write_in_line(item_, false, neighbours_));
        return insert_lines(tree_, bytes_, list_, line + written);
    }

    const YamlTree& tree_;
    std::string_view bytes_;
    NodeId list_;
    const NewValue& item_;
    NodePlace place_;
    Neighbours neighbours_;
};

}  // namespace

Result<TextEdit> add_item(const YamlTree& tree, std::string_view bytes, NodeId list, const NewValue& item) {
    if (!list.known()) return Error{"no value stands at this place"};
    return ItemWriter(tree, bytes, list, item).write();
}

}  // namespace ims
