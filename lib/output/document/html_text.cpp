#include "output/document/html_text.h"

#include "output/document/raw_text.h"

namespace ims {

std::string html_text(std::string_view raw) {
    std::string line = one_line(raw);
    if (line.find_first_of("&<>\"'") == std::string::npos) return line;
    std::string out;
    out.reserve(line.size() + line.size() / 8);
    for (const char c : line) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default: out += c;
        }
    }
    return out;
}

}  // namespace ims
