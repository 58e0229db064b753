#include "schema/keywords.h"

#include <algorithm>
#include <limits>

#include "schema/schema.h"

namespace ims::keywords {

Place Place::field(const std::string& path) const {
    Place inner = *this;
    inner.within += ", field " + path;
    return inner;
}

Error fail(const Place& place, const std::string& reason) { return {place.file, place.within, reason}; }

Error wrong_type(std::string_view keyword, const char* right, const Place& place) {
    return fail(place, "`" + std::string(keyword) + "` must be " + right);
}

std::string text_of(const Json& json, std::string_view keyword) {
    const Json* const found = json.find(keyword);
    return found != nullptr && found->as_text() != nullptr ? *found->as_text() : std::string();
}

std::string text_of(const Json& json, std::string_view keyword, std::string_view name) {
    const Json* const found = json.find(keyword);
    return found == nullptr ? std::string() : text_of(*found, name);
}

std::string title_of(const Json& json, std::string_view name) {
    std::string title = text_of(json, "title");
    if (!title.empty() || name.empty()) return title;
    title = name;
    std::ranges::replace(title, '_', ' ');
    if (title[0] >= 'a' && title[0] <= 'z') title[0] = static_cast<char>(title[0] - 'a' + 'A');
    return title;
}

std::string title_of_word(const Json& json, std::string_view word) {
    std::string title = text_of(json, "x-ims-titles", word);
    if (!title.empty()) return title;
    title = word;
    for (char& letter : title) {
        if (letter == '-' || letter == '_') letter = ' ';
    }
    return title;
}

Result<Json::List> list_of(const Json& json, std::string_view keyword, const Place& place) {
    const Json* const found = json.find(keyword);
    if (found == nullptr) return Json::List();
    if (found->as_text() != nullptr) return Json::List{*found};
    if (found->as_list() != nullptr) return *found->as_list();
    return wrong_type(keyword, "a list", place);
}

Result<std::vector<std::string>> texts_of(const Json& json, std::string_view keyword, const Place& place) {
    IMS_TRY_ASSIGN(const Json::List items, list_of(json, keyword, place));
    std::vector<std::string> texts;
    for (const Json& item : items) {
        if (item.as_text() == nullptr) return wrong_type(keyword, "a list of texts", place);
        texts.push_back(*item.as_text());
    }
    return texts;
}

Result<bool> flag_of(const Json& json, std::string_view keyword, const Place& place) {
    const Json* const found = json.find(keyword);
    if (found == nullptr) return false;
    if (const auto value = found->as_boolean()) return *value;
    return wrong_type(keyword, "true or false", place);
}

Result<std::int32_t> bound_of(const Json& json, std::string_view keyword, const Place& place) {
    const Json* const found = json.find(keyword);
    if (found == nullptr) return Shape::kNoBound;
    const auto value = found->as_number();
    if (!value) return wrong_type(keyword, "a number", place);
    using Limits = std::numeric_limits<std::int32_t>;
    return static_cast<std::int32_t>(std::clamp<double>(*value, Limits::min(), Limits::max()));
}

namespace {

constexpr const char* kSlips = "x-ims-slips";

// The words of an enumeration, or the names that are known beforehand.
Result<Json::List> words_read(const Json& json, const Place& place) {
    IMS_TRY_ASSIGN(Json::List words, list_of(json, "enum", place));
    IMS_TRY_ASSIGN(const Json::List known, list_of(json, "x-ims-known", place));
    words.insert(words.end(), known.begin(), known.end());
    return words;
}

bool holds(const Json::List& words, const std::string& word) {
    return std::ranges::find(words, Json(word)) != words.end();
}

Outcome check_slips(const Json& written, const Json& whole, const Place& place) {
    const std::string says = "`" + std::string(kSlips) + "` ";
    const Json* const all = written.find(kSlips);
    if (all == nullptr) return Nothing{};
    if (all->as_object() == nullptr) return wrong_type(kSlips, "an object", place);
    IMS_TRY_ASSIGN(const Json::List read, words_read(whole, place));
    std::vector<std::string> seen;
    for (const auto& [meant, list] : *all->as_object()) {
        if (!holds(read, meant)) return fail(place, says + "names what is no word here: " + meant);
        IMS_TRY_ASSIGN(const std::vector<std::string> texts, texts_of(*all, meant, place));
        for (const std::string& each : texts) {
            if (holds(read, each)) return fail(place, says + "has a word that is read as it stands: " + each);
            if (std::ranges::any_of(each, [](char c) { return c >= 'A' && c <= 'Z'; }))
                return fail(place, says + "has words in small letters only, unlike " + each);
            if (std::ranges::find(seen, each) != seen.end()) return fail(place, says + "has two meanings for " + each);
            seen.push_back(each);
        }
    }
    return Nothing{};
}

}  // namespace

Outcome check_words(const Json& written, const Json& whole, const Place& place) {
    IMS_TRY(check_slips(written, whole, place));
    for (const std::string keyword : {"x-ims-values", "x-ims-titles"}) {
        const Json* const texts = written.find(keyword);
        if (texts == nullptr) continue;
        if (texts->as_object() == nullptr) return wrong_type(keyword, "an object", place);
        IMS_TRY_ASSIGN(const Json::List words, list_of(whole, "enum", place));
        for (const auto& [word, text] : *texts->as_object()) {
            if (std::ranges::find(words, Json(word)) == words.end())
                return fail(place, "`" + keyword + "` names what `enum` does not: " + word);
            if (text.as_text() == nullptr) return fail(place, "`" + keyword + "` of " + word + " must be a text");
        }
        if (keyword == "x-ims-values") continue;
        for (const auto& [word, text] : *texts->as_object()) {
            if (const std::string meant = text_of(whole, "x-ims-synonyms", word); !meant.empty())
                return fail(place, "`" + keyword + "` of " + word + " belongs to what it stands for: " + meant);
        }
    }
    return Nothing{};
}

Result<std::vector<Slip>> slips_of(const Json& json, const Place& place) {
    std::vector<Slip> slips;
    const Json* const all = json.find(kSlips);
    if (all == nullptr) return slips;
    IMS_TRY_ASSIGN(const Json::List read, words_read(json, place));
    for (const auto& [meant, list] : *all->as_object()) {
        if (!holds(read, meant)) continue;
        IMS_TRY_ASSIGN(const std::vector<std::string> written, texts_of(*all, meant, place));
        for (const std::string& each : written) {
            if (!holds(read, each)) slips.push_back({each, meant});
        }
    }
    return slips;
}

bool only_requires(const Json& json) { return json.find("required") != nullptr && json.as_object()->size() == 1; }

Result<std::vector<Condition>> read_conditions(const Json& json, const Place& place) {
    IMS_TRY_ASSIGN(const Json::List any, list_of(json, "anyOf", place));
    std::vector<std::string> either;
    for (const Json& each : any) {
        if (!only_requires(each)) continue;
        IMS_TRY_ASSIGN(const std::vector<std::string> names, texts_of(each, "required", place));
        if (names.size() == 1) either.push_back(names[0]);
    }
    if (!either.empty() && (either.size() != 2 || any.size() != 2))
        return fail(place, "`anyOf` may name two fields of which one is required, each by `required` alone");
    std::vector<Condition> conditions;
    if (!either.empty()) conditions = {{either[0], either[1], true}, {either[1], either[0], true}};
    const Json* const dependencies = json.find("dependencies");
    if (dependencies == nullptr) return conditions;
    if (dependencies->as_object() == nullptr) return wrong_type("dependencies", "an object", place);
    for (const auto& [name, value] : *dependencies->as_object()) {
        IMS_TRY_ASSIGN(const std::vector<std::string> needed, texts_of(*dependencies, name, place));
        for (const std::string& field : needed) conditions.push_back({field, name, false});
    }
    return conditions;
}

}  // namespace ims::keywords
