#include "base/record_name.h"

namespace ims {

std::string RecordName::text() const {
    std::string text;
    text.reserve(folder.size() + kind.size() + id.size() + 2);
    append_to(text);
    return text;
}

void RecordName::append_to(std::string& text) const {
    if (!folder.empty()) text.append(folder).append(1, ':');
    if (known()) text.append(kind).append(1, '/').append(id);
}

std::optional<RecordName> parse_record_name(std::string_view text) {
    RecordName name;
    if (const std::size_t colon = text.find(':'); colon != std::string_view::npos) {
        name.folder = text.substr(0, colon);
        text.remove_prefix(colon + 1);
        if (name.folder.empty()) return std::nullopt;
    }
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    name.kind = text.substr(0, slash);
    name.id = text.substr(slash + 1);
    if (name.kind.empty() || name.id.empty()) return std::nullopt;
    return name;
}

}  // namespace ims
