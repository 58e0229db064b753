#include "base/json.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "base/json_text.h"

namespace ims {
namespace {

constexpr std::size_t kDeepest = 200;

// Takes what nlohmann-json reads, piece by piece; each answer is whether to go on.
class Reader : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    Json whole;
    std::string trouble;

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(std::int64_t value) override { return put(value); }
    bool number_unsigned(std::uint64_t value) override {
        if (std::in_range<std::int64_t>(value)) return put(static_cast<std::int64_t>(value));
        return put(static_cast<double>(value));
    }
    bool number_float(double value, const std::string&) override { return put(value); }
    bool string(std::string& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return false; }  // not in text
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::list()); }
    bool key(std::string& name) override {
        member_ = &(*open_.back())[name];
        return true;
    }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        // The position is behind what was read last, so a line end that should not be there is not counted.
        const std::size_t before = std::min(text_.size(), position == 0 ? 0 : position - 1);
        const auto line = 1 + std::ranges::count(text_.substr(0, before), '\n');
        trouble = "line " + std::to_string(line) + ": this is not JSON";
        return false;
    }

private:
    Json& place(Json value) {
        if (open_.empty()) return whole = std::move(value);
        if (Json::List* const list = open_.back()->as_list()) return list->emplace_back(std::move(value));
        return *member_ = std::move(value);
    }

    bool put(Json value) {
        place(std::move(value));
        return true;
    }

    bool open(Json empty) {
        // What is open does not move: only the innermost grows.
        open_.push_back(&place(std::move(empty)));
        if (open_.size() <= kDeepest) return true;
        trouble = "lists and objects stand more than " + std::to_string(kDeepest) + " deep in each other";
        return false;
    }

    bool close() {
        open_.pop_back();
        return true;
    }

    std::string_view text_;
    std::vector<Json*> open_;  // from the outermost to the innermost
    Json* member_ = nullptr;   // of the innermost where it is an object: the one whose key was read last
};

std::string dump(const nlohmann::json& json) {
    return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

class Writer {
public:
    Writer(std::string& out, JsonLayout layout) : out_(out), layout_(layout) {}

    void write(const Json& json) {
        switch (json.type()) {
            case Json::Type::null: out_ += "null"; break;
            case Json::Type::boolean: out_ += *json.as_boolean() ? "true" : "false"; break;
            case Json::Type::integer: out_ += std::to_string(*json.as_integer()); break;
            case Json::Type::number: out_ += dump(*json.as_number()); break;
            case Json::Type::text: append_json(out_, *json.as_text()); break;
            case Json::Type::list: write_all('[', *json.as_list(), ']', [&](const Json& item) { write(item); }); break;
            case Json::Type::object:
                write_all('{', *json.as_object(), '}', [&](const JsonMember& member) {
                    append_json(out_, member.key);
                    out_ += layout_ == JsonLayout::compact ? ":" : ": ";
                    write(member.value);
                });
                break;
        }
    }

private:
    template <class Items, class Each>
    void write_all(char first, const Items& items, char last, const Each& write_item) {
        out_ += first;
        depth_ += 2;
        bool comma = false;
        for (const auto& item : items) {
            if (comma) out_ += ',';
            comma = true;
            break_line();
            write_item(item);
        }
        depth_ -= 2;
        if (comma) break_line();
        out_ += last;
    }

    void break_line() {
        if (layout_ == JsonLayout::compact) return;
        out_ += '\n';
        out_.append(depth_, ' ');
    }

    std::string& out_;
    JsonLayout layout_;
    std::size_t depth_ = 0;  // in blanks
};

template <class Object>
auto find_member(Object* object, std::string_view key) {
    const auto found = std::ranges::find(*object, key, &JsonMember::key);
    return found == object->end() ? nullptr : &found->value;
}

// How a character below U+0020, a quote or a backslash is written; nothing for others.
constexpr std::array<std::string_view, 256> kEscapes = [] {
    std::array<std::string_view, 256> all{};
    for (std::size_t code = 0; code < 0x20; ++code) all[code] = "\\u00";
    all['\b'] = "\\b";
    all['\t'] = "\\t";
    all['\n'] = "\\n";
    all['\f'] = "\\f";
    all['\r'] = "\\r";
    all['"'] = "\\\"";
    all['\\'] = "\\\\";
    return all;
}();

}  // namespace

void append_json(std::string& out, std::string_view text) {
    // Whether it is UTF-8 is for the library to say, which writes what is none.
    if (std::ranges::any_of(text, [](char c) { return (c & 0x80) != 0; })) {
        out += dump(std::string(text));
        return;
    }
    out += '"';
    std::size_t written = 0;
    for (std::size_t place = 0; place < text.size(); ++place) {
        const std::string_view escape = kEscapes[static_cast<unsigned char>(text[place])];
        if (escape.empty()) continue;
        out.append(text, written, place - written).append(escape);
        if (escape.size() > 2) {
            constexpr std::string_view kDigits = "0123456789abcdef";
            const auto code = static_cast<unsigned char>(text[place]);
            (out += kDigits[code >> 4U]) += kDigits[code & 15U];
        }
        written = place + 1;
    }
    out.append(text, written) += '"';
}

Json Json::list(std::initializer_list<Json> items) {
    Json json;
    json.value_.emplace<List>(items);
    return json;
}

Json Json::object(std::initializer_list<JsonMember> members) {
    Json json;
    json.value_.emplace<Object>(members);
    return json;
}

std::optional<bool> Json::as_boolean() const {
    const bool* const value = std::get_if<bool>(&value_);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<std::int64_t> Json::as_integer() const {
    const std::int64_t* const value = std::get_if<std::int64_t>(&value_);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

std::optional<double> Json::as_number() const {
    if (const auto integer = as_integer()) return static_cast<double>(*integer);
    const double* const value = std::get_if<double>(&value_);
    return value != nullptr ? std::optional(*value) : std::nullopt;
}

const Json* Json::find(std::string_view key) const {
    const Object* const members = as_object();
    return members == nullptr ? nullptr : find_member(members, key);
}

Json* Json::find(std::string_view key) {
    Object* const members = as_object();
    return members == nullptr ? nullptr : find_member(members, key);
}

Json& Json::operator[](std::string_view key) {
    if (type() == Type::null) value_.emplace<Object>();
    IMS_ASSERT(type() == Type::object, "a member was asked of JSON that is no object");
    if (Json* const found = find(key)) return *found;
    return as_object()->emplace_back(JsonMember{std::string(key), nullptr}).value;
}

void Json::erase(std::string_view key) {
    if (Object* const members = as_object())
        std::erase_if(*members, [&](const JsonMember& member) { return member.key == key; });
}

void Json::add(Json item) {
    if (type() == Type::null) value_.emplace<List>();
    IMS_ASSERT(type() == Type::list, "an item was added to JSON that is no list");
    as_list()->push_back(std::move(item));
}

Result<Json> parse_json(std::string_view text) {
    Reader reader(text);
    if (nlohmann::json::sax_parse(text.begin(), text.end(), &reader)) return std::move(reader.whole);
    return Error{std::move(reader.trouble)};
}

std::string to_text(const Json& json, JsonLayout layout) {
    std::string out;
    Writer(out, layout).write(json);
    return out;
}

}  // namespace ims
