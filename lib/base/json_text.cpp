#include "base/json_text.h"

#include <charconv>

#include "base/json.h"

namespace ims {

void JsonText::separate() {
    if (follows_) out_ += ',';
}

void JsonText::begin(char bracket) {
    separate();
    out_ += bracket;
    follows_ = false;
}

void JsonText::end(char bracket) {
    out_ += bracket;
    follows_ = true;
}

void JsonText::key(std::string_view name) {
    separate();
    ((out_ += '"') += name) += "\":";
    follows_ = false;
}

void JsonText::value(std::string_view text) {
    separate();
    append_json(out_, text);
    follows_ = true;
}

void JsonText::raw(std::string_view json) {
    separate();
    out_ += json;
    follows_ = true;
}

void JsonText::count(std::uint64_t number) {
    separate();
    char digits[20];
    const auto [end, error] = std::to_chars(digits, digits + sizeof digits, number);
    out_.append(digits, end);
    follows_ = true;
}

}  // namespace ims
