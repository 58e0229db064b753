#include "lsp/protocol/json_places.h"

#include <algorithm>

#include "lsp/protocol/client.h"

namespace ims {
namespace {

std::uint32_t count_at(const Json& json, std::string_view key) {
    const Json* const found = json.find(key);
    const auto number = found == nullptr ? std::nullopt : found->as_integer();
    return number ? static_cast<std::uint32_t>(std::clamp<std::int64_t>(*number, 0, 0x7FFFFFFF)) : 0;
}

}  // namespace

TextPosition read_position(const Json& json) { return {count_at(json, "line"), count_at(json, "character")}; }

TextRange read_range(const Json& json) {
    const TextPosition begin = read_position(at(json, {"start"}));
    return {begin, std::max(begin, read_position(at(json, {"end"})))};
}

Json position_json(TextPosition position) {
    return Json::object({{"line", position.line}, {"character", position.character}});
}

Json range_json(const TextRange& range) {
    return Json::object({{"start", position_json(range.begin)}, {"end", position_json(range.end)}});
}

}  // namespace ims
