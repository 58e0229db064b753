// Patterns of `ignore` in ims.yaml and of a schema: `*` stays within a folder, `**` crosses folders (`a/**/b` is `a/b`
// too), `?` is one character, a pattern without `/` matches at any depth, one that ends in `/` matches a folder and all
// below it; a `/` in front ties it to the folder of ims.yaml. Upper and lower case differ.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ims {

// `path` is relative to the folder of ims.yaml and uses `/`; the whole of it must match. An empty pattern matches
// nothing. Time grows with the product of the two lengths for any pattern (no backtracking blow-up).
bool glob_matches(std::string_view pattern, std::string_view path);

// Many patterns at once, for many paths: what patterns begin with alike is tried once, and what a path does not begin
// with is not tried at all.
class GlobSet {
public:
    explicit GlobSet(std::span<const std::string> patterns);
    // Whether any of them matches, as `glob_matches` has it. Not from two threads at once.
    [[nodiscard]] bool matches(std::string_view path);

private:
    // On which characters a place of the patterns holds on.
    enum class Stays : unsigned char { no, within_folder, always, in_folder_names };

    // A place that is reached by what the patterns have in common up to it, and what leads on; 0 where nothing does.
    struct Node {
        char32_t letter = 0;
        std::uint32_t literal = 0;  // by `letter`, the first that was met
        std::uint32_t one = 0;
        std::uint32_t within_folder = 0;
        std::uint32_t across_folders = 0;
        std::uint32_t folder_names = 0;  // within the names of any folders, and from there
        std::uint32_t any_folders = 0;   // behind them
        Stays stays = Stays::no;
        bool more_literals = false;
        bool ends = false;            // a pattern, here
        bool ends_as_folder = false;  // one that ends in `/`
        std::uint64_t round = 0;      // in which it was reached last
    };

    static std::uint64_t edge(std::uint32_t node, char32_t c) { return (std::uint64_t{node} << 32U) | c; }
    void add(std::string_view pattern);
    std::uint32_t add_node(Stays stays);
    std::uint32_t after(std::uint32_t node, std::uint32_t Node::*next, Stays stays);
    std::uint32_t after_literal(std::uint32_t node, char32_t c);
    void begin_step();
    void step(char32_t c);
    void put(std::uint32_t place);
    // Reaches `place`, and those behind it that may match nothing.
    void enter(std::uint32_t place);

    std::vector<Node> nodes_;
    std::unordered_map<std::uint64_t, std::uint32_t> more_literals_;
    std::vector<std::uint32_t> now_;  // all places that the path can have reached
    std::vector<std::uint32_t> next_;
    std::uint64_t round_ = 0;
};

}  // namespace ims
