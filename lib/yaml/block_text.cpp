#include "yaml/block_text.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "yaml/cursor.h"
#include "yaml/write.h"

namespace ims {

namespace {

std::string_view block_header(std::string_view bytes, const YamlNode& block) {
    const std::string_view line = bytes.substr(block.begin, block.end - block.begin);
    return line.substr(0, line.find_first_of(" \t\r\n"));
}

std::size_t spaces_at(std::string_view text) { return std::min(text.find_first_not_of(' '), text.size()); }

// With how many blanks the first line begins that holds anything else; none where none does.
std::optional<std::size_t> blanks_of_first_line(std::string_view lines) {
    while (!lines.empty()) {
        const std::string_view line = lines.substr(0, lines.find('\n'));
        const std::size_t spaces = spaces_at(line);
        if (spaces < line.size() && !is_break(line[spaces])) return spaces;
        lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    }
    return {};
}

// The column at which the text of a block begins; none where there is no text. A number on the first line lets it begin
// with blanks of its own, and with lines of blanks.
std::optional<std::size_t> text_column(std::string_view written, std::string_view text) {
    const std::size_t first_line = std::min(written.find('\n'), written.size() - 1) + 1;
    const auto all = blanks_of_first_line(written.substr(first_line));
    const auto own = blanks_of_first_line(text);
    if (!all || !own || *own > *all) return {};
    return *all - *own;
}

std::size_t longest_line(std::string_view written, std::size_t column) {
    std::size_t longest = 0;
    std::size_t lines = 0;
    for (std::size_t at = written.find('\n'); at != std::string_view::npos; ++lines) {
        const std::size_t next = written.find('\n', at + 1);
        longest = std::max(longest, std::min(next, written.size()) - at - 1);
        at = next;
    }
    // A single line tells nothing of where its author would have folded it.
    return lines > 1 && longest > column ? longest - column : std::string_view::npos;
}

std::size_t line_ends_after(std::string_view text) {
    const std::size_t last = text.find_last_not_of('\n');
    return last == std::string_view::npos ? text.size() : text.size() - last - 1;
}

}  // namespace

std::string_view comment_of_block(std::string_view bytes, const YamlNode& block) {
    const std::size_t header = block.begin + block_header(bytes, block).size();
    const std::size_t end = std::min(line_end(bytes, block.begin), block.end);
    const std::string_view rest = bytes.substr(header, end - header);
    return rest.find('#') == std::string_view::npos ? std::string_view() : rest;
}

std::optional<std::string> write_block(const YamlTree& tree, std::string_view bytes, NodeId node,
                                       const NodePlace& place, std::string_view text) {
    const YamlNode& block = tree[node];
    const std::string_view old = tree.text(node, bytes);
    const std::string_view written = bytes.substr(block.begin, block.end - block.begin);
    const std::optional<std::size_t> column = text_column(written, old);
    if (!column || *column == 0) return {};
    const std::string_view header = block_header(bytes, block);
    const bool strip = header.find('-') != std::string_view::npos;
    const bool keep = header.find('+') != std::string_view::npos;
    const std::size_t ends = line_ends_after(text);
    // How the last line of a file without a line end is read differs between readers: the text is given one.
    const bool needs_end = !strip && line_end_at(bytes, block.end).empty();
    if (ends != (strip ? 0 : keep && !needs_end ? line_ends_after(old) : 1)) return {};
    const std::string_view body = text.substr(0, text.size() - ends);
    if (!can_be_block(body, block.style)) return {};
    const std::uint32_t first_end = line_end(bytes, block.begin);
    const std::string_view end = line_end_at(bytes, first_end);
    std::string fresh(bytes.substr(block.begin, first_end - block.begin));
    fresh += write_block_lines(body, block.style, *column, end, longest_line(written, *column));
    if (needs_end) fresh += end;
    if (!reads_as(tree, bytes, node, place, fresh, text)) return {};
    return fresh;
}

bool reads_as(const YamlTree& tree, std::string_view bytes, NodeId node, const NodePlace& place,
              std::string_view written, std::string_view text) {
    // A small document in which the lines of the text stand as deep as they do here.
    const YamlNode& old = tree[node];
    std::string document;
    if (is_block_style(old.style)) {
        // A number on the first line counts from the indentation around.
        const std::string_view header = block_header(bytes, old);
        const std::size_t digit = header.find_first_of("123456789");
        const std::optional<std::size_t> column =
            text_column(bytes.substr(old.begin, old.end - old.begin), tree.text(node, bytes));
        if (!column) return false;
        if (digit != std::string_view::npos) {
            const auto deeper = static_cast<std::size_t>(header[digit] - '0');
            if (!place.at_root) document.append(std::max(*column, deeper) - deeper, ' ');
        }
    }
    if (!place.at_root) document += "- ";
    if (place.in_brackets) document += place.is_key ? '{' : '[';
    const auto begin = static_cast<std::uint32_t>(document.size());
    document += written;
    const auto end = static_cast<std::uint32_t>(document.size());
    if (place.is_key) document += ": x";
    if (place.in_brackets) document += place.is_key ? '}' : ']';
    if (is_block_style(old.style)) {
        const std::uint32_t blank_end = after_blank_lines(bytes, old.end);
        document += bytes.substr(old.end, blank_end - old.end);
    }
    const YamlTree read = parse_yaml(document);
    if (!read.problems.empty() || read.documents.size() != 1 || !read.documents[0].root.known()) return false;
    for (std::size_t index = 0; index < read.nodes.size(); ++index) {
        const NodeId scalar = NodeId::from(index);
        const YamlNode found = read[scalar];
        if (found.begin != begin || found.is_collection()) continue;
        // A line end that was added at the end is no part of the scalar.
        const bool whole =
            found.end == end || (is_block_style(old.style) && document.find_first_not_of("\r\n", found.end) >= end);
        return found.type == NodeType::scalar && found.style == old.style && whole &&
               read.text(scalar, document) == text;
    }
    return false;
}

}  // namespace ims
