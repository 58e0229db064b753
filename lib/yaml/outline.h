// One document's structure with the place of every node, read strictly: what YAML 1.2 forbids stops it with a problem
// in plain words, where yaml-cpp would guess. Texts that need decoding are left to decode.h.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/anchors.h"
#include "yaml/cursor.h"
#include "yaml/problems.h"
#include "yaml/scalars.h"
#include "yaml/tree.h"

namespace ims {

class Outline {
public:
    Outline(std::string_view bytes, const YamlLimits& limits, YamlDraft& tree, Problems& problems)
        : limits_(limits), tree_(tree), problems_(problems) {
        cursor_.bytes = bytes;
    }

    // Appends the nodes of a document, or says why it cannot be read; what is wrong otherwise goes to `problems`.
    // `line` is where the line of `begin` begins: the two differ after `---`.
    Trouble read(std::uint32_t line, std::uint32_t begin, std::uint32_t end);
    [[nodiscard]] bool any_alias() const { return any_alias_; }

private:
    // The anchor and tag before a value.
    struct Properties {
        std::string_view anchor;
        std::uint32_t begin = kNoPlace;
        std::uint32_t end = 0;
        [[nodiscard]] bool any() const { return begin != kNoPlace; }
    };
    struct Collection {
        std::string_view anchor;
        std::uint32_t node = 0;
        std::uint32_t deepest = 0;  // what it was outside
    };
    struct FirstKey {
        Properties properties;
        Scalar scalar;
    };
    // What a value follows: a key, after which no list or mapping may begin on the same line; or a `-` or `?`.
    enum class After : std::uint8_t { key, dash };

    // outline.cpp
    bool fail(const YamlProblem& problem);
    bool fail(Mistake mistake, std::uint32_t begin, std::uint32_t end) { return fail({mistake, begin, end}); }
    bool fail_here(Mistake mistake);
    [[nodiscard]] YamlProblem problem_here(Mistake mistake) const;  // from the cursor to the end of its line
    bool fail_at_indicator();
    std::uint32_t add(NodeType type, std::uint32_t begin, std::uint32_t end, const Properties& properties);
    void add_scalar(const Scalar& scalar, const Properties& properties);
    void add_empty(std::uint32_t place, const Properties& properties);
    bool open(NodeType type, std::uint32_t begin, const Properties& properties, Collection& collection);
    void close(const Collection& collection, std::uint32_t end);
    void close_block(const Collection& collection);  // its place is that of its children
    bool read_property(Properties& properties, Surroundings surroundings);
    bool join(Properties& outer, const Properties& inner);
    bool read_alias(const Properties& properties);
    bool check_key(const Scalar& scalar);
    bool check_blanks(const Scalar& key);
    bool check_colons(const Scalar& text);
    [[nodiscard]] bool at_item() const { return cursor_.peek() == '-' && cursor_.separates(1); }
    [[nodiscard]] bool at_explicit_key() const { return cursor_.peek() == '?' && cursor_.separates(1); }

    // outline_block.cpp; `parent` is the column of the list or mapping around, -1 outside all
    bool block_value(std::int64_t parent, After after, std::uint32_t empty_place);
    bool block_content(std::int64_t parent, After after, bool may_open, const Cursor& line_start, Properties& outer,
                       const Properties& inner);
    bool block_text(std::int64_t parent, bool may_open, const Cursor& line_start, Properties& outer,
                    const Properties& inner);
    bool block_list(const Properties& properties, std::uint32_t column, bool column_of_map);
    bool block_map(const Properties& properties, std::uint32_t column, const FirstKey* first);
    bool block_key();
    bool explicit_entry(std::uint32_t column);
    bool after_value(std::uint32_t node);
    bool check_indentation(const Cursor& line_start);
    bool check_own_line(std::uint32_t text);
    bool fail_at_line_without_key(const Cursor& begin);
    bool fail_at_deeper_line(std::uint32_t last_value);
    bool check_comment_above(std::uint32_t last_value);
    bool check_item_sign(bool item_is_due);

    // outline_flow.cpp; `parent` as above, of the block around the outermost bracket
    bool flow_collection(std::int64_t parent, const Properties& properties);
    bool flow_list_entry(std::int64_t parent);
    bool flow_map_entry(std::int64_t parent);
    bool flow_value(std::int64_t parent);
    bool flow_text(std::int64_t parent, Scalar& scalar);
    bool flow_properties(std::int64_t parent, Properties& properties);
    [[nodiscard]] bool at_flow_key_end(const Scalar& scalar) const;
    bool fail_in_brackets();
    bool fail_at_unindented_line();
    bool skip_flow_space(std::int64_t parent);

    const YamlLimits& limits_;
    YamlDraft& tree_;
    Problems& problems_;
    Trouble trouble_;
    Cursor cursor_;
    Anchors anchors_;
    bool any_alias_ = false;
    std::uint32_t depth_ = 0;
    std::uint32_t deepest_ = 0;         // since the innermost anchored collection began
    std::uint32_t last_end_ = 0;        // where the last finished node ends
    std::uint32_t bracket_ = kNoPlace;  // the innermost open bracket
};

}  // namespace ims
