// What single keywords of a JSON Schema say, each read for itself. `place` is what an error names: the file and the
// field.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace ims::keywords {

Error fail(const std::string& place, const std::string& reason);
Error wrong_type(std::string_view keyword, const char* right, const std::string& place);

// Empty where the keyword is not there, or is no text.
std::string text_of(const Json& json, std::string_view keyword);
// What the keyword lists, nothing where it is not there. One text is a list of one.
Result<Json::List> list_of(const Json& json, std::string_view keyword, const std::string& place);
Result<std::vector<std::string>> texts_of(const Json& json, std::string_view keyword, const std::string& place);
// False where it is not there.
Result<bool> flag_of(const Json& json, std::string_view keyword, const std::string& place);
// Shape::kNoBound where it is not there.
Result<std::int32_t> bound_of(const Json& json, std::string_view keyword, const std::string& place);

// It says which fields there have to be, and nothing else.
bool only_requires(const Json& json);
// A field that is required because another is missing, or is there.
struct Condition {
    std::string field;
    std::string other;
    bool unless = false;
};
// `anyOf` of two that only require a field each; `dependencies`.
Result<std::vector<Condition>> read_conditions(const Json& json, const std::string& place);

}  // namespace ims::keywords
