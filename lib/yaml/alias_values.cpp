#include "yaml/alias_values.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

namespace ims {
namespace {

constexpr std::size_t kLongestName = 1024;

struct WrittenOut {
    std::vector<Amount> sizes;  // of each node: itself and all below it; an alias counts for one value besides
    Amount all;
    Amount before;  // as it stands in the file
    [[nodiscard]] Amount added() const { return {all.values - before.values, all.bytes - before.bytes}; }
};

template <class Nodes>
WrittenOut write_out(const YamlTreeOf<Nodes>& tree, std::uint32_t first) {
    WrittenOut out;
    out.sizes.resize(tree.nodes.size() - first);
    std::vector<std::uint32_t> open;  // the lists and maps around
    const auto finish = [&](std::uint32_t node) {
        (open.empty() ? out.all : out.sizes[open.back() - first]) += out.sizes[node - first];
    };
    const auto close = [&](std::uint32_t next) {
        while (!open.empty() && tree.after(NodeId(open.back())) <= next) {
            const std::uint32_t inner = open.back();
            open.pop_back();
            finish(inner);
        }
    };
    for (std::uint32_t index = first; index < tree.nodes.size(); ++index) {
        close(index);
        const YamlNode& node = tree.nodes[index];
        Amount itself{1, 0};
        if (node.type == NodeType::scalar || node.type == NodeType::null)
            itself.bytes = node.text_end - node.text_begin;
        out.before += itself;
        // What an alias names ends before it, so what that holds is known by now.
        if (node.type == NodeType::alias) itself += out.sizes[node.text_begin - first];
        out.sizes[index - first] += itself;
        if (node.is_collection()) open.push_back(index);
        else finish(index);
    }
    close(static_cast<std::uint32_t>(tree.nodes.size()));
    return out;
}

}  // namespace

template <class Nodes>
Amount added_by_aliases(const YamlTreeOf<Nodes>& tree, std::uint32_t first) {
    return write_out(tree, first).added();
}
template Amount added_by_aliases(const YamlTree&, std::uint32_t);
template Amount added_by_aliases(const YamlDraft&, std::uint32_t);

template <class Nodes>
YamlProblem too_much_by_aliases(const YamlTreeOf<Nodes>& tree, Mistake mistake, const Amount& all, const Amount& most,
                                std::uint32_t first) {
    const WrittenOut out = write_out(tree, first);
    const Amount here = out.added();
    const bool of_text = is_too_much_text(all, here, most);
    const auto told = [&](const Amount& amount) { return of_text ? amount.bytes : amount.values; };
    YamlProblem problem{.mistake = mistake, .of_text = of_text};
    problem.number = told(here);
    problem.most = told(most);
    problem.in_all = told(all);
    struct Use {
        std::uint32_t alias;  // the first one
        Amount added;
    };
    std::map<std::uint32_t, Use> uses;  // by what is named
    for (std::uint32_t index = first; index < tree.nodes.size(); ++index) {
        if (tree.nodes[index].type != NodeType::alias) continue;
        const std::uint32_t target = tree.nodes[index].text_begin;
        uses.try_emplace(target, Use{index, {}}).first->second.added += out.sizes[target - first];
    }
    const auto largest = std::ranges::max_element(uses, {}, [&](const auto& use) { return told(use.second.added); });
    if (largest == uses.end()) return problem;
    const YamlNode& alias = tree.nodes[largest->second.alias];
    problem.begin = alias.begin;
    problem.word_begin = alias.begin + 1;
    problem.end = problem.word_end = alias.end;
    return problem;
}
template YamlProblem too_much_by_aliases(const YamlTree&, Mistake, const Amount&, const Amount&, std::uint32_t);
template YamlProblem too_much_by_aliases(const YamlDraft&, Mistake, const Amount&, const Amount&, std::uint32_t);

YamlTree unread_tree(const YamlTree& tree, std::string_view bytes, const YamlProblem& problem) {
    YamlTree result;
    result.documents = tree.documents;
    result.arena = tree.arena;  // words of problems stand there
    result.unread = tree.unread;
    result.problems = tree.problems;
    result.problems.push_back(problem);
    for (YamlDocument& document : result.documents) {
        if (document.root.known() && tree[document.root].type == NodeType::map) {
            for (const auto [key, value] : tree.entries(document.root)) {
                const NodeId target = tree.resolved(value);
                if (tree[target].type != NodeType::scalar) continue;
                // No record is called so, and aliases may repeat it in thousands of lines.
                if (target != value && tree.text(target, bytes).size() > kLongestName) continue;
                result.unread.push_back({std::string(tree.text(tree.resolved(key), bytes)),
                                         std::string(tree.text(target, bytes)), tree[target].begin, tree[target].end});
            }
        }
        document.root = {};
        document.broken = true;
    }
    std::ranges::stable_sort(result.unread, {}, &UnreadLine::begin);
    std::ranges::stable_sort(result.problems, {}, &YamlProblem::begin);
    return result;
}

}  // namespace ims
