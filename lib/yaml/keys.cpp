#include "yaml/keys.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ims {

namespace {

struct Key {
    std::string_view text;
    std::uint32_t node;
};

// Up to here, comparing each with each is faster than sorting.
constexpr std::size_t kFew = 12;

class KeyCheck {
public:
    KeyCheck(const YamlDraft& tree, std::string_view bytes, Problems& problems)
        : tree_(tree), bytes_(bytes), problems_(problems) {}

    void look_at(std::uint32_t map) {
        keys_.clear();
        for (std::uint32_t node = map + 1; node < tree_.nodes[map].next; node = tree_.after(NodeId(node + 1))) {
            const std::string_view text = tree_.text(NodeId(node), bytes_);
            if (text == "<<" && tree_.nodes[node].style == ScalarStyle::plain) {
                problems_.add({Mistake::merge_key, tree_.nodes[node].begin, tree_.nodes[node].end});
            } else {
                keys_.push_back({text, node});
            }
        }
        if (keys_.size() <= kFew) {
            compare_each();
        } else {
            compare_sorted();
        }
    }

private:
    void compare_each() {
        for (std::size_t later = 1; later < keys_.size(); ++later) {
            for (std::size_t earlier = 0; earlier < later; ++earlier) {
                if (keys_[earlier].text != keys_[later].text) continue;
                report(keys_[earlier], keys_[later]);
                break;
            }
        }
    }

    void compare_sorted() {
        std::sort(keys_.begin(), keys_.end(),
                  [](const Key& a, const Key& b) { return a.text != b.text ? a.text < b.text : a.node < b.node; });
        for (std::size_t first = 0, key = 1; key < keys_.size(); ++key) {
            if (keys_[key].text == keys_[first].text) {
                report(keys_[first], keys_[key]);
            } else {
                first = key;
            }
        }
    }

    void report(const Key& first, const Key& again) {
        const YamlNode& node = tree_.nodes[again.node];
        problems_.add({.mistake = Mistake::duplicate_key,
                       .begin = node.begin,
                       .end = node.end,
                       .word_begin = node.text_begin,
                       .word_end = node.text_end,
                       .related_begin = tree_.nodes[first.node].begin,
                       .related_end = tree_.nodes[first.node].end,
                       .word_in_arena = node.text_in_arena});
    }

    const YamlDraft& tree_;
    std::string_view bytes_;
    Problems& problems_;
    std::vector<Key> keys_;
};

}  // namespace

void check_keys(const YamlDraft& tree, std::uint32_t first, std::string_view bytes, Problems& problems) {
    KeyCheck check(tree, bytes, problems);
    for (std::uint32_t node = first; node < tree.nodes.size(); ++node) {
        if (tree.nodes[node].type == NodeType::map) check.look_at(node);
    }
}

}  // namespace ims
