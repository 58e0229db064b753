#include "yaml/decode.h"

#include <algorithm>
#include <istream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "base/assert.h"
#include "yaml/scalars.h"

namespace ims {

namespace {

// yaml-cpp drops line breaks before a closing quote, as it must at the end of a block: this keeps them, and is taken
// off again.
constexpr char kLast = '.';

// Texts as the quoted items of one list. A whole file takes yaml-cpp twenty times longer than our outline; few texts
// need it.
class TextList {
public:
    explicit TextList(std::string_view bytes) : bytes_(bytes) {}

    // Gives the place at which the item begins.
    std::size_t add(const YamlNode& node) {
        written_ += "- ";
        const std::size_t begin = written_.size();
        const char quote = node.style == ScalarStyle::double_quoted ? '"' : '\'';
        written_ += quote;
        if (node.style == ScalarStyle::plain) {
            add_plain(bytes_.substr(node.begin, node.end - node.begin));
        } else {
            const std::string_view text = bytes_.substr(node.text_begin, node.text_end - node.text_begin);
            if (quote == '"') add_double_quoted(text);
            else written_ += text;
        }
        written_ += kLast;
        written_ += quote;
        written_ += '\n';
        return begin;
    }

    [[nodiscard]] const std::string& written() const { return written_; }

private:
    // Its lines are folded like those between single quotes.
    void add_plain(std::string_view text) {
        for (const char c : text) written_.append(c == '\'' ? 2 : 1, c);
    }

    // Where yaml-cpp gives no UTF-8 for an escape, or refuses it, another one says the same.
    void add_double_quoted(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t escape = std::min(text.find('\\', at), text.size());
            written_ += text.substr(at, escape - at);
            if (escape == text.size()) break;
            const std::string_view rest = text.substr(escape);
            at = escape + 2;
            if (rest[1] == '_') {
                written_ += "\\xA0";
            } else if (rest[1] == 'N') {
                written_ += "\\x85";
            } else if (rest[1] == 'u' && is_high_surrogate(hex_value(rest.substr(2, 4)))) {
                const std::uint32_t high = hex_value(rest.substr(2, 4)) - 0xd800;
                const std::uint32_t low = hex_value(rest.substr(8, 4)) - 0xdc00;
                written_ += fmt::format("\\U{:08X}", 0x10000 + (high << 10) + low);
                at = escape + 12;
            } else {
                written_ += rest.substr(0, 2);
            }
        }
    }

    std::string_view bytes_;
    std::string written_;
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

struct Item {
    std::size_t begin;  // in the list
    std::uint32_t node;
};

// Hands the texts of the list to the nodes that they come from, told by where they stand in it.
class TextFiller : public YAML::EventHandler {
public:
    TextFiller(const std::vector<Item>& items, std::string_view bytes, YamlDraft& tree)
        : items_(items), bytes_(bytes), tree_(tree) {}

    [[nodiscard]] std::size_t filled() const { return filled_; }

    void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t, const std::string& value) override {
        const bool due = filled_ < items_.size() && items_[filled_].begin == static_cast<std::size_t>(mark.pos);
        IMS_ASSERT(due && value.ends_with(kLast), "yaml-cpp reads the texts that it is given, and no others");
        const std::size_t begin = tree_.arena.size();
        tree_.arena.append(value, 0, value.size() - 1);
        take_text(bytes_, begin, tree_, tree_.nodes[items_[filled_].node]);
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
    const std::vector<Item>& items_;
    std::string_view bytes_;
    YamlDraft& tree_;
    std::size_t filled_ = 0;
};

}  // namespace

void take_text(std::string_view bytes, std::size_t begin, YamlDraft& tree, YamlNode& node) {
    const std::string_view text = std::string_view(tree.arena).substr(begin);
    node.text_in_arena = bytes.substr(node.text_begin, text.size()) != text;
    if (node.text_in_arena) node.text_begin = static_cast<std::uint32_t>(begin);
    node.text_end = node.text_begin + static_cast<std::uint32_t>(text.size());
    if (!node.text_in_arena) tree.arena.resize(begin);
}

void decode_texts(std::string_view bytes, std::uint32_t first, YamlDraft& tree) {
    std::vector<Item> items;
    TextList texts(bytes);
    for (std::uint32_t node = first; node < tree.nodes.size(); ++node) {
        const YamlNode& entry = tree.nodes[node];
        const bool block = entry.style == ScalarStyle::literal || entry.style == ScalarStyle::folded;
        if (entry.text_in_arena && !block) items.push_back({texts.add(entry), node});
    }
    if (items.empty()) return;
    TextFiller filler(items, bytes, tree);
    try {
        MemoryBuffer buffer(texts.written());
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        parser.HandleNextDocument(filler);
    } catch (const std::runtime_error&) {  // what all of yaml-cpp's exceptions derive from
    }
    IMS_ASSERT(filler.filled() == items.size(), "yaml-cpp reads every text that it is given");
}

}  // namespace ims
