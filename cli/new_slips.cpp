#include "cli/new_slips.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"

namespace ims {
namespace {

struct OtherWord {
    std::string_view written;
    std::string_view meant;
};
// What others call a field, in English, German and French.
constexpr OtherWord kOtherWords[] = {
    {"accountable", "owner"},
    {"deadline", "due"},
    {"eintrittswahrscheinlichkeit", "likelihood"},
    {"goal", "target"},
    {"gravité", "consequence"},
    {"impact", "consequence"},
    {"impact", "effect"},
    {"category", "type"},
    {"mitigation", "treatment"},
    {"name", "title"},
    {"norm", "against"},
    {"probabilité", "likelihood"},
    {"probability", "likelihood"},
    {"qualification", "competences"},
    {"responsible", "owner"},
    {"root_cause", "cause"},
    {"schaden", "consequence"},
    {"severity", "consequence"},
    {"severity", "grade"},
    {"skills", "competences"},
    {"standard", "against"},
    {"state", "status"},
    {"substitute", "deputies"},
    {"summary", "title"},
    {"supervisor", "reports_to"},
    {"tasks", "responsibilities"},
    {"titel", "title"},
    {"verantwortlich", "owner"},
    {"wahrscheinlichkeit", "likelihood"},
};

// The word, and what it may be the plural of.
std::set<std::string> singulars(std::string_view word) {
    std::set<std::string> out{std::string(word)};
    const auto without = [&](std::string_view end, std::string_view instead) {
        if (word.size() > end.size() && word.ends_with(end))
            out.insert(std::string(word.substr(0, word.size() - end.size())) + std::string(instead));
    };
    without("ies", "y");
    without("es", "");
    without("s", "");
    return out;
}

bool differ_by_number_alone(std::string_view one, std::string_view other) {
    const std::set<std::string> of_one = singulars(one);
    const std::set<std::string> of_other = singulars(other);
    return std::ranges::any_of(of_one, [&](const std::string& each) { return of_other.contains(each); });
}

// The value that a word is, or stands for, as records write it; empty where it is none.
std::string_view value_called(const Shape& shape, std::string_view word) {
    const auto value = std::ranges::find(shape.values, word, &EnumValue::name);
    if (value != shape.values.end()) return shape.values[value->canonical].name;
    const auto slip = std::ranges::find(shape.slips, word, &WordSlip::written);
    return slip == shape.slips.end() ? std::string_view() : slip->meant;
}

const FieldSpec* field_named(const KindSpec& kind, std::string_view name) {
    const auto found = std::ranges::find(kind.fields, name, &FieldSpec::name);
    return found == kind.fields.end() ? nullptr : &*found;
}

}  // namespace

std::string type_called(const Schema& schema, std::string_view word, std::string_view id) {
    std::string text;
    for (const KindSpec& kind : schema.kinds()) {
        const FieldSpec* const field = kind.of_records() ? field_named(kind, "type") : nullptr;
        if (field == nullptr) continue;
        const Shape& shape = field->shape->item == nullptr ? *field->shape : *field->shape->item;
        const std::string_view value = value_called(shape, to_lower(word));
        if (value.empty()) continue;
        const std::string called = id.empty() ? "--set title=\"…\"" : visible(id);
        text += fmt::format("{}`{}` is a type of {}: ims new {} {} --set type={}", text.empty() ? "" : "\n     ",
                            visible(word), in_words(kind.name), kind.name, called, value);
    }
    return text;
}

std::string_view field_meant(const KindSpec& kind, std::string_view name) {
    if (field_named(kind, name) != nullptr) return {};
    for (const FieldSpec& field : kind.fields) {
        if (differ_by_number_alone(name, field.name)) return field.name;
    }
    const std::string small = to_lower(name);
    for (const OtherWord& each : kOtherWords) {
        if (each.written == small && field_named(kind, each.meant) != nullptr) return each.meant;
    }
    return {};
}

}  // namespace ims
