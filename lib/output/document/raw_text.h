// What the formats of documents do with raw text and addresses before each escapes them in its own way.
#pragma once

#include <string>
#include <string_view>

#include "report/document.h"

namespace ims {

// On one line: white space joined to single blanks, unsafe characters made visible. Blanks at its ends stay, since it
// may stand beside other text.
std::string one_line(std::string_view raw);

// Letters and digits of ASCII and the signs in `kept` stay, every other byte is percent-encoded.
std::string percent_encoded(std::string_view text, std::string_view kept);
// A path as the destination of a link.
std::string encoded_path(std::string_view path);
// Likewise an address (`https://…`), whose own signs stay; no quote, blank or bracket is left.
std::string encoded_address(std::string_view address);

// Whether a link may lead there: to the web or to a mailbox, never to a script or a local file.
bool is_web_address(std::string_view address);

// A table in which people see nothing.
bool is_for_programs(const Block& block);

}  // namespace ims
