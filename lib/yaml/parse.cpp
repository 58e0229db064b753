// The stage in order: bytes are looked over, documents told apart; each gets its outline, its texts, its keys looked
// at.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

#include "base/room.h"
#include "base/unicode.h"
#include "yaml/alias_values.h"
#include "yaml/compose_texts.h"
#include "yaml/decode.h"
#include "yaml/documents.h"
#include "yaml/keys.h"
#include "yaml/outline.h"
#include "yaml/prescan.h"
#include "yaml/problems.h"
#include "yaml/tree.h"
#include "yaml/unread.h"

namespace ims {

namespace {

class FileReader {
public:
    FileReader(std::string_view bytes, const YamlLimits& limits) : source_(bytes), limits_(limits) {
        tree_.nodes = std::move(room_.items);
    }

    YamlTree read() {
        const Prescan found = prescan(source_, limits_, problems_);
        if (!found.readable) {
            tree_.documents.push_back(
                {NodeId(), 0, static_cast<std::uint32_t>(std::min<std::size_t>(source_.size(), kNoPlace)), true});
            tree_.problems = problems_.take();
            return finished();
        }
        bytes_ = found.replaced.empty() ? source_ : std::string_view(found.replaced);
        composed_ = is_composed(bytes_);
        DocumentSplitter splitter(bytes_, found.begin, problems_);
        for (DocumentPart part; splitter.next(part);) {
            if (!read_conflict(part, found)) read_document(part);
        }
        tree_.problems = problems_.take();
        return finished();
    }

private:
    YamlTree finished() {
        tree_.documents.shrink_to_fit();
        tree_.arena.shrink_to_fit();
        YamlTree tree;
        tree.nodes = PackedNodes(tree_.nodes);
        room_.items = std::move(tree_.nodes);
        tree.documents = std::move(tree_.documents);
        tree.arena = std::move(tree_.arena);
        tree.unread = std::move(tree_.unread);
        tree.problems = std::move(tree_.problems);
        tree.added = tree_.added;
        return tree;
    }

    // A document with a merge conflict is not read; the conflict is said once, though it may run over several
    // documents.
    bool read_conflict(const DocumentPart& part, const Prescan& found) {
        bool any = false;
        for (; conflict_ < found.conflicts.size(); ++conflict_) {
            const ConflictRegion& region = found.conflicts[conflict_];
            if (region.begin >= part.end) break;
            if (region.begin >= part.begin && !any)
                problems_.add({Mistake::conflict_marker, region.begin, region.begin + 7});
            any = true;
            if (region.end >= part.end) break;
        }
        if (any) give_up(part);
        return any;
    }

    void read_document(const DocumentPart& part) {
        const auto first = static_cast<std::uint32_t>(tree_.nodes.size());
        const std::size_t arena = tree_.arena.size();
        // A guess that holds for most records; what is too much is given back at the end.
        if (first == 0) tree_.nodes.reserve((part.end - part.content) / 12 + 8);
        Outline outline(bytes_, limits_, tree_, problems_);
        if (const Trouble trouble = outline.read(part.line, part.content, part.end)) {
            if (!comes_of_replacement(part, *trouble)) problems_.add(*trouble);
            return give_up(part, first, arena);
        }
        decode_texts(bytes_, first, tree_);
        if (bytes_.data() != source_.data()) keep_replaced_texts(first);
        if (!composed_ || !is_composed(std::string_view(tree_.arena).substr(arena)))
            compose_texts(source_, first, tree_);
        if (outline.any_alias() && !count_aliases(part, first)) return give_up(part, first, arena);
        check_keys(tree_, first, source_, problems_);
        const bool empty = tree_.nodes.size() == first;
        tree_.documents.push_back({empty ? NodeId() : NodeId(first), part.begin, part.end, false});
    }

    // Whether what the aliases of a document stand for may be read.
    bool count_aliases(const DocumentPart& part, std::uint32_t first) {
        const Amount added = added_by_aliases(tree_, first);
        const Amount most = limits_.aliases.beside({tree_.nodes.size() - first, part.end - part.begin});
        if (!fits(added, most)) {
            problems_.add(too_much_by_aliases(tree_, Mistake::aliases_too_large, added, most, first));
            return false;
        }
        tree_.added += added;
        return true;
    }

    // Whether a byte was replaced that may have led to the trouble: on its line, or before the text of an earlier line,
    // which it then indents. That byte is reported already.
    [[nodiscard]] bool comes_of_replacement(const DocumentPart& part, const YamlProblem& problem) const {
        if (bytes_.data() == source_.data()) return false;
        const std::size_t line = problem.begin == 0 ? 0 : bytes_.rfind('\n', problem.begin - 1) + 1;
        const std::size_t line_end = std::min(bytes_.find('\n', line), bytes_.size());
        if (bytes_.substr(line, line_end - line) != source_.substr(line, line_end - line)) return true;
        bool indentation = true;
        for (std::size_t at = part.content; at < line; ++at) {
            if (indentation && bytes_[at] != source_[at] && !is_break(bytes_[at])) return true;
            indentation = is_break(bytes_[at]) || (indentation && is_blank(bytes_[at]));
        }
        return false;
    }

    void give_up(const DocumentPart& part, std::size_t nodes, std::size_t arena) {
        tree_.nodes.resize(nodes);
        tree_.arena.resize(arena);
        give_up(part);
    }

    void give_up(const DocumentPart& part) {
        tree_.documents.push_back({NodeId(), part.begin, part.end, true});
        collect_unread(bytes_, part.begin, part.end, tree_.unread);
    }

    // Texts with bytes that were replaced are not what stands in the file.
    void keep_replaced_texts(std::uint32_t first) {
        for (std::size_t index = first; index < tree_.nodes.size(); ++index) {
            YamlNode& node = tree_.nodes[index];
            if (node.type != NodeType::scalar || node.text_in_arena) continue;
            const std::string_view text = bytes_.substr(node.text_begin, node.text_end - node.text_begin);
            if (text == source_.substr(node.text_begin, text.size())) continue;
            node.text_in_arena = true;
            node.text_begin = static_cast<std::uint32_t>(tree_.arena.size());
            tree_.arena += text;
            node.text_end = static_cast<std::uint32_t>(tree_.arena.size());
        }
    }

    std::string_view source_;
    std::string_view bytes_;  // the source, or its copy with bytes replaced
    bool composed_ = true;    // as in nearly all files
    const YamlLimits& limits_;
    Room<YamlNode> room_;  // of the draft
    YamlDraft tree_;
    Problems problems_;
    std::size_t conflict_ = 0;
};

}  // namespace

YamlTree parse_yaml(std::string_view bytes, const YamlLimits& limits) { return FileReader(bytes, limits).read(); }

}  // namespace ims
