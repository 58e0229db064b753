#include "compare/renamed_text.h"

#include "base/text.h"
#include "schema/valid_id.h"

namespace ims {

std::string renamed_in(std::string_view text, std::string_view was, std::string_view is) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const bool begins = at == 0 || !may_stand_in_id(static_cast<unsigned char>(text[at - 1]));
        const std::size_t end = at + was.size();
        if (begins && text.compare(at, was.size(), was) == 0 &&
            (end == text.size() || !may_stand_in_id(decode_utf8(text, end).value))) {
            out += is;
            at = end;
        } else {
            out += text[at++];
        }
    }
    return out;
}

}  // namespace ims
