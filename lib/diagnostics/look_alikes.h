// Words that look alike and are not the same: by which character they differ, in words.
#pragma once

#include <string_view>

#include "diagnostics/message.h"

namespace ims {

// The first character of `text` that is not to be seen, by name, code point and place; says nothing where there is
// none.
Message unseen_character(std::string_view text, Arena& arena);
// The character of `text` at `offset` in the same way.
Message character_at(std::string_view text, std::size_t offset, Arena& arena);

// By which character `word` differs from `meant`, which looks the same. Says nothing where capitals alone tell them
// apart, which everybody sees.
Message how_they_differ(std::string_view word, std::string_view meant, Arena& arena);

}  // namespace ims
