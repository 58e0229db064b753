#include "schema/value_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/date.h"
#include "base/text.h"
#include "base/words.h"

namespace ims {

Message labelled(FieldNames field, Arena& arena) {
    return make_message(arena, "[[{0}|{1}]]", field, quoted(field.title));
}

Message told_name(std::string_view name, Arena& arena) {
    std::string words(name);
    std::ranges::replace(words, '-', ' ');
    return make_message(arena, "[[{0}|{1}]]", quoted(name), quoted(words));
}

Message reference_forms(const ReferenceSpec& reference, Arena& arena) {
    if (reference.same_kind) return "[[the id of a record|one]] of the same kind";
    if (reference.kinds.empty()) return "a record[[, as `kind/id`]]";
    const auto by_id = [&](std::string_view kind) {
        return make_message(arena, "[[the id of ]]{}", plain(with_article(kind)));
    };
    if (reference.kinds.size() == 1) return by_id(reference.kinds[0]);
    std::vector<Message> forms;
    if (!reference.bare.empty()) forms.push_back(by_id(reference.bare));
    for (const std::string_view kind : reference.kinds) {
        if (kind == reference.bare) continue;
        forms.push_back(make_message(arena, "[[`{0}/…`|{1}]]", plain(kind), plain(with_article(kind))));
    }
    return make_message(arena, "{:all}", listed_by(Joined::by_or, forms));
}

Message what_it_takes(const Shape& shape, Arena& arena) {
    const bool or_one = shape.scalar != ScalarType::none;
    if (shape.named_map && !shape.fields.empty()) {
        std::vector<Message> names;
        for (const FieldSpec& field : shape.fields) names.push_back(labelled(names_of(field), arena));
        return or_one ? make_message(arena, "one value or [[the fields|a value for each of]] {:4}", names)
                      : make_message(arena, "[[the fields|a value for each of]] {:4}", names);
    }
    if (shape.entry != nullptr && shape.keys == KeyType::discipline)
        return or_one ? Message("one value or a [[line|value]] for each discipline")
                      : Message("a [[line|value]] for each discipline");
    if (shape.entry != nullptr)
        return or_one ? Message("one value or [[lines `name: …`|several with names]]")
                      : Message("[[lines `name: …`|values with names]]");
    if (shape.item != nullptr)
        return shape.scalar == ScalarType::yes_no ? Message("[[`yes`, `no`|yes, no]] or a list") : Message("a list");
    switch (shape.scalar) {
        case ScalarType::date: return "one date";
        case ScalarType::point_in_time: return "one day or point in time";
        case ScalarType::duration: return "one duration";
        case ScalarType::yes_no: return "[[`yes` or `no`|yes or no]]";
        case ScalarType::whole:
        case ScalarType::number: return "one number";
        case ScalarType::reference: return reference_forms(*shape.reference, arena);
        case ScalarType::enumeration: return "one word";
        case ScalarType::step: return "one step of its scale";
        default: return "one text";
    }
}

Message way_to_write(const Shape& shape, std::string_view key, Arena& arena) {
    const bool item = key.empty();
    // `inner`: the first line of a map.
    const auto map = [&](std::string_view inner) {
        return item ? make_message(arena, "[[`- {}: …`]]", plain(inner))
                    : make_message(arena, "[[`{}: {{{}: …}}`]]", plain(key), plain(inner));
    };
    if (shape.named_map && !shape.fields.empty()) {
        const FieldSpec* shown = &shape.fields[0];
        for (const FieldSpec& field : shape.fields) {
            if (field.required) {
                shown = &field;
                break;
            }
        }
        return map(shown->name);
    }
    if (shape.entry != nullptr) return map(shape.keys == KeyType::discipline ? "discipline" : "name");
    if (shape.item != nullptr) return item ? Message("[[`- […]`]]") : make_message(arena, "[[`{}: […]`]]", plain(key));
    const std::string_view value =
        shape.scalar == ScalarType::enumeration && !shape.values.empty() ? shape.values[0].name : "…";
    return item ? make_message(arena, "[[`- {}`]]", plain(value))
                : make_message(arena, "[[`{}: {}`]]", plain(key), plain(value));
}

std::string first_words(std::string_view description) {
    std::string text(description.substr(0, description.find(". ")));
    if (text.ends_with('.')) text.pop_back();
    // An abbreviation stays as it is.
    if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

std::optional<bool> yes_or_no(std::string_view text) {
    const std::string lower = to_lower(text);
    if (lower == "yes" || lower == "true") return true;
    if (lower == "no" || lower == "false") return false;
    return std::nullopt;
}

std::optional<std::string> likely_date(std::string_view text) {
    // A time of day behind the date says more than a date field takes.
    if (const std::size_t time = text.find_first_of("T "); time == 10) text = text.substr(0, time);
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
    char separator = 0;
    std::size_t at = 0;
    for (std::size_t part = 0; part < 3; ++part) {
        const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), numbers[part]);
        if (error != std::errc() || numbers[part] < 0) return std::nullopt;
        digits[part] = static_cast<std::size_t>(end - text.data()) - at;
        at += digits[part];
        if (part == 2) break;
        if (at >= text.size() || std::string_view("-./ ").find(text[at]) == std::string_view::npos) return std::nullopt;
        if (part == 0) separator = text[at];
        else if (text[at] != separator) return std::nullopt;
        ++at;
        while (at < text.size() && text[at] == ' ') ++at;  // 31. 3. 2026
    }
    if (at != text.size()) return std::nullopt;
    auto [year, month, day] = numbers;
    if (digits[2] == 4 && digits[0] <= 2) {
        // Day and month change places from country to country, but with dots the day comes first.
        const bool day_first = separator == '.' || numbers[0] > 12;
        if (!day_first && numbers[1] <= 12) return std::nullopt;
        year = numbers[2];
        month = day_first ? numbers[1] : numbers[0];
        day = day_first ? numbers[0] : numbers[1];
    } else if (digits[0] != 4) {
        return std::nullopt;
    }
    const std::string written = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    return parse_date(written) ? std::optional(written) : std::nullopt;
}

std::optional<std::string> likely_duration(std::string_view text) {
    constexpr std::pair<std::string_view, std::string_view> kWords[] = {
        {"hourly", "1 h"},      {"daily", "1 d"},          {"weekly", "1 w"},
        {"monthly", "1 month"}, {"quarterly", "3 months"}, {"half-yearly", "6 months"},
        {"yearly", "1 y"},      {"annually", "1 y"},       {"annual", "1 y"},
    };
    const std::string lower = to_lower(trim(text));
    for (const auto& [word, duration] : kWords) {
        if (lower == word) return std::string(duration);
    }
    constexpr std::pair<std::string_view, std::string_view> kUnits[] = {
        {"hrs", "h"},      {"hr", "h"}, {"mins", "min"}, {"minute(s)", "min"}, {"mo", "months"},
        {"mos", "months"}, {"yr", "y"}, {"yrs", "y"},    {"wk", "w"},          {"wks", "w"},
    };
    const std::size_t unit = lower.find_first_not_of("0123456789. ");
    if (unit == std::string::npos || unit == 0) return std::nullopt;
    for (const auto& [word, known] : kUnits) {
        if (std::string_view(lower).substr(unit) != word) continue;
        const std::string written = fmt::format("{} {}", trim(std::string_view(lower).substr(0, unit)), known);
        if (parse_duration(written)) return written;
    }
    return std::nullopt;
}

}  // namespace ims
