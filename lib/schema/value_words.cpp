#include "schema/value_words.h"

#include <algorithm>
#include <vector>

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

std::string_view example_in(std::string_view description) {
    constexpr std::string_view kMark = "Example: ";
    const std::size_t begin = description.find(kMark);
    if (begin == std::string_view::npos) return {};
    std::string_view example = description.substr(begin + kMark.size());
    example = example.substr(0, example.find(". "));
    if (example.ends_with('.')) example.remove_suffix(1);
    return example;
}

}  // namespace ims
