#include "yaml/outline.h"

#include <algorithm>
#include <utility>

#include "base/assert.h"
#include "yaml/unusual.h"

namespace ims {

namespace {

// Levels are read by recursion.
constexpr std::uint32_t kMostLevels = 400;

// What a merge leaves in a file where only a part of it was cleaned away.
bool is_merge_leftover(std::string_view line) {
    return line.starts_with("=======") || line.starts_with(">>>>>>> ") || line.starts_with("||||||| ");
}

// What is wrong with a line as a whole may come of what it begins with.
YamlProblem cause_of(const YamlProblem& problem, Cursor line) {
    const std::size_t begin = problem.begin == 0 ? 0 : line.bytes.rfind('\n', problem.begin - 1) + 1;
    line.begin_line(static_cast<std::uint32_t>(begin));
    if (is_merge_leftover(line.bytes.substr(begin))) return {Mistake::conflict_marker, line.at, line.at + 7};
    line.skip_indentation();
    const bool whole = problem.begin == line.at || problem.mistake == Mistake::missing_blank_after_colon ||
                       problem.mistake == Mistake::equals_sign;
    const UnusualBlank blank = unusual_blank_at(line.bytes, line.at);
    if (!whole || blank.length == 0) return problem;
    return {Mistake::unusual_indentation, line.at, line.at + blank.length, blank.value};
}

}  // namespace

Trouble Outline::read(std::uint32_t line, std::uint32_t begin, std::uint32_t end) {
    cursor_.end = end;
    cursor_.begin_line(line);
    cursor_.at = begin;
    Cursor content = cursor_;
    content.skip_to_content();
    if (content.done()) return {};
    const std::size_t root = tree_.nodes.size();
    // After `---` no mapping or list may begin on the same line.
    if (!block_value(-1, line == begin ? After::dash : After::key, begin)) return std::move(trouble_);
    cursor_.skip_to_content();
    if (cursor_.done()) return {};
    const NodeType type = tree_.nodes[root].type;
    if (!check_comment_above(static_cast<std::uint32_t>(root))) return std::move(trouble_);
    fail_here(type == NodeType::scalar ? Mistake::after_the_value : Mistake::unfitting_indentation);
    return std::move(trouble_);
}

bool Outline::fail(const YamlProblem& problem) {
    trouble_ = is_not_yaml(problem.mistake) ? cause_of(problem, cursor_) : problem;
    return false;
}

bool Outline::fail_here(Mistake mistake) { return fail(problem_here(mistake)); }

YamlProblem Outline::problem_here(Mistake mistake) const {
    Cursor end = cursor_;
    while (!end.at_line_end()) ++end.at;
    while (end.at > cursor_.at && is_blank(end.bytes[end.at - 1])) --end.at;
    return {mistake, cursor_.at, end.at};
}

// The cursor is where a text must begin and cannot.
bool Outline::fail_at_indicator() {
    const std::uint32_t at = cursor_.at;
    switch (cursor_.peek()) {
        case '@':
        case '`': return fail(Mistake::reserved_character, at, at + 1);
        case '%': return fail(Mistake::reserved_percent, at, at + 1);
        case ',': return fail(Mistake::leading_comma, at, at + 1);
        case ']':
        case '}': return fail(Mistake::unopened_bracket, at, at + 1);
        case '#': return fail(Mistake::comment_without_blank, at, at + 1);
        case ':': return fail(Mistake::key_missing, at, at + 1);
        case '|':
        case '>': return fail(Mistake::block_in_brackets, at, at + 1);
        case '?': return fail(Mistake::question_mark, at, at + 1);
        case '-': return fail(Mistake::item_in_brackets, at, at + 1);
        default:
            IMS_ASSERT(cursor_.done() && bracket_ != kNoPlace, "all other signs begin a text or were looked at before");
            return fail(Mistake::bracket_open_at_end, bracket_, bracket_ + 1);
    }
}

std::uint32_t Outline::add(NodeType type, std::uint32_t begin, std::uint32_t end, const Properties& properties) {
    const auto index = static_cast<std::uint32_t>(tree_.nodes.size());
    YamlNode& node = tree_.nodes.emplace_back();
    node.type = type;
    node.begin = begin;
    node.end = end;
    if (!properties.anchor.empty()) {
        node.anchored = true;
        anchors_.define(properties.anchor, index);
    }
    last_end_ = end;
    return index;
}

void Outline::add_scalar(const Scalar& scalar, const Properties& properties) {
    const std::string_view text = cursor_.bytes.substr(scalar.text_begin, scalar.text_end - scalar.text_begin);
    const bool null = scalar.style == ScalarStyle::plain && scalar.one_line && text.size() <= 4 &&
                      (text == "~" || text == "null" || text == "Null" || text == "NULL");
    YamlNode& node = tree_.nodes[add(null ? NodeType::null : NodeType::scalar, scalar.begin, scalar.end, properties)];
    node.style = scalar.style;
    node.text_begin = scalar.text_begin;
    node.text_end = scalar.text_end;
    node.text_in_arena = scalar.decoded;
}

void Outline::add_empty(std::uint32_t place, const Properties& properties) {
    YamlNode& node = tree_.nodes[add(NodeType::null, place, place, properties)];
    node.text_begin = node.text_end = place;
}

bool Outline::open(NodeType type, std::uint32_t begin, const Properties& properties, Collection& collection) {
    const std::uint32_t limit = std::min(limits_.depth, kMostLevels);
    if (++depth_ > limit) return fail({Mistake::too_deep, begin, begin + 1, limit});
    collection.anchor = properties.anchor;
    collection.deepest = std::exchange(deepest_, depth_);
    collection.node = add(type, begin, begin, properties);
    tree_.nodes[collection.node].next = 0;  // still open: an alias to it would stand inside what it names
    return true;
}

void Outline::close(const Collection& collection, std::uint32_t end) {
    YamlNode& node = tree_.nodes[collection.node];
    node.end = last_end_ = end;
    node.next = static_cast<std::uint32_t>(tree_.nodes.size());
    if (node.anchored) anchors_.set_height(collection.anchor, collection.node, deepest_ - depth_ + 1);
    deepest_ = std::max(deepest_, collection.deepest);
    --depth_;
}

void Outline::close_block(const Collection& collection) {
    tree_.nodes[collection.node].begin = tree_.nodes[collection.node + 1].begin;
    close(collection, last_end_);
}

bool Outline::read_property(Properties& properties, Surroundings surroundings) {
    const std::uint32_t begin = cursor_.at++;
    const bool is_tag = cursor_.bytes[begin] == '!';
    // Outside brackets a tag goes on to the next blank: `!Important, read this` is one mistake, not two.
    const bool to_blank = is_tag && (surroundings == Surroundings::block || cursor_.peek() == '<');
    while (!cursor_.separates(0) && (to_blank || !is_bracket_or_comma(cursor_.peek()))) ++cursor_.at;
    const std::string_view written = cursor_.bytes.substr(begin, cursor_.at - begin);
    if (is_tag) {
        const std::uint32_t end = cursor_.at;
        problems_.add({.mistake = Mistake::tag, .begin = begin, .end = end, .word_begin = begin, .word_end = end});
    } else {
        if (written.size() == 1) return fail(Mistake::anchor_without_name, begin, cursor_.at);
        if (surroundings == Surroundings::block && !cursor_.separates(0)) {
            return fail(Mistake::sign_after_anchor, cursor_.at, cursor_.at + 1);
        }
        if (!properties.anchor.empty()) return fail(Mistake::two_anchors, begin, cursor_.at);
        properties.anchor = written.substr(1);
    }
    if (!properties.any()) properties.begin = begin;
    properties.end = cursor_.at;
    return true;
}

bool Outline::join(Properties& outer, const Properties& inner) {
    if (!inner.any()) return true;
    if (!outer.any()) {
        outer = inner;
        return true;
    }
    if (!outer.anchor.empty() && !inner.anchor.empty()) return fail(Mistake::two_anchors, inner.begin, inner.end);
    if (outer.anchor.empty()) outer.anchor = inner.anchor;
    outer.end = inner.end;
    return true;
}

bool Outline::read_alias(const Properties& properties) {
    const std::uint32_t begin = cursor_.at++;
    while (!cursor_.separates(0) && !is_bracket_or_comma(cursor_.peek())) ++cursor_.at;
    const std::uint32_t end = cursor_.at;
    const std::string_view name = cursor_.bytes.substr(begin + 1, end - begin - 1);
    if (name.empty()) return fail(Mistake::alias_without_name, begin, end);
    if (properties.any()) return fail(Mistake::anchored_alias, properties.begin, properties.end);
    const Anchors::Anchor* anchor = anchors_.find(name);
    YamlProblem problem{.begin = begin, .end = end, .word_begin = begin + 1, .word_end = end};
    if (anchor == nullptr) {
        problem.mistake = Mistake::unknown_alias;
        return fail(problem);
    }
    const std::uint32_t next = tree_.after(NodeId(anchor->node));
    if (next == 0) {
        // The anchor ends before its value: the value's first byte tells the place well enough.
        problem.mistake = Mistake::recursive_alias;
        problem.related_begin = tree_.nodes[anchor->node].begin;
        problem.related_end = problem.related_begin + 1;
        return fail(problem);
    }
    if (depth_ + anchor->height > limits_.depth) return fail({Mistake::too_deep, begin, end, limits_.depth});
    deepest_ = std::max(deepest_, depth_ + anchor->height);
    const std::uint32_t target = anchor->node;
    tree_.nodes[add(NodeType::alias, begin, end, {})].text_begin = target;
    any_alias_ = true;
    return true;
}

// A key that begins with what people take for a blank, or for a dash and a blank.
bool Outline::check_blanks(const Scalar& key) {
    if (key.style != ScalarStyle::plain) return true;
    const std::uint32_t at = cursor_.bytes[key.begin] == '-' ? key.begin + 1 : key.begin;
    const UnusualBlank blank = unusual_blank_at(cursor_.bytes, at);
    if (blank.length == 0) return true;
    return fail({Mistake::unusual_blank, at, at + blank.length, blank.value});
}

// A text that is no key since what people take for a blank follows its `:`.
bool Outline::check_colons(const Scalar& text) {
    if (text.style != ScalarStyle::plain) return true;
    for (std::uint32_t at = text.begin + 1; at < text.end; ++at) {
        if (cursor_.bytes[at - 1] != ':') continue;
        const UnusualBlank blank = unusual_blank_at(cursor_.bytes, at);
        if (blank.length > 0) return fail({Mistake::unusual_blank, at, at + blank.length, blank.value});
    }
    return true;
}

bool Outline::check_key(const Scalar& scalar) {
    if (!check_blanks(scalar)) return false;
    if (!scalar.one_line) return fail(Mistake::key_on_several_lines, scalar.begin, scalar.end);
    if (scalar.end - scalar.begin > 1024) return fail(Mistake::key_too_long, scalar.begin, scalar.end);
    return true;
}

}  // namespace ims
