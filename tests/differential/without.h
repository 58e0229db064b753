// Files written without something that readers differ about. All else keeps its meaning, or loses it for all readers
// alike; what the file says may be another thing then, but again the same to all.
#pragma once

#include <string>

namespace ims::test::without {

std::string byte_order_marks(std::string bytes);
std::string tabs(std::string bytes);
std::string blanks_in_blank_lines(std::string bytes);
// U+0085, U+2028 and U+2029.
std::string old_line_ends(std::string bytes);
std::string lone_carriage_returns(std::string bytes);
std::string comment_lines(std::string bytes);
// In names of anchors, what is neither a letter of ASCII, a digit, `-` nor `_`.
std::string unusual_anchors(std::string bytes);
// With them what they name: an alias becomes a text.
std::string anchors(std::string bytes);
// A `?` that is part of a text.
std::string question_marks(std::string bytes);
// A `:` that touches the bracket, comma or value behind it.
std::string close_colons(std::string bytes);
// `\N`, `\_`, `\L`, `\P`
std::string rare_escapes(std::string bytes);
// `\ud83d\ude00`
std::string surrogate_pairs(std::string bytes);
// Blank lines after a `\` at the end of a line.
std::string blank_lines_after_escaped_end(std::string bytes);
// A document without `---` after a `...`, and a `...` that ends none.
std::string bare_documents(std::string bytes);
std::string repeated_versions(std::string bytes);
// Directives after a document that has no `...`: it gets one.
std::string directives_after_text(std::string bytes);
std::string missing_last_line_end(std::string bytes);
// Of all lines that begin with `%`, those that are not `%YAML`.
std::string other_directives(std::string bytes);
std::string tags(std::string bytes);

// These know from our tree what is what.
std::string keys_on_several_lines(std::string bytes);
std::string text_at_margin(std::string bytes);
// Brackets that close, and quotes within a text in quotes, at the beginning of a line.
std::string closers_at_line(std::string bytes);
// A text without quotes that begins with `:`.
std::string leading_colons(std::string bytes);
std::string blank_lines_before_quote(std::string bytes);
std::string kept_line_ends(std::string bytes);

}  // namespace ims::test::without
