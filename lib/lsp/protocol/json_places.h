// Places as they stand in messages.
#pragma once

#include "base/json.h"
#include "lsp/protocol/text_place.h"

namespace ims {

// The beginning of the text where it is none.
TextPosition read_position(const Json& json);
TextRange read_range(const Json& json);
Json position_json(TextPosition position);
Json range_json(const TextRange& range);

}  // namespace ims
