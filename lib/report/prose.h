// Markdown from records (descriptions, purposes, lessons) read into the pieces that a document knows: paragraphs,
// lists, emphasis, code, links to the web. Everything else (HTML, headings, tables, images) becomes its own plain text,
// so that no record can change the page around it.
#pragma once

#include <string_view>
#include <vector>

#include "report/document.h"

namespace ims {

std::vector<Block> read_prose(std::string_view markdown);

// The pieces of one line: `**strong**`, `*emphasis*`, code between backticks, `[text](https://…)`.
Words read_prose_line(std::string_view markdown);

// A record's text without the full stop at its end, where words follow that have their own.
std::string_view without_stop(std::string_view text);

}  // namespace ims
