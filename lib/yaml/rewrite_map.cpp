// Entries of a map that come, and entries and items that go, each with the lines or the commas that it takes.
#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "yaml/comments.h"
#include "yaml/lines.h"
#include "yaml/neighbours.h"
#include "yaml/place.h"
#include "yaml/rewrite.h"
#include "yaml/write.h"

namespace ims {
namespace {

NewValue map_of(const std::vector<NewEntry>& entries) {
    NewValue map;
    map.form = NewValue::Form::map;
    map.entries = entries;
    return map;
}

// The last entry whose key is among `behind`, else the first. Requires: the map has one.
YamlEntry entry_before(const YamlTree& tree, std::string_view bytes, NodeId map,
                       const std::vector<std::string>& behind) {
    const auto entries = tree.entries(map);
    YamlEntry found = *entries.begin();
    for (const YamlEntry entry : entries) {
        if (std::ranges::find(behind, tree.text(entry.key, bytes)) != behind.end()) found = entry;
    }
    return found;
}

// A `?` before a key may stand on a line above it, where its entry then begins.
bool is_behind_question_mark(const YamlTree& tree, std::string_view bytes, NodeId key) {
    const auto words = lead_words(bytes, place_of(tree, key).lead_begin, tree[key].begin);
    return std::ranges::any_of(words,
                               [](const LeadWord& word) { return word.text.find('?') != std::string_view::npos; });
}

// By how much the lines of a map by indentation are indented; it may begin behind the dashes of items.
Result<std::uint32_t> column_of(const YamlTree& tree, std::string_view bytes, NodeId map) {
    const std::uint32_t begin = tree[map].begin;
    const std::uint32_t line = line_begin(bytes, begin);
    if (bytes.substr(line, begin - line).find_first_not_of("- ") != std::string_view::npos)
        return Error{"the map begins on the line of something else"};
    if (is_behind_question_mark(tree, bytes, NodeId(map.value + 1))) return Error{"its first key stands behind a `?`"};
    return begin - line;
}

// A piece of a list or map, an item or an entry: where its bytes begin, and its first and its last value.
struct Part {
    std::uint32_t begin = 0;
    NodeId first;
    NodeId last;
};

std::vector<Part> parts_of(const YamlTree& tree, NodeId around) {
    std::vector<Part> parts;
    if (tree[around].type == NodeType::map) {
        for (const YamlEntry entry : tree.entries(around))
            parts.push_back({tree[entry.key].begin, entry.key, entry.value});
    } else {
        for (const NodeId item : tree.items(around)) parts.push_back({tree[item].begin, item, item});
    }
    return parts;
}

// In brackets: the commas around it tell what goes; a comment within is somebody's and stays.
Result<TextEdit> remove_from_brackets(const YamlTree& tree, std::string_view bytes, NodeId around,
                                      const std::vector<Part>& parts, std::size_t index) {
    if (parts.size() == 1) return Error{"nothing else stands in the brackets"};
    const bool last = index + 1 == parts.size();
    const std::uint32_t begin = last ? tree[parts[index - 1].last].end : parts[index].begin;
    const std::uint32_t end = last ? tree[parts[index].last].end : parts[index + 1].begin;
    // What stands before it, or before the next one, would be lost or be taken for that of another.
    const std::uint32_t before = index > 0 ? tree[parts[index - 1].last].end : tree[around].begin + 1;
    std::vector<LeadWord> words = lead_words(bytes, before, parts[index].begin);
    std::ranges::copy(lead_words(bytes, tree[parts[index].last].end, end), std::back_inserter(words));
    for (const LeadWord& word : words) {
        if (word.text.find_first_of("&!?") != std::string_view::npos)
            return Error{"an anchor, a tag or a `?` stands beside it"};
    }
    const std::uint32_t text_end = tree[parts[index].last].end;
    const std::uint32_t outside = last ? begin : text_end;
    if (has_comment(bytes.substr(outside, last ? parts[index].begin - begin : end - text_end)))
        return Error{"a comment stands beside it in the brackets"};
    return TextEdit{begin, end, ""};
}

// By indentation: the lines of a part go. The first entry of an item stands behind its dash, where the next one goes.
Result<TextEdit> remove_by_indentation(const YamlTree& tree, std::string_view bytes, NodeId around,
                                       const std::vector<Part>& parts, std::size_t index) {
    const Part& part = parts[index];
    if (tree[around].type == NodeType::list) {
        IMS_TRY_ASSIGN(const std::uint32_t dash, dash_of(tree, bytes, around, part.last));
        return remove_lines(tree, bytes, dash, part.first, part.last);
    }
    if (is_behind_question_mark(tree, bytes, part.first)) return Error{"it stands behind a `?`"};
    const std::uint32_t line = line_begin(bytes, part.begin);
    const std::string_view before = bytes.substr(line, part.begin - line);
    if (index > 0 || before.find_first_not_of(' ') == std::string_view::npos)
        return remove_lines(tree, bytes, part.begin, part.first, part.last);
    if (parts.size() == 1) return Error{"nothing else stands in the map"};
    const std::uint32_t end = tree[part.last].end;
    const std::uint32_t next = parts[1].begin;
    const std::uint32_t own_line = std::min(line_end(bytes, end), next);
    if (before.find_first_not_of("- ") != std::string_view::npos ||
        has_comment(bytes.substr(own_line, next - own_line)))
        return Error{"it shares its line with something else"};
    return TextEdit{part.begin, next, ""};
}

// Nothing that somebody noted there goes unasked.
Result<TextEdit> without_lost_comments(const YamlTree& tree, std::string_view bytes, const Part& part,
                                       const TextEdit& edit, Notes notes) {
    const CommentsSeen seen = comments_within(tree, bytes, edit.begin, edit.end, part.first, part.last);
    if (seen.on_own_line || (seen.behind_value && notes == Notes::stay))
        return Error{"a comment stands in it, and would be lost"};
    return edit;
}

Result<TextEdit> remove_part(const YamlTree& tree, std::string_view bytes, NodeId node, Notes notes) {
    const NodeId around = place_of(tree, node).parent;
    if (!around.known()) return Error{"it is all that stands in its document"};
    const std::vector<Part> parts = parts_of(tree, around);
    const auto found = std::ranges::find_if(parts, [&](const Part& part) {
        return tree[around].type == NodeType::map ? tree.after(node) == part.last.value : part.last == node;
    });
    if (found == parts.end()) return Error{"no entry and no item stands at this place"};
    const auto index = static_cast<std::size_t>(found - parts.begin());
    if (parts.size() == 1) return Error{"nothing else stands beside it"};
    IMS_TRY_ASSIGN(const TextEdit edit, is_bracketed(tree, around)
                                            ? remove_from_brackets(tree, bytes, around, parts, index)
                                            : remove_by_indentation(tree, bytes, around, parts, index));
    return without_lost_comments(tree, bytes, parts[index], edit, notes);
}

}  // namespace

Result<TextEdit> add_entries(const YamlTree& tree, std::string_view bytes, NodeId map,
                             const std::vector<NewEntry>& entries, const std::vector<std::string>& behind) {
    // A list by indentation is written by the bytes of its only item.
    while (map.known() && tree[map].type == NodeType::list && tree.after(map) > map.value + 1 &&
           tree[NodeId(map.value + 1)].begin == tree[map].begin)
        map = NodeId(map.value + 1);
    if (!map.known() || tree[map].type != NodeType::map) return Error{"no map stands at this place"};
    const NewValue added = map_of(entries);
    const NodePlace place = place_of(tree, map);
    if (place.in_brackets && !is_bracketed(tree, map)) return Error{"it stands in brackets without braces of its own"};
    if (place.depth + height_of(added) - 1 > YamlLimits{}.depth) return Error{"the entries would be nested too deep"};
    for (const NewEntry& entry : entries) {
        for (const YamlEntry old : tree.entries(map)) {
            if (tree.text(old.key, bytes) == entry.key) return Error{"the map has a key `" + entry.key + "` already"};
        }
    }
    const Neighbours neighbours(tree, bytes, {map});
    const bool is_empty = tree.after(map) == map.value + 1;
    if (is_bracketed(tree, map)) {
        IMS_TRY_ASSIGN(const std::string braces, write_in_line(added, true, neighbours));
        const std::string inside = braces.substr(1, braces.size() - 2);
        const std::uint32_t begin = tree[map].begin + 1;
        if (is_empty) return TextEdit{begin, begin, inside};
        const std::uint32_t at = tree[entry_before(tree, bytes, map, behind).value].end;
        // Behind the `:` of an empty value a comma might be taken for a part of the key.
        return TextEdit{at, at, (bytes[at - 1] == ':' ? " , " : ", ") + inside};
    }
    IMS_TRY_ASSIGN(const std::uint32_t column, column_of(tree, bytes, map));
    const std::string indentation(column, ' ');
    const std::string line_end = std::string(usual_line_end(bytes)) + indentation;
    IMS_TRY_ASSIGN(const std::string lines, write_block_map(added, line_end, neighbours));
    return insert_lines(tree, bytes, entry_before(tree, bytes, map, behind).value, indentation + lines);
}

Result<TextEdit> remove_entry(const YamlTree& tree, std::string_view bytes, NodeId key, Notes notes) {
    if (!key.known() || !place_of(tree, key).is_key) return Error{"no key stands at this place"};
    return remove_part(tree, bytes, key, notes);
}

Result<TextEdit> remove_item(const YamlTree& tree, std::string_view bytes, NodeId item, Notes notes) {
    if (!item.known()) return Error{"no value stands at this place"};
    const NodeId around = place_of(tree, item).parent;
    if (!around.known() || tree[around].type != NodeType::list) return Error{"no item of a list stands at this place"};
    return remove_part(tree, bytes, item, notes);
}

}  // namespace ims
