// Text of records in a comment on a pull or merge request: Markdown in which nothing is a mention, a number of another
// request or a command.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ims {

// The first line of every comment, hidden: by it a bot finds its own again, whichever command wrote it.
inline constexpr std::string_view kCommentMarker = "<!-- ims: check -->\n";
inline constexpr std::size_t kMostCommentBytes = 59'000;  // hosts take some 65,000 characters

std::string comment_text(std::string_view text);
// A message, its names between backticks as code; cut where it is too long.
std::string comment_message(std::string_view message);
std::string comment_code(std::string_view text);

}  // namespace ims
