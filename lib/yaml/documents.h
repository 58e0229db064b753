// A file's documents, told apart by `---` and `...` at the beginning of a line, so that a mistake in one
// hides none of the others.
#pragma once

#include <cstdint>
#include <string_view>

#include "yaml/cursor.h"
#include "yaml/problems.h"
#include "yaml/tree.h"

namespace ims {

struct DocumentPart {
    std::uint32_t begin = 0;    // with its directives and comments
    std::uint32_t line = 0;     // where the line begins that `content` is on
    std::uint32_t content = 0;  // after `---`
    std::uint32_t end = 0;
};

class DocumentSplitter {
public:
    // Reads from `begin`; what is wrong with the lines between documents goes to `problems`.
    DocumentSplitter(std::string_view bytes, std::uint32_t begin, Problems& problems);

    // The next document; a file without any has one that is empty.
    bool next(DocumentPart& part);

private:
    bool skip_prefix(DocumentPart& part);
    void read_directive();
    void skip_end_marker();
    void find_end(DocumentPart& part);

    Cursor cursor_;
    Problems& problems_;
    std::uint32_t directive_ = kNoPlace;
    bool any_ = false;
};

}  // namespace ims
