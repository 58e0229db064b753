#include "edit/compare_trees.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <span>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "diagnostics/voice.h"
#include "yaml/messages.h"

namespace ims {
namespace {

class TreeComparer {
public:
    TreeComparer(const ParsedFile& before, const ParsedFile& after, const std::vector<NodeChange>& changes)
        : before_(before), after_(after), now_(before.tree.nodes.size(), NodeId::kNone) {
        for (const NodeChange& each : changes) {
            changes_.emplace(each.node, &each);
            if (each.entries != nullptr) added_[each.node].push_back(each.entries);
        }
    }

    std::optional<std::string> run() {
        if (!same_problems()) return difference_;
        const auto& documents = before_.tree.documents;
        const auto& others = after_.tree.documents;
        if (documents.size() != others.size())
            return fmt::format("the file would have {} documents instead of {}", others.size(), documents.size());
        for (std::size_t index = 0; index < documents.size(); ++index) {
            if (!same_document(documents[index], others[index])) return difference_;
        }
        if (!same_unread()) return difference_;
        return std::nullopt;
    }

private:
    bool differs(std::string how) {
        difference_ = std::move(how);
        return false;
    }
    // Names the place by the line that it has in the file as it was.
    bool differs(NodeId node, std::string_view how) {
        const auto end = before_.bytes.begin() + before_.tree[node].begin;
        return differs(fmt::format("line {}: {}", std::count(before_.bytes.begin(), end, '\n') + 1, how));
    }

    bool same_problems() {
        using Said = std::vector<std::pair<Mistake, std::string>>;
        const auto said = [](const ParsedFile& file) {
            Said out;
            // How often it was seen besides is left out: there may be fewer.
            for (const YamlProblem& each : file.tree.problems) {
                const std::string_view word = each.word_in_arena ? file.tree.arena : file.bytes;
                out.emplace_back(each.mistake, word.substr(each.word_begin, each.word_end - each.word_begin));
            }
            std::ranges::sort(out);
            return out;
        };
        Said more;
        std::ranges::set_difference(said(after_), said(before_), std::back_inserter(more));
        if (more.empty()) return true;
        const auto found = std::ranges::find(after_.tree.problems, more.front().first, &YamlProblem::mistake);
        Arena arena;
        return differs(for_editors(words_of(*found, after_.tree, after_.bytes, arena).message));
    }

    bool same_document(const YamlDocument& before, const YamlDocument& after) {
        if (before.broken != after.broken)
            return differs(after.broken ? "a document could no longer be read" : "a document could be read at once");
        if (before.root.known() != after.root.known()) return differs("a document would begin or end elsewhere");
        return !before.root.known() || same(before.root, after.root);
    }

    // What is known of documents that could not be read.
    bool same_unread() {
        const auto equal = [](const UnreadLine& a, const UnreadLine& b) {
            return a.key == b.key && a.value == b.value;
        };
        return std::ranges::equal(before_.tree.unread, after_.tree.unread, equal) ||
               differs("a document that cannot be read would change");
    }

    [[nodiscard]] const NodeChange* change_of(NodeId node) const {
        const auto found = changes_.find(node);
        return found == changes_.end() ? nullptr : found->second;
    }

    bool same(NodeId before, NodeId after) {
        now_[before.index()] = after.value;
        const NodeChange* change = change_of(before);
        if (change == nullptr) return same_as_it_was(before, after);
        if (change->entries != nullptr) return has_more_entries(before, after, added_.at(before));
        if (change->value != nullptr)
            return reads_as(after, *change->value) || differs(before, "it would not read as it is to");
        if (change->item == nullptr) return reads(before, after, *change->text);
        std::vector<const NewValue*> items = {change->item};
        if (change->more != nullptr)
            for (const NewValue& each : *change->more) items.push_back(&each);
        return has_more_items(before, after, items);
    }

    bool same_as_it_was(NodeId before, NodeId after) { return same_kind(before, after) && same_inside(before, after); }

    bool same_kind(NodeId before, NodeId after) {
        const YamlNode& was = before_.tree[before];
        const YamlNode& is = after_.tree[after];
        if (was.type != is.type) return differs(before, "something else than a value of its kind would stand there");
        if (was.style != is.style) return differs(before, "its quotes would be others");
        if (was.anchored != is.anchored) return differs(before, "its anchor would change");
        return true;
    }

    bool same_inside(NodeId before, NodeId after) {
        if (before_.tree[before].is_collection()) return same_children(before, after, 0);
        if (before_.tree[before].type == NodeType::alias) {
            const NodeId was = before_.tree.resolved(before);
            return now_[was.index()] == after_.tree.resolved(after).value ||
                   differs(before, "an alias would name another value");
        }
        return before_.tree.text(before, before_.bytes) == after_.tree.text(after, after_.bytes) ||
               differs(before, "it would read differently");
    }

    // Those that go are left out. `more`: how many there are to be after them.
    bool same_children(NodeId before, NodeId after, std::uint32_t more) {
        const bool is_map = before_.tree[before].type == NodeType::map;
        std::uint32_t was = before.value + 1;
        std::uint32_t is = after.value + 1;
        const std::uint32_t was_end = before_.tree.after(before);
        const std::uint32_t is_end = after_.tree.after(after);
        while (was < was_end) {
            if (goes(NodeId(was))) {
                was = before_.tree.after(NodeId(was));
                if (is_map) was = before_.tree.after(NodeId(was));
                continue;
            }
            if (is >= is_end) return differs(before, "something in it would be lost");
            if (!same(NodeId(was), NodeId(is))) return false;
            was = before_.tree.after(NodeId(was));
            is = after_.tree.after(NodeId(is));
        }
        for (; more > 0 && is < is_end; --more) is = after_.tree.after(NodeId(is));
        return (more == 0 && is == is_end) || differs(before, "something else would stand in it");
    }

    [[nodiscard]] bool goes(NodeId node) const {
        const NodeChange* change = change_of(node);
        return change != nullptr && change->goes;
    }

    // What is added at once stands together somewhere in the map, the other entries around it in their order.
    bool has_more_entries(NodeId before, NodeId after, std::vector<const AddEntries*> added) {
        if (!same_kind(before, after)) return false;
        std::vector<YamlEntry> is;
        for (const YamlEntry each : after_.tree.entries(after)) is.push_back(each);
        std::size_t at = 0;
        for (const YamlEntry was : before_.tree.entries(before)) {
            pass_added(is, at, added);
            if (goes(was.key)) continue;
            if (at >= is.size()) return differs(before, "something in it would be lost");
            if (!same(was.key, is[at].key) || !same(was.value, is[at].value)) return false;
            ++at;
        }
        pass_added(is, at, added);
        return (added.empty() && at == is.size()) || differs(before, "what is added to it would not read as it is to");
    }

    // Goes on behind what is added at this place, and takes it off the list.
    void pass_added(const std::vector<YamlEntry>& is, std::size_t& at, std::vector<const AddEntries*>& added) {
        const auto stands_here = [&](const AddEntries* each) {
            const std::size_t count = each->entries.size();
            return count <= is.size() - at && std::ranges::equal(each->entries, std::span(is).subspan(at, count),
                                                                 [&](const NewEntry& entry, const YamlEntry& here) {
                                                                     return reads_as(here, entry);
                                                                 });
        };
        for (auto found = std::ranges::find_if(added, stands_here); found != added.end();
             found = std::ranges::find_if(added, stands_here)) {
            at += (*found)->entries.size();
            added.erase(found);
        }
    }

    bool reads(NodeId before, NodeId after, std::string_view text) {
        const YamlNode& was = before_.tree[before];
        const YamlNode& is = after_.tree[after];
        if (was.anchored != is.anchored) return differs(before, "its anchor would change");
        if (is.type != NodeType::scalar) return differs(before, "no text would stand there");
        const bool quoted = was.style == ScalarStyle::single_quoted || was.style == ScalarStyle::double_quoted;
        if (quoted && is.style == ScalarStyle::plain) return differs(before, "its quotes would be lost");
        return after_.tree.text(after, after_.bytes) == text || differs(before, "it would not read as it is to");
    }

    bool has_more_items(NodeId before, NodeId after, const std::vector<const NewValue*>& items) {
        if (after_.tree[after].type != NodeType::list) return differs(before, "no list would stand there");
        const YamlNode& was = before_.tree[before];
        std::uint32_t last = after.value + 1;
        if (was.type == NodeType::list) {
            const auto more = static_cast<std::uint32_t>(items.size());
            if (!same_kind(before, after) || !same_children(before, after, more)) return false;
            std::vector<NodeId> all;
            for (const NodeId each : after_.tree.items(after)) all.push_back(each);
            last = all[all.size() - items.size()].value;
        } else if (!is_empty(was)) {
            // The one value has become the first of a list.
            if (after_.tree.after(after) == last) return differs(before, "something in it would be lost");
            now_[before.index()] = last;
            // Within brackets it may need quotes.
            const bool kept = was.type == NodeType::scalar
                                  ? reads(before, NodeId(last), before_.tree.text(before, before_.bytes))
                                  : same_as_it_was(before, NodeId(last));
            if (!kept) return false;
            last = after_.tree.after(NodeId(last));
        }
        const std::uint32_t end = after_.tree.after(after);
        for (const NewValue* const item : items) {
            if (last >= end) return differs(before, "nothing would be added to it");
            if (!reads_as(NodeId(last), *item))
                return differs(before, "what is added to it would not read as it is to");
            last = after_.tree.after(NodeId(last));
        }
        return last == end || differs(before, "something else would be added to it too");
    }

    static bool is_empty(const YamlNode& node) { return node.type == NodeType::null; }

    bool reads_as(const YamlEntry& is, const NewEntry& entry) {
        return after_.tree[is.key].type == NodeType::scalar && after_.tree.text(is.key, after_.bytes) == entry.key &&
               reads_as(is.value, entry.value);
    }

    bool reads_as(NodeId node, const NewValue& value) {
        const YamlNode& is = after_.tree[node];
        if (is.anchored) return false;
        switch (value.form) {
            case NewValue::Form::nothing: return is.type == NodeType::null;
            case NewValue::Form::text:
                return is.type == NodeType::scalar && after_.tree.text(node, after_.bytes) == value.text;
            case NewValue::Form::list: {
                if (is.type != NodeType::list) return false;
                std::size_t index = 0;
                for (const NodeId each : after_.tree.items(node)) {
                    if (index == value.items.size() || !reads_as(each, value.items[index++])) return false;
                }
                return index == value.items.size();
            }
            case NewValue::Form::map: {
                if (is.type != NodeType::map) return false;
                std::size_t index = 0;
                for (const YamlEntry& each : after_.tree.entries(node)) {
                    if (index == value.entries.size()) return false;
                    if (!reads_as(each, value.entries[index++])) return false;
                }
                return index == value.entries.size();
            }
        }
        return false;
    }

    const ParsedFile& before_;
    const ParsedFile& after_;
    std::unordered_map<NodeId, const NodeChange*> changes_;
    std::unordered_map<NodeId, std::vector<const AddEntries*>> added_;  // by map
    std::vector<std::uint32_t> now_;  // by NodeId of the file as it was: its node in the file as it is
    std::string difference_;
};

}  // namespace

std::optional<std::string> unexpected_difference(const ParsedFile& before, const ParsedFile& after,
                                                 const std::vector<NodeChange>& changes) {
    return TreeComparer(before, after, changes).run();
}

}  // namespace ims
