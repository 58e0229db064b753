#include "output/editor_scalars.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <fmt/format.h>

#include "diagnostics/voice.h"
#include "yaml/implied_type.h"

namespace ims {
namespace {

// Letters and digits of any script, by leaving out what is none: readers differ in what they know of Unicode.
#define IMS_FIRST_OF_ID "[^\\x00-\\x2F\\x3A-\\x40\\x5B-\\x60\\x7B-\\x7F\\s]"
#define IMS_REST_OF_ID "[^\\x00-\\x2C\\x2F\\x3A-\\x40\\x5B-\\x5E\\x60\\x7B-\\x7F\\s]*"
constexpr std::string_view kId = IMS_FIRST_OF_ID IMS_REST_OF_ID;
#undef IMS_FIRST_OF_ID
#undef IMS_REST_OF_ID

#define IMS_DAY                                                                                                  \
    "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-" \
    "9]|[12][0-9]))"
constexpr std::string_view kDate = "^" IMS_DAY "$";
constexpr std::string_view kPointInTime =
    "^" IMS_DAY
    "(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?(?: ?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9]))?)?$";
#undef IMS_DAY
#define IMS_NUMBER "[0-9]+(?:\\.[0-9]+)?"
constexpr std::string_view kDuration =
    "^(?:" IMS_NUMBER " ?(?:min|minutes?|h|hours?|d|days?|w|weeks?|months?|y|years?)|P(?=[0-9T])(?:" IMS_NUMBER
    "Y)?(?:" IMS_NUMBER "M)?(?:" IMS_NUMBER "W)?(?:" IMS_NUMBER "D)?(?:T(?=[0-9])(?:" IMS_NUMBER "H)?(?:" IMS_NUMBER
    "M)?(?:" IMS_NUMBER "S)?)?)$";
#undef IMS_NUMBER
constexpr std::string_view kYesNo = "^(?:[Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$";
constexpr std::string_view kWhole = "^[0-9]+$";
constexpr std::string_view kDecimal = "^[+-]?[0-9]+(?:\\.[0-9]+)?$";
constexpr int kMostWhole = 1'000'000'000;

// Of these types, with what is said where a value is none of them or does not have the pattern.
Json typed(Json types, std::string_view pattern, std::string message) {
    Json form = Json::object({{"type", std::move(types)}});
    if (!pattern.empty()) form["pattern"] = pattern;
    form["errorMessage"] = std::move(message);
    return form;
}

Json text_or_number() { return Json::list({"string", "number"}); }

Json text(const ValuePlace& place) {
    return typed(text_or_number(), place.needed ? "." : "", "write a text here, in one value");
}

std::string a(std::string_view kind) {
    std::string words(kind);
    std::ranges::replace(words, '_', ' ');
    const bool vowel = !words.empty() && std::string_view("aeiou").find(words.front()) != std::string_view::npos;
    return (vowel ? "an " : "a ") + words;
}

// The kinds that a reference may name; empty: any.
std::vector<std::string_view> kinds_of(const FolderWords& words, const ReferenceSpec& reference, KindId own) {
    std::vector<std::string_view> kinds(reference.kinds.begin(), reference.kinds.end());
    if (reference.same_kind) kinds.push_back(words.schema[own].name);
    return kinds;
}

bool is_plain_name(std::string_view name) {
    return std::ranges::all_of(name,
                               [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; });
}

// What a reference takes, for people.
std::string told(const std::vector<std::string_view>& kinds, std::string_view bare) {
    if (kinds.empty()) return "write kind/ID: the kind of a record, a slash and its id";
    std::string out;
    if (!bare.empty()) out = fmt::format("the id of {}", a(bare));
    for (const std::string_view kind : kinds) {
        if (kind != bare) out += fmt::format("{}{}/ID", out.empty() ? "" : ", or ", kind);
    }
    return "write " + out;
}

Json reference(const FolderWords& words, const ReferenceSpec& spec, const ValuePlace& place) {
    const std::vector<std::string_view> kinds = kinds_of(words, spec, place.kind);
    const std::string_view bare = !spec.bare.empty() ? spec.bare : kinds.size() == 1 ? kinds.front() : "";
    std::string prefix;
    if (!kinds.empty() && std::ranges::all_of(kinds, is_plain_name)) {
        for (const std::string_view kind : kinds) prefix += fmt::format("{}{}", prefix.empty() ? "" : "|", kind);
    } else {
        prefix = kId;
    }
    Json form = typed(text_or_number(), fmt::format("^(?:(?:{})/)?{}$", prefix, kId), told(kinds, bare));
    if (bare == "standard" && !words.standards.empty()) form["examples"] = Json::list_of(words.standards);
    Json snippets = Json::list();
    for (const std::string_view kind : kinds) {
        if (kind == bare) continue;
        snippets.add(Json::object({{"label", fmt::format("{}/…", kind)}, {"body", fmt::format("{}/$1", kind)}}));
    }
    if (!snippets.as_list()->empty()) form["defaultSnippets"] = std::move(snippets);
    return form;
}

Json clause(const FolderWords& words) {
    Json form = typed("string", fmt::format("^{}:.+$", kId),
                      "write the id of a standard, a colon and the number of a clause, as in iso-9001-2026:8.4.1");
    std::vector<std::string> standards;
    for (const DisciplineInForce& discipline : words.settings.disciplines)
        standards.insert(standards.end(), discipline.standards.begin(), discipline.standards.end());
    if (standards.empty()) standards = words.standards;
    std::ranges::sort(standards);
    standards.erase(std::unique(standards.begin(), standards.end()), standards.end());
    Json snippets = Json::list();
    for (const std::string& standard : standards) {
        snippets.add(
            Json::object({{"label", fmt::format("{}:…", standard)}, {"body", fmt::format("{}:$1", standard)}}));
    }
    if (!standards.empty()) form["defaultSnippets"] = std::move(snippets);
    return form;
}

std::vector<Json> number(const Shape& shape) {
    const bool whole = shape.scalar == ScalarType::whole;
    Json form = typed(Json::list({whole ? "integer" : "number", "string"}), whole ? kWhole : kDecimal,
                      whole ? "write a whole number, such as 2" : "write a number alone, such as 12 or 97.5");
    if (shape.lowest != Shape::kNoBound || whole) form["minimum"] = shape.lowest == Shape::kNoBound ? 0 : shape.lowest;
    if (shape.highest != Shape::kNoBound || whole)
        form["maximum"] = shape.highest == Shape::kNoBound ? kMostWhole : shape.highest;
    return {std::move(form)};
}

std::vector<Json> names(const std::vector<std::string>& names) { return {choice_of({names.begin(), names.end()}, {})}; }

// By name, and let through by number.
std::vector<Json> step(const std::vector<std::string>& steps) {
    std::vector<Json> forms;
    if (!steps.empty()) forms = names(steps);
    std::string numbers;
    for (std::size_t number = 1; number <= steps.size(); ++number)
        numbers += (numbers.empty() ? "" : "|") + std::to_string(number);
    Json by_number =
        typed(Json::list({"integer", "string"}), fmt::format("^(?:{})$", numbers),
              fmt::format("write a step of the scale, by its name or by its number from 1 to {}", steps.size()));
    by_number["minimum"] = 1;
    by_number["maximum"] = steps.size();
    if (!forms.empty()) forms.front()["errorMessage"] = *by_number.find("errorMessage");
    forms.push_back(std::move(by_number));
    return forms;
}

Json enumeration(const Shape& shape) {
    std::vector<std::string_view> words;
    std::vector<std::string> meanings;
    for (const EnumValue& value : shape.values) {
        words.push_back(value.name);
        const std::string_view meaning = value.meaning.empty() ? shape.values[value.canonical].meaning : value.meaning;
        meanings.emplace_back(meaning);
    }
    return choice_of(words, meanings);
}

// In ims.yaml those whose grade may be set.
Json rule(const RuleBook& book, bool settings) {
    std::vector<std::string_view> words;
    std::vector<std::string> meanings;
    for (const RuleFamily& family : book.families()) {
        words.push_back(family.name);
        meanings.push_back(fmt::format("All rules on {}", family.says));
    }
    for (const RuleEntry& entry : book.entries()) {
        if (settings && entry.fixedness == Fixedness::fixed) continue;
        words.push_back(entry.name);
        meanings.push_back(for_editors(entry.summary));
    }
    Json form = choice_of(words, meanings);
    form["errorMessage"] = "no rule and no family of rules is called so; `ims rules` lists them";
    return form;
}

Json kind(const Schema& schema) {
    std::vector<std::string_view> words;
    std::vector<std::string> meanings;
    for (const KindSpec& each : schema.kinds()) {
        if (!each.of_records()) continue;
        words.push_back(each.name);
        meanings.emplace_back(each.description);
    }
    return choice_of(words, meanings);
}

std::vector<Json> discipline(const FolderWords& words, const ValuePlace& place) {
    const std::vector<std::string>& in_force = words.settings.vocabulary.disciplines;
    if (!place.settings && !in_force.empty()) return names(in_force);
    Json form = text(place);
    form["examples"] = Json::list_of(words.schema.known_disciplines());
    return {std::move(form)};
}

}  // namespace

bool takes_booleans(ScalarType scalar) {
    switch (scalar) {
        case ScalarType::any:
        case ScalarType::id:
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        case ScalarType::reference:
        case ScalarType::reference_or_text:
        case ScalarType::yes_no: return true;
        default: return false;
    }
}

Json word_of_yaml(std::string_view word) {
    if (implied_type(word) == ImpliedType::number) {
        std::int64_t whole = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), whole);
        if (error == std::errc() && end == word.data() + word.size()) return whole;
    }
    return word;
}

Json choice_of(const std::vector<std::string_view>& words, const std::vector<std::string>& meanings) {
    Json choice = Json::list();
    for (const std::string_view word : words) choice.add(word_of_yaml(word));
    Json form = Json::object({{"enum", std::move(choice)}});
    if (std::ranges::any_of(meanings, [](const std::string& meaning) { return !meaning.empty(); }))
        form["enumDescriptions"] = Json::list_of(meanings);
    return form;
}

std::vector<Json> forms_of_scalar(const FolderWords& words, const Shape& shape, const ValuePlace& place) {
    switch (shape.scalar) {
        case ScalarType::none: return {};
        case ScalarType::any: return {Json::object()};
        case ScalarType::id:
            return {typed(text_or_number(), fmt::format("^{}$", kId),
                          "an id begins with a letter or a digit and goes on with letters, digits, dots, hyphens and "
                          "underscores")};
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        case ScalarType::reference_or_text: return {text(place)};
        case ScalarType::date: return {typed("string", kDate, "write a day as YYYY-MM-DD, such as 2026-03-31")};
        case ScalarType::point_in_time:
            return {typed("string", kPointInTime,
                          "write a day, and a time behind it if it matters: 2026-03-31 or 2026-03-31 14:30")};
        case ScalarType::duration:
            return {typed("string", kDuration, "write a number and a unit: 30 min, 4 h, 2 d, 1 w, 6 months or 1 y")};
        case ScalarType::yes_no: return {typed("string", kYesNo, "write yes or no")};
        case ScalarType::whole:
        case ScalarType::number: return number(shape);
        case ScalarType::enumeration: return {enumeration(shape)};
        case ScalarType::discipline: return discipline(words, place);
        case ScalarType::step:
            if (place.settings) return {text(place)};
            return step(words.settings.vocabulary.scale(shape.scale));
        case ScalarType::risk_level:
            if (!place.settings && !words.settings.vocabulary.risk_levels.empty())
                return names(words.settings.vocabulary.risk_levels);
            return {text(place)};
        case ScalarType::rule: return {rule(words.rules, place.settings)};
        case ScalarType::kind: return {kind(words.schema)};
        case ScalarType::clause: return {clause(words)};
        case ScalarType::reference: return {reference(words, *shape.reference, place)};
    }
    return {};
}

}  // namespace ims
