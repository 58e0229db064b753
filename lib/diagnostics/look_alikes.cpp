#include "diagnostics/look_alikes.h"

#include <string>

#include "base/character_names.h"
#include "base/text.h"
#include "base/unicode.h"

namespace ims {

Message character_at(std::string_view text, std::size_t offset, Arena& arena) {
    const std::string name = character_with_article(decode_utf8(text, offset).value);
    if (offset == 0) return make_message(arena, "it begins with {}", plain(name));
    return make_message(arena, "behind {} stands {}", quoted(text.substr(0, offset)), plain(name));
}

Message unseen_character(std::string_view text, Arena& arena) {
    for (std::size_t offset = 0; offset < text.size();) {
        const CodePoint point = decode_utf8(text, offset);
        if (point.value >= 0x80 && character_kind(point.value) == CharacterKind::ignorable)
            return make_message(arena, "{}, which cannot be seen", character_at(text, offset, arena));
        offset += point.length;
    }
    return {};
}

Message how_they_differ(std::string_view word, std::string_view meant, Arena& arena) {
    if (word == meant || folded_file_name(word) == folded_file_name(meant)) return unseen_character(word, arena);
    if (const Message unseen = unseen_character(word, arena); !unseen.empty()) return unseen;
    const Difference found = first_difference(word, meant);
    if (!found.one || !found.other) return {};
    return make_message(arena, "character {0} of {1} is {2}, and of {3} it is {4}", found.place, quoted(word),
                        plain(character_name(*found.one)), quoted(meant), plain(character_name(*found.other)));
}

}  // namespace ims
