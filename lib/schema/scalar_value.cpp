#include "schema/scalar_value.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "base/unicode.h"
#include "schema/valid_id.h"

namespace ims {
namespace {

using Read = std::optional<ScalarValue>;

constexpr ScalarValue kText{ValueType::text, 0};

Read read_if(bool is_one) { return is_one ? Read(kText) : std::nullopt; }

// `iso-9001-2026:8.4.1`
bool is_clause(std::string_view text) {
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && colon + 1 < text.size() && is_valid_id(text.substr(0, colon));
}

Read read_date(std::string_view text) {
    if (const auto date = parse_date(text)) return ScalarValue{ValueType::date, date->days};
    return std::nullopt;
}

Read read_point_in_time(std::string_view text) {
    const auto point = parse_point_in_time(text);
    if (!point) return std::nullopt;
    if (!point->minute) return ScalarValue{ValueType::date, point->day.days};
    return ScalarValue{ValueType::point_in_time, Value::pack(*point)};
}

Read read_duration(std::string_view text) {
    const auto duration = parse_duration(text);
    const auto packed = duration ? Value::pack(*duration) : std::nullopt;
    return packed ? Read({ValueType::duration, *packed}) : std::nullopt;
}

Read read_yes_no(std::string_view text) {
    if (const auto yes = yes_or_no(text)) return ScalarValue{ValueType::yes_no, *yes ? 1 : 0};
    return std::nullopt;
}

Read read_number(const Shape& shape, std::string_view text) {
    const auto number = number_in(text);
    if (!number || (shape.scalar == ScalarType::whole && std::floor(*number) != *number)) return std::nullopt;
    const NumberBounds bounds = bounds_of(shape);
    if (*number < bounds.lowest || *number > bounds.highest) return std::nullopt;
    return ScalarValue{ValueType::number, std::bit_cast<std::int64_t>(*number)};
}

Read read_choice(const Shape& shape, std::string_view text) {
    const auto found = std::ranges::find(shape.values, text, &EnumValue::name);
    if (found == shape.values.end()) return std::nullopt;
    return ScalarValue{ValueType::choice, shape.values[found->canonical].word.value};
}

Read read_discipline(std::string_view text, const Vocabulary& vocabulary) {
    if (const auto discipline = vocabulary.find_discipline(text))
        return ScalarValue{ValueType::discipline, discipline->value};
    return std::nullopt;
}

Read read_step(std::string_view text, const std::vector<std::string>& steps) {
    const auto step = [](std::size_t number) {
        return ScalarValue{ValueType::step, static_cast<std::int64_t>(number)};
    };
    if (const auto named = std::ranges::find(steps, text); named != steps.end())
        return step(static_cast<std::size_t>(named - steps.begin()) + 1);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size();
    if (whole && number >= 1 && number <= steps.size()) return step(number);
    return std::nullopt;
}

Read read_reference(const Shape& shape, std::string_view text) {
    constexpr ScalarValue kReference{ValueType::reference, RecordId::kNone};
    const std::size_t slash = text.find('/');
    const std::string_view prefix = text.substr(0, slash);
    if (shape.scalar == ScalarType::reference) {
        // What holds a character that is not to be seen, too: which record it names is known once all are read.
        const auto may_be_id = [](std::string_view id) {
            return is_valid_id(id) || is_valid_id(without_ignorable(id));
        };
        const bool is_one = may_be_id(prefix) && (slash == std::string_view::npos || may_be_id(text.substr(slash + 1)));
        return is_one ? Read(kReference) : std::nullopt;
    }
    const bool names_kind = slash != std::string_view::npos &&
                            std::ranges::find(shape.reference->kinds, prefix) != shape.reference->kinds.end() &&
                            is_valid_id(text.substr(slash + 1));
    return names_kind ? kReference : kText;
}

}  // namespace

std::optional<bool> yes_or_no(std::string_view text) {
    const std::string lower = to_lower(text);
    if (lower == "yes" || lower == "true") return true;
    if (lower == "no" || lower == "false") return false;
    return std::nullopt;
}

std::optional<double> number_in(std::string_view text) {
    double number = 0;
    const char* const first = text.data() + (text.starts_with('+') ? 1 : 0);
    const char* const last = text.data() + text.size();
    const auto [end, error] = std::from_chars(first, last, number);
    if (error != std::errc() || end != last || !std::isfinite(number)) return std::nullopt;
    return number;
}

NumberBounds bounds_of(const Shape& shape) {
    const bool whole = shape.scalar == ScalarType::whole;
    return {shape.lowest != Shape::kNoBound ? shape.lowest
            : whole                         ? 0
                                            : -HUGE_VAL,
            shape.highest != Shape::kNoBound ? shape.highest
            : whole                          ? 1e9
                                             : HUGE_VAL};
}

std::optional<ScalarValue> scalar_value(const Shape& shape, std::string_view text, const ReadRules& rules) {
    switch (shape.scalar) {
        case ScalarType::none:
        case ScalarType::any: return ScalarValue{ValueType::any, 0};
        case ScalarType::id:
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        // Judged by the family exceptions and by the settings, which know what to say of it.
        case ScalarType::rule: return kText;
        case ScalarType::kind: {
            const auto kind = rules.schema.find_kind(text);
            return read_if(kind && rules.schema[*kind].of_records());
        }
        case ScalarType::clause: return read_if(is_clause(text));
        case ScalarType::date: return read_date(text);
        case ScalarType::point_in_time: return read_point_in_time(text);
        case ScalarType::duration: return read_duration(text);
        case ScalarType::yes_no: return read_yes_no(text);
        case ScalarType::whole:
        case ScalarType::number: return read_number(shape, text);
        case ScalarType::enumeration: return read_choice(shape, text);
        // In ims.yaml these are words that others are measured by, and not yet known.
        case ScalarType::discipline: return rules.settings ? kText : read_discipline(text, rules.vocabulary);
        case ScalarType::step: return rules.settings ? kText : read_step(text, rules.vocabulary.scale(shape.scale));
        case ScalarType::risk_level:
            return read_if(rules.settings ||
                           std::ranges::find(rules.vocabulary.risk_levels, text) != rules.vocabulary.risk_levels.end());
        case ScalarType::reference:
        case ScalarType::reference_or_text: return read_reference(shape, text);
    }
    return std::nullopt;
}

}  // namespace ims
