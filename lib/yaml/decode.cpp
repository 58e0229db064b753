#include "yaml/decode.h"

#include <algorithm>
#include <cstddef>
#include <istream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

#include "yaml/cursor.h"

namespace ims {

namespace {

// Texts as the items of one list. A whole file takes yaml-cpp twenty times longer than our outline; few texts need it.
class TextList {
public:
    TextList(std::string_view bytes, std::uint32_t end) : bytes_(bytes), end_(end) {}

    void add(const YamlNode& node) {
        written_ += "- ";
        if (node.style == ScalarStyle::plain) {
            add_lines(node.begin, node.end, 0, 1);
        } else if (node.style == ScalarStyle::literal || node.style == ScalarStyle::folded) {
            add_block(node);
        } else {
            written_ += bytes_.substr(node.begin, node.end - node.begin);
        }
        if (!open_ended_ && written_.back() != '\n') written_ += '\n';
    }

    [[nodiscard]] const std::string& written() const { return written_; }

private:
    // Each line but the first gets `add` spaces more, or loses up to `drop`: where the text stood it was deeper
    // than what is around it, and so it must be here.
    void add_lines(std::size_t begin, std::size_t end, std::size_t drop, std::size_t add) {
        for (std::size_t at = begin; at < end;) {
            const std::size_t line_end = std::min(bytes_.find('\n', at), end - 1) + 1;
            if (at > begin) {
                written_.append(add, ' ');
                for (std::size_t dropped = 0; dropped < drop && at < line_end && bytes_[at] == ' '; ++dropped) ++at;
            }
            written_ += bytes_.substr(at, line_end - at);
            at = line_end;
        }
    }

    // A number after `|` or `>` counts from the indentation around, and blank lines at the end may be part of the text.
    void add_block(const YamlNode& node) {
        const std::size_t last_line = bytes_.find('\n', node.end);
        std::size_t end = std::min<std::size_t>(last_line, end_ - 1) + 1;
        open_ended_ = last_line >= end_;
        for (Cursor next = at(end); !next.done();) {
            while (next.peek() == ' ') ++next.at;
            if (!next.at_line_end()) break;
            open_ended_ = next.done();
            if (!next.done()) next.enter_next_line();
            end = next.at;
        }
        const std::string_view header =
            bytes_.substr(node.begin, bytes_.find_first_of(" \t\r\n", node.begin) - node.begin);
        const std::size_t digit = header.find_first_of("123456789");
        if (digit == std::string_view::npos || node.text_begin >= node.end) {
            add_lines(node.begin, end, 0, 1);
        } else {
            const std::size_t column = node.text_begin - (bytes_.rfind('\n', node.text_begin - 1) + 1);
            add_lines(node.begin, end, column - static_cast<std::size_t>(header[digit] - '0'), 0);
        }
    }

    [[nodiscard]] Cursor at(std::size_t place) const {
        Cursor cursor;
        cursor.bytes = bytes_;
        cursor.end = end_;
        cursor.begin_line(static_cast<std::uint32_t>(place));
        return cursor;
    }

    std::string_view bytes_;
    std::uint32_t end_;
    std::string written_;
    bool open_ended_ = false;  // the document ends within the last text
};

// Reads memory that others own, without a copy.
class MemoryBuffer : public std::streambuf {
public:
    explicit MemoryBuffer(std::string_view bytes) {
        // Only read: a byte that is put back is the one that stands there.
        char* begin = const_cast<char*>(bytes.data());
        setg(begin, begin, begin + bytes.size());
    }
};

// Hands the texts of the list to the nodes that they come from.
class TextFiller : public YAML::EventHandler {
public:
    TextFiller(const std::vector<std::uint32_t>& nodes, std::string_view source, YamlTree& tree)
        : nodes_(nodes), source_(source), tree_(tree) {}

    [[nodiscard]] std::size_t filled() const { return filled_; }

    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string& value) override {
        if (filled_ < nodes_.size()) fill(tree_.nodes[nodes_[filled_]], value);
        ++filled_;
    }
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

private:
    void fill(YamlNode& node, const std::string& value) {
        if (source_.substr(node.text_begin, value.size()) == value) {
            node.text_in_arena = false;
            node.text_end = node.text_begin + static_cast<std::uint32_t>(value.size());
            return;
        }
        node.text_begin = static_cast<std::uint32_t>(tree_.arena.size());
        tree_.arena += value;
        node.text_end = static_cast<std::uint32_t>(tree_.arena.size());
    }

    const std::vector<std::uint32_t>& nodes_;
    std::string_view source_;
    YamlTree& tree_;
    std::size_t filled_ = 0;
};

}  // namespace

NodeId decode_texts(std::string_view bytes, std::uint32_t end, std::string_view source, std::uint32_t first,
                    YamlTree& tree) {
    std::vector<std::uint32_t> nodes;
    TextList texts(bytes, end);
    for (std::uint32_t node = first; node < tree.nodes.size(); ++node) {
        if (!tree.nodes[node].text_in_arena) continue;
        nodes.push_back(node);
        texts.add(tree.nodes[node]);
    }
    if (nodes.empty()) return {};
    TextFiller filler(nodes, source, tree);
    try {
        MemoryBuffer buffer(texts.written());
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(filler);
    } catch (const std::runtime_error&) {  // what all of yaml-cpp's exceptions derive from
    }
    return filler.filled() == nodes.size() ? NodeId() : NodeId(nodes[std::min(filler.filled(), nodes.size() - 1)]);
}

}  // namespace ims
