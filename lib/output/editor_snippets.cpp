// What is filled in behind a key, or as a whole record: what is needed there, with a stop for each value.
#include <algorithm>

#include <fmt/format.h>

#include "output/editor_values.h"

namespace ims {
namespace {

// The words between which a stop lets choose; as text alone where one of them holds a sign of snippets.
std::string stop_with(const std::vector<std::string_view>& words, int stop) {
    std::string all;
    for (const std::string_view word : words) {
        if (word.find_first_of(",|}\\$") != std::string_view::npos) return fmt::format("${}", stop);
        all += fmt::format("{}{}", all.empty() ? "" : ",", word);
    }
    return all.empty() ? fmt::format("${}", stop) : fmt::format("${{{}|{}|}}", stop, all);
}

}  // namespace

Json ValueSchemas::body_of(KindId kind) const {
    const KindSpec& spec = words_.schema[kind];
    int stop = 1;
    return body_of(spec.fields, {kind, spec.settings, false, ""}, stop);
}

Json ValueSchemas::body_of(std::span<const FieldSpec> fields, const Where& where, int& stop) const {
    Json body = Json::object();
    for (const FieldSpec& field : fields) {
        if (!is_needed(field, where) || !field.with.empty()) continue;
        // Of two of which one will do, the first.
        if (!field.unless.empty() && body.find(field.unless) != nullptr) continue;
        body[field.name] = body_of(*field.shape, where, stop);
    }
    return body;
}

Json ValueSchemas::body_of(const Shape& shape, const Where& where, int& stop) const {
    if (shape.scalar != ScalarType::none) return choice(shape, stop++);
    if (shape.item != nullptr && shape.item->scalar == ScalarType::none) {
        Json item = body_of(*shape.item, where.in_items(), stop);
        if (item.as_object() != nullptr) return Json::list({std::move(item)});
        return fmt::format("\n  - ${}", stop - 1);
    }
    if (shape.item != nullptr) return choice(*shape.item, stop++);
    if (shape.named_map) {
        Json body = body_of(shape.fields, where, stop);
        if (!body.as_object()->empty()) return body;
    }
    return fmt::format("\n  ${}", stop++);
}

std::string ValueSchemas::choice(const Shape& shape, int stop) const {
    std::vector<std::string_view> words;
    if (shape.scalar == ScalarType::enumeration) {
        for (std::size_t place = 0; place < shape.values.size(); ++place) {
            if (shape.values[place].canonical == place) words.push_back(shape.values[place].name);
        }
    } else if (shape.scalar == ScalarType::yes_no) {
        words = {"yes", "no"};
    } else if (shape.scalar == ScalarType::discipline) {
        words.assign(words_.settings.vocabulary.disciplines.begin(), words_.settings.vocabulary.disciplines.end());
    }
    return stop_with(words, stop);
}

// Where a map needs several, they are offered as one.
void ValueSchemas::offer_what_is_needed(Json& map, std::span<const FieldSpec> fields, const Where& where) const {
    int stop = 1;
    Json body = body_of(fields, where, stop);
    if (body.as_object()->size() < 2) return;
    std::string label;
    for (const JsonMember& member : *body.as_object())
        label += fmt::format("{}{}: …", label.empty() ? "" : ", ", member.key);
    map["defaultSnippets"] = Json::list({Json::object({{"label", label}, {"body", std::move(body)}})});
}

}  // namespace ims
