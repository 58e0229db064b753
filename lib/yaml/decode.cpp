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

// In place of a byte that yaml-cpp must not see. It lets control characters pass, and a document has none left.
constexpr char kDisguise = '\x01';

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
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override { take(NodeType::alias); }

    void OnScalar(const YAML::Mark&, const std::string& tag, YAML::anchor_t, const std::string& value) override {
        // With a tag, nothing at all is an empty text.
        const bool empty = next_ < tree_.nodes.size() && tree_.nodes[next_].type == NodeType::null && tag != "?";
        YamlNode& node = take(empty ? NodeType::null : NodeType::scalar);
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
        if (disguised_) std::replace(tree_.arena.begin() + node.text_begin, tree_.arena.end(), kDisguise, '?');
    }

    YamlTree& tree_;
    std::string_view source_;
    std::vector<std::uint32_t> open_;
    std::uint32_t next_;
    bool disguised_;
};

}  // namespace

std::optional<std::uint32_t> decode_texts(std::string_view bytes, std::string_view source, const DocumentPart& part,
                                          const Disguises& disguises, std::uint32_t first, YamlTree& tree) {
    std::string_view content = bytes.substr(part.content, part.end - part.content);
    std::string copy;
    const bool disguised = !disguises.question_marks.empty() || !disguises.tabs.empty();
    if (disguised) {
        copy = content;
        for (const std::uint32_t at : disguises.question_marks) copy[at - part.content] = kDisguise;
        for (const std::uint32_t at : disguises.tabs) copy[at - part.content] = ' ';
        content = copy;
    }
    TextFiller filler(source, disguised, first, tree);
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
