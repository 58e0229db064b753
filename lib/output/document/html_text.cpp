#include "output/document/html_text.h"

#include "output/document/raw_text.h"

namespace ims {

std::string html_text(std::string_view raw) {
    std::string out;
    for (const char c : one_line(raw)) {
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
