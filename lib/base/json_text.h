// JSON written straight into a text, piece by piece, where a value (json.h) would only be made to be written and thrown
// away. Commas follow by themselves; that what is begun is ended is up to the caller.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

namespace ims {

// On one line, without blanks: the bytes that `to_text` of an equal value has.
class JsonText {
public:
    // Writes at the end of `out`, which outlives it.
    explicit JsonText(std::string& out) : out_(out) {}

    void begin_object() { begin('{'); }
    void end_object() { end('}'); }
    void begin_list() { begin('['); }
    void end_list() { end(']'); }
    // Requires: in an object, and the value follows. Our own word: nothing of it is written in another way.
    void key(std::string_view name);
    void value(std::string_view text);
    void value(const std::string& text) { value(std::string_view(text)); }
    void value(const char* text) { value(std::string_view(text)); }
    template <std::same_as<bool> Boolean>
    void value(Boolean yes) {
        raw(yes ? "true" : "false");
    }
    template <std::unsigned_integral Number>
    requires(!std::same_as<Number, bool>) void value(Number number) { count(number); }
    // What is JSON already.
    void raw(std::string_view json);

    template <class Value>
    void member(std::string_view name, const Value& of) {
        key(name);
        value(of);
    }

private:
    void begin(char bracket);
    void end(char bracket);
    void count(std::uint64_t number);
    void separate();

    std::string& out_;
    bool follows_ = false;  // what is written next follows another value
};

// A text as JSON has it, between quotes; each byte that is no UTF-8 becomes U+FFFD.
void append_json(std::string& out, std::string_view text);

}  // namespace ims
