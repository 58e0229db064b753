#include "base/glob.h"

#include <algorithm>
#include <vector>

#include "base/text.h"

namespace ims {
namespace {

enum class Kind : unsigned char { literal, one, within_folder, across_folders, any_folders };

struct Token {
    Kind kind;
    char32_t literal = 0;
};

// The code point at `offset`; an invalid byte becomes a number of its own, so that it matches itself alone.
char32_t take(std::string_view text, std::size_t& offset) {
    const CodePoint point = decode_utf8(text, offset);
    const auto byte = static_cast<unsigned char>(text[offset]);
    offset += point.length;
    return point.valid ? point.value : char32_t{0x110000} + byte;
}

std::vector<Token> tokenize(std::string_view pattern) {
    std::vector<Token> tokens;
    if (pattern.starts_with("./")) pattern.remove_prefix(1);
    const bool rooted = pattern.starts_with('/');
    if (rooted) pattern.remove_prefix(1);
    const bool folder = pattern.ends_with('/');
    if (folder) pattern.remove_suffix(1);
    if (!rooted && pattern.find('/') == std::string_view::npos) tokens.push_back({Kind::any_folders});

    for (std::size_t offset = 0; offset < pattern.size();) {
        const bool begins_name = offset == 0 || pattern[offset - 1] == '/';
        if (begins_name && pattern.substr(offset).starts_with("**/")) {
            tokens.push_back({Kind::any_folders});
            offset += 3;
        } else if (pattern[offset] == '*') {
            const std::size_t end = std::min(pattern.find_first_not_of('*', offset), pattern.size());
            tokens.push_back({end - offset > 1 ? Kind::across_folders : Kind::within_folder});
            offset = end;
        } else if (pattern[offset] == '?') {
            tokens.push_back({Kind::one});
            ++offset;
        } else {
            tokens.push_back({Kind::literal, take(pattern, offset)});
        }
    }
    // The folder itself is tried by `matches`.
    if (folder) {
        tokens.push_back({Kind::literal, U'/'});
        tokens.push_back({Kind::across_folders});
    }
    return tokens;
}

}  // namespace

GlobSet::GlobSet(std::span<const std::string> patterns) : nodes_(1) {
    for (const std::string& pattern : patterns) add(pattern);
}

void GlobSet::add(std::string_view pattern) {
    if (pattern.empty()) return;
    std::uint32_t node = 0;
    for (const Token& token : tokenize(pattern)) {
        switch (token.kind) {
            case Kind::literal: node = after_literal(node, token.literal); break;
            case Kind::one: node = after(node, &Node::one, Stays::no); break;
            case Kind::within_folder: node = after(node, &Node::within_folder, Stays::within_folder); break;
            case Kind::across_folders: node = after(node, &Node::across_folders, Stays::always); break;
            case Kind::any_folders:
                node = after(node, &Node::folder_names, Stays::in_folder_names);
                node = after(node, &Node::any_folders, Stays::no);
                break;
        }
    }
    nodes_[node].ends = true;
    if (pattern.ends_with('/')) nodes_[node].ends_as_folder = true;
}

std::uint32_t GlobSet::add_node(Stays stays) {
    nodes_.emplace_back().stays = stays;
    return static_cast<std::uint32_t>(nodes_.size() - 1);
}

std::uint32_t GlobSet::after(std::uint32_t node, std::uint32_t Node::*next, Stays stays) {
    if (nodes_[node].*next == 0) {
        const std::uint32_t added = add_node(stays);
        nodes_[node].*next = added;
    }
    return nodes_[node].*next;
}

std::uint32_t GlobSet::after_literal(std::uint32_t node, char32_t c) {
    if (nodes_[node].literal == 0) {
        nodes_[node].letter = c;
        return after(node, &Node::literal, Stays::no);
    }
    if (nodes_[node].letter == c) return nodes_[node].literal;
    nodes_[node].more_literals = true;
    const auto [place, added] = more_literals_.try_emplace(edge(node, c), 0);
    if (added) place->second = add_node(Stays::no);
    return place->second;
}

bool GlobSet::matches(std::string_view path) {
    if (path.empty()) return false;
    begin_step();
    enter(0);
    now_.swap(next_);
    for (std::size_t offset = 0; offset < path.size() && !now_.empty();) step(take(path, offset));
    if (std::ranges::any_of(now_, [&](std::uint32_t node) { return nodes_[node].ends; })) return true;
    // `drafts/` is the folder `drafts` too, under whichever way the caller names it.
    if (path.ends_with('/')) return false;
    step(U'/');
    return std::ranges::any_of(now_, [&](std::uint32_t node) { return nodes_[node].ends_as_folder; });
}

void GlobSet::begin_step() {
    next_.clear();
    ++round_;
}

void GlobSet::step(char32_t c) {
    begin_step();
    for (const std::uint32_t place : now_) {
        const Node& node = nodes_[place];
        const bool stays = node.stays == Stays::always || (node.stays == Stays::within_folder && c != U'/');
        if (stays) enter(place);
        else if (node.stays == Stays::in_folder_names) put(place);  // only a `/` leads on
        if (node.any_folders != 0 && c == U'/') enter(node.any_folders);
        if (node.one != 0 && c != U'/') enter(node.one);
        if (node.literal != 0 && node.letter == c) enter(node.literal);
        if (!node.more_literals) continue;
        if (const auto found = more_literals_.find(edge(place, c)); found != more_literals_.end()) enter(found->second);
    }
    now_.swap(next_);
}

void GlobSet::put(std::uint32_t place) {
    if (nodes_[place].round == round_) return;
    nodes_[place].round = round_;
    next_.push_back(place);
}

void GlobSet::enter(std::uint32_t place) {
    std::size_t at = next_.size();
    put(place);
    for (; at < next_.size(); ++at) {
        const Node& node = nodes_[next_[at]];
        if (node.stays == Stays::in_folder_names) continue;
        if (node.within_folder != 0) put(node.within_folder);
        if (node.across_folders != 0) put(node.across_folders);
        if (node.folder_names == 0) continue;
        put(node.folder_names);
        put(nodes_[node.folder_names].any_folders);
    }
}

bool glob_matches(std::string_view pattern, std::string_view path) {
    const std::string one(pattern);
    return GlobSet({&one, 1}).matches(path);
}

}  // namespace ims
