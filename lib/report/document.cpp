#include "report/document.h"

#include <fmt/format.h>

namespace ims {
namespace {

Inline make(Inline::Kind kind, std::string_view text) {
    Inline part;
    part.kind = kind;
    part.text = text;
    return part;
}

template <class Item>
Words join(const std::vector<Item>& items, std::string_view separator) {
    Words words;
    for (const Item& item : items) {
        if (!words.empty()) words << separator;
        words << item;
    }
    return words;
}

}  // namespace

Words& Words::operator<<(std::string_view text) {
    if (text.empty()) return *this;
    if (!parts_.empty() && parts_.back().kind == Inline::Kind::text) parts_.back().text += text;
    else parts_.push_back(make(Inline::Kind::text, text));
    return *this;
}

Words& Words::operator<<(Inline part) {
    if (part.kind == Inline::Kind::text) return *this << std::string_view(part.text);
    parts_.push_back(std::move(part));
    return *this;
}

Words& Words::operator<<(const Words& words) {
    for (const Inline& part : words.parts_) *this << part;
    return *this;
}

std::string Words::plain() const {
    std::string text;
    for (const Inline& part : parts_) text += part.text;
    return text;
}

Inline strong(std::string_view text) { return make(Inline::Kind::strong, text); }
Inline emphasis(std::string_view text) { return make(Inline::Kind::emphasis, text); }
Inline code(std::string_view text) { return make(Inline::Kind::code, text); }

Inline url(std::string_view text, std::string_view address) {
    Inline part = make(Inline::Kind::url, text);
    part.target = address;
    return part;
}

Inline to_report(std::string_view text, std::string_view report, std::string_view subject) {
    Inline part = make(Inline::Kind::report, text);
    part.target = report;
    if (!subject.empty()) part.target += fmt::format(" {}", subject);
    return part;
}

Words listed(const std::vector<Words>& items, std::string_view separator) { return join(items, separator); }
Words listed(const std::vector<Inline>& items, std::string_view separator) { return join(items, separator); }

TableCell TableCell::number(std::size_t count) {
    return {Words(fmt::to_string(count)), static_cast<std::int64_t>(count)};
}

TableCell TableCell::day(std::optional<Date> date) {
    if (!date) return {};
    return TableCell(to_string(*date));
}

}  // namespace ims
