#include "yaml/decode.h"

#include <algorithm>
#include <istream>
#include <stdexcept>
#include <streambuf>
#include <string>
#include <vector>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

namespace ims {

namespace {

// Reads memory that others own, without a copy.
class MemoryBuffer : public std::streambuf {
public:
    explicit MemoryBuffer(std::string_view bytes) {
        // Only read: a byte that is put back is the one that stands there.
        char* begin = const_cast<char*>(bytes.data());
        setg(begin, begin, begin + bytes.size());
    }
};

struct Disagreement {};

// Goes through the outline's nodes in step with yaml-cpp's events.
class TextFiller : public YAML::EventHandler {
public:
    TextFiller(std::string_view source, bool disguised, std::uint32_t first, YamlTree& tree)
        : tree_(tree), source_(source), next_(first), disguised_(disguised) {}

    [[nodiscard]] bool finished() const { return next_ == tree_.nodes.size() && open_.empty(); }
    // Where the first node begins that no event was seen for.
    [[nodiscard]] std::uint32_t place() const {
        return tree_.nodes[std::min<std::size_t>(next_, tree_.nodes.size() - 1)].begin;
    }

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override { take(NodeType::null); }
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { throw Disagreement{}; }  // all are disguised

    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t, const std::string& value) override {
        const NodeType expected = next_ < tree_.nodes.size() ? tree_.nodes[next_].type : NodeType::scalar;
        if (expected == NodeType::alias) {
            take(NodeType::alias);
            return;
        }
        // With a tag, `null` is a text.
        YamlNode& node = take(expected == NodeType::null && tag != "?" ? NodeType::null : NodeType::scalar);
        if (node.text_in_arena) {
            fill(node, value);
        } else if (value.size() != node.text_end - node.text_begin) {
            throw Disagreement{};
        }
    }

    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        open_.push_back(next_);
        take(NodeType::list);
    }
    void OnSequenceEnd() override { leave(); }
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
        open_.push_back(next_);
        take(NodeType::map);
    }
    void OnMapEnd() override { leave(); }

private:
    YamlNode& take(NodeType type) {
        if (next_ >= tree_.nodes.size() || tree_.nodes[next_].type != type) throw Disagreement{};
        return tree_.nodes[next_++];
    }

    void leave() {
        if (open_.empty() || tree_.nodes[open_.back()].next != next_) throw Disagreement{};
        open_.pop_back();
    }

    void fill(YamlNode& node, const std::string& value) {
        if (source_.substr(node.text_begin, value.size()) == value) {
            node.text_in_arena = false;
            node.text_end = node.text_begin + static_cast<std::uint32_t>(value.size());
            return;
        }
        node.text_begin = static_cast<std::uint32_t>(tree_.arena.size());
        tree_.arena += value;
        node.text_end = static_cast<std::uint32_t>(tree_.arena.size());
        if (disguised_)
            std::replace(tree_.arena.begin() + node.text_begin, tree_.arena.end(), kDisguisedCharacter, '?');
    }

    YamlTree& tree_;
    std::string_view source_;
    std::vector<std::uint32_t> open_;
    std::uint32_t next_;
    bool disguised_;
};

// Whether the document is a text after `|` or `>` that begins at column 0: yaml-cpp wants it deeper.
bool is_block_at_margin(const YamlNode& root, std::string_view bytes) {
    const bool block = root.style == ScalarStyle::literal || root.style == ScalarStyle::folded;
    return block && root.text_begin < root.end && bytes[root.text_begin - 1] == '\n';
}

std::string indented(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += c;
        if (c == '\n') result += ' ';
    }
    return result;
}

}  // namespace

std::optional<std::uint32_t> decode_texts(std::string_view bytes, std::string_view source, const DocumentPart& part,
                                          const Disguises& disguises, std::uint32_t first, YamlTree& tree) {
    std::string_view content = bytes.substr(part.content, part.end - part.content);
    std::string copy;
    const bool at_margin = is_block_at_margin(tree.nodes[first], bytes);
    if (!disguises.empty() || at_margin) {
        copy = content;
        for (const auto& [begin, end, with] : disguises) {
            std::fill(copy.begin() + (begin - part.content), copy.begin() + (end - part.content), with);
        }
        if (at_margin) copy = indented(copy);
        content = copy;
    }
    TextFiller filler(source, !disguises.empty(), first, tree);
    try {
        MemoryBuffer buffer(content);
        std::istream stream(&buffer);
        YAML::Parser parser(stream);
        if (parser.HandleNextDocument(filler) && filler.finished() && !parser.HandleNextDocument(filler)) return {};
    } catch (const YAML::Exception& error) {
        if (!error.mark.is_null()) return std::min(part.content + static_cast<std::uint32_t>(error.mark.pos), part.end);
    } catch (const std::runtime_error&) {
    } catch (const Disagreement&) {
    }
    return filler.place();
}

}  // namespace ims
