// JSON as a value, read from text and written as text. The one that knows nlohmann-json is json.cpp.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace ims {

struct JsonMember;

class Json {
public:
    using List = std::vector<Json>;
    using Object = std::vector<JsonMember>;  // in the order written, each key once

    // In the order of `value_`.
    enum class Type : std::uint8_t { null, boolean, integer, number, text, list, object };

    Json();  // null
    Json(std::nullptr_t);
    // Templates, since a pointer is a bool too.
    template <std::same_as<bool> Boolean>
    Json(Boolean value);
    template <std::integral Integer>
    requires(!std::same_as<Integer, bool>) Json(Integer value);
    Json(double value);
    Json(std::string text);
    Json(std::string_view text);
    Json(const char* text);

    static Json list(std::initializer_list<Json> items = {});
    static Json object(std::initializer_list<JsonMember> members = {});
    // Of any range whose items are JSON.
    template <class Range>
    static Json list_of(const Range& range);

    [[nodiscard]] Type type() const { return static_cast<Type>(value_.index()); }

    // The value where it is of that type, or nothing.
    [[nodiscard]] std::optional<bool> as_boolean() const;
    [[nodiscard]] std::optional<std::int64_t> as_integer() const;
    [[nodiscard]] std::optional<double> as_number() const;  // of an integer too
    [[nodiscard]] const std::string* as_text() const { return std::get_if<std::string>(&value_); }
    [[nodiscard]] const List* as_list() const { return std::get_if<List>(&value_); }
    [[nodiscard]] List* as_list() { return std::get_if<List>(&value_); }
    [[nodiscard]] const Object* as_object() const { return std::get_if<Object>(&value_); }
    [[nodiscard]] Object* as_object() { return std::get_if<Object>(&value_); }

    // The member of that key; nullptr where there is none, or this is no object.
    [[nodiscard]] const Json* find(std::string_view key) const;
    [[nodiscard]] Json* find(std::string_view key);
    // The same, added at the end as null where there is none. Requires: an object, or null, which becomes one.
    Json& operator[](std::string_view key);
    void erase(std::string_view key);
    // At the end. Requires: a list, or null, which becomes one.
    void add(Json item);

    // Objects are equal where their order is too; 1 and 1.0 differ.
    friend bool operator==(const Json& a, const Json& b) = default;

private:
    std::variant<std::nullptr_t, bool, std::int64_t, double, std::string, List, Object> value_;
};

struct JsonMember {
    std::string key;
    Json value;

    friend bool operator==(const JsonMember& a, const JsonMember& b) = default;
};

// Here, where a member is known: some compilers look into the variant as soon as anything makes one.
inline Json::Json() = default;
inline Json::Json(std::nullptr_t) {}
template <std::same_as<bool> Boolean>
Json::Json(Boolean value) : value_(value) {}
template <std::integral Integer>
requires(!std::same_as<Integer, bool>) Json::Json(Integer value) : value_(static_cast<std::int64_t>(value)) {}
inline Json::Json(double value) : value_(value) {}
inline Json::Json(std::string text) : value_(std::move(text)) {}
inline Json::Json(std::string_view text) : value_(std::string(text)) {}
inline Json::Json(const char* text) : value_(std::string(text)) {}

// A key that is written twice has the later value; an integer that does not fit is a number. An error says in which
// line there is no JSON, or that it nests deeper than anybody means.
Result<Json> parse_json(std::string_view text);

enum class JsonLayout : std::uint8_t { compact, indented };  // on one line; or by two blanks, without a line end

// Valid JSON whatever bytes the texts hold: each that is no UTF-8 is written as U+FFFD.
std::string to_text(const Json& json, JsonLayout layout = JsonLayout::compact);

}  // namespace ims

template <class Range>
ims::Json ims::Json::list_of(const Range& range) {
    List items;
    for (const auto& item : range) items.emplace_back(item);
    Json json;
    json.value_ = std::move(items);
    return json;
}
