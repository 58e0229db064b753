// What single keywords of a JSON Schema say, each read for itself. `place` is what an error names.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace ims::keywords {

// A place in schemas: a file, and the field in it, if it is about one.
struct Place {
    Place(std::string path) : file(std::move(path)) {}  // the file as a whole
    [[nodiscard]] Place field(const std::string& path) const;

    std::string file;
    std::string within;  // as Error::place
};

Error fail(const Place& place, const std::string& reason);
Error wrong_type(std::string_view keyword, const char* right, const Place& place);

// Empty where the keyword is not there, or is no text.
std::string text_of(const Json& json, std::string_view keyword);
// What a keyword that is an object says of a name; empty where it says nothing.
std::string text_of(const Json& json, std::string_view keyword, std::string_view name);
// What people call a field; where its schema does not say, its name in words: `last_check` is "Last check".
std::string title_of(const Json& json, std::string_view name);
// What people call a word of an enumeration that is no synonym; where its schema does not say, the word itself with
// blanks: `not-met` is "not met".
std::string title_of_word(const Json& json, std::string_view word);
// What the keyword lists, nothing where it is not there. One text is a list of one.
Result<Json::List> list_of(const Json& json, std::string_view keyword, const Place& place);
Result<std::vector<std::string>> texts_of(const Json& json, std::string_view keyword, const Place& place);
// False where it is not there.
Result<bool> flag_of(const Json& json, std::string_view keyword, const Place& place);
// Shape::kNoBound where it is not there.
Result<std::int32_t> bound_of(const Json& json, std::string_view keyword, const Place& place);

// What `written` says of the words of an enumeration is about words that it has. `whole` has what a shared shape brings
// along too; the texts of that one may say more, since what stands beside it may leave words out.
Outcome check_words(const Json& written, const Json& whole, const Place& place);

// What people write for a word or a known name, by `x-ims-slips`, and what they mean by it.
struct Slip {
    std::string written;
    std::string meant;
};
// Those are left out that stand for no word here, or are read as they stand: a shared shape may say more.
Result<std::vector<Slip>> slips_of(const Json& json, const Place& place);

// It says which fields there have to be, and nothing else.
bool only_requires(const Json& json);
// A field that is required because another is missing, or is there.
struct Condition {
    std::string field;
    std::string other;
    bool unless = false;
};
// `anyOf` of two that only require a field each; `dependencies`.
Result<std::vector<Condition>> read_conditions(const Json& json, const Place& place);

}  // namespace ims::keywords
