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

Words of(std::vector<Inline> parts) {
    Words words;
    for (Inline& part : parts) words.add(std::move(part));
    return words;
}

Inline divider(std::string_view separator) {
    Inline part = make(Inline::Kind::text, separator);
    part.divides = true;
    return part;
}

template <class Item>
Words join(const std::vector<Item>& items, std::string_view separator) {
    Words words;
    for (const Item& item : items) {
        if (!words.empty()) words.add(divider(separator));
        words.add(item);
    }
    return words;
}

}  // namespace

void Words::add(Inline part) {
    if (part.kind == Inline::Kind::text) {
        if (part.text.empty()) return;
        const bool goes_on = !part.divides && !parts_.empty() && !parts_.back().divides;
        if (goes_on && parts_.back().kind == Inline::Kind::text) {
            parts_.back().text += part.text;
            return;
        }
    }
    parts_.push_back(std::move(part));
}

void Words::add(const Words& words) {
    for (const Inline& part : words.parts_) add(part);
}

std::string Words::plain() const {
    std::string text;
    for (const Inline& part : parts_) text += part.text;
    return text;
}

Words raw(std::string_view text) { return make(Inline::Kind::text, text); }

Words capitalised(Words words) {
    std::vector<Inline> parts = words.parts();
    if (parts.empty() || parts.front().kind != Inline::Kind::text) return words;
    char& first = parts.front().text.front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
    return of(std::move(parts));
}

Words strong(Words words) {
    // What stands out is one piece, a list too.
    std::vector<Inline> parts = undivided(words).parts();
    for (Inline& part : parts) {
        if (part.kind == Inline::Kind::text) part.kind = Inline::Kind::strong;
    }
    return of(std::move(parts));
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

Words in_a_row(const std::vector<Words>& sentences) {
    Words words;
    for (const Words& each : sentences) {
        if (!words.empty() && !each.empty()) words.add(raw(" "));
        words.add(each);
    }
    return words;
}

Words listed(const std::vector<Words>& items, std::string_view separator) { return join(items, separator); }
Words listed(const std::vector<Inline>& items, std::string_view separator) { return join(items, separator); }

Words in_lines(const std::vector<Words>& items) {
    Words words;
    for (std::size_t index = 0; index < items.size(); ++index) {
        if (index > 0) words.add(divider("; "));
        words.add(undivided(items[index]));
    }
    return words;
}

Words undivided(const Words& words) {
    Words out;
    for (Inline part : words.parts()) {
        part.divides = false;
        out.add(std::move(part));
    }
    return out;
}

std::vector<Words> items_of(const Words& words) {
    std::vector<Words> items(1);
    for (const Inline& part : words.parts()) {
        if (part.divides) items.emplace_back();
        else items.back().add(part);
    }
    return items;
}

TableCell TableCell::number(std::size_t count) {
    return {raw(fmt::to_string(count)), static_cast<std::int64_t>(count)};
}

TableCell TableCell::day(std::optional<Date> date) {
    if (!date) return {};
    return TableCell(raw(to_string(*date)));
}

}  // namespace ims
