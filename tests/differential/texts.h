// Texts for generated YAML: each piece as it is written, with what it says.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "random.h"

namespace ims::test {

// Where a text stands.
struct TextPlace {
    bool in_brackets = false;
    bool one_line = false;        // as a key must be
    std::size_t indentation = 0;  // spaces that its following lines have at least
};

struct WrittenText {
    std::string bytes;  // quotes included
    std::string says;
};

WrittenText write_plain(Random& random, const TextPlace& place);
WrittenText write_single_quoted(Random& random, const TextPlace& place);
WrittenText write_double_quoted(Random& random, const TextPlace& place);

// The lines of a block of text, without indentation; what the text says without its last line end.
struct BlockLines {
    std::vector<std::string> lines;  // the last one holds text
    std::size_t blank_at_end = 0;    // lines without any text that follow
};
BlockLines write_block_lines(Random& random, bool may_begin_with_blank);
std::string fold(const std::vector<std::string>& lines);

// Words for comments, with what would mean something elsewhere.
std::string write_comment(Random& random);

}  // namespace ims::test
