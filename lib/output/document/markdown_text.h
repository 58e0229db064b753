// Text of records in Markdown (GitHub's flavour, as GitLab renders it too): whatever it holds, a reader sees that text
// and nothing else. No mark-up, no HTML, no mention, no end of a table cell, no other line.
#pragma once

#include <string>
#include <string_view>

namespace ims {

// Where on its line a text stands: some characters mean something only where a block begins.
enum class TextPlace { block_start, within };

// The text on one line, white space joined to single blanks, unsafe characters made visible, mark-up escaped. Blanks at
// its ends stay, since it may stand beside other text.
std::string markdown_text(std::string_view raw, TextPlace place);

// A code span; as plain text where a table cell cannot hold such code. Nothing for an empty text.
enum class CodePlace { line, cell };
std::string markdown_code(std::string_view raw, CodePlace place);

// A path as the destination of a link: all that is not plain is percent-encoded.
std::string markdown_path(std::string_view path);
// Likewise an address (`https://…`), whose own signs stay.
std::string markdown_address(std::string_view address);

}  // namespace ims
