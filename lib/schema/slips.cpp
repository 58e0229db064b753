#include "schema/slips.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "base/typography.h"
#include "schema/scalar_value.h"
#include "schema/slips_by_type.h"
#include "schema/value_words.h"

namespace ims {
namespace {

std::vector<std::string_view> views_of(const std::vector<std::string>& texts) { return {texts.begin(), texts.end()}; }

std::optional<Slip> choice_slip(const Shape& shape, std::string_view text) {
    std::vector<std::string_view> names;
    for (const EnumValue& value : shape.values) names.push_back(value.name);
    return word_slip(text, names, shape.slips);
}

// `3 - possible`: the number and the name of one step.
std::optional<Slip> step_slip(const std::vector<std::string>& steps, std::string_view text) {
    const std::string sought = squeezed(text);
    for (std::size_t place = 0; place < steps.size(); ++place) {
        const std::string name = squeezed(steps[place]);
        const std::string number = std::to_string(place + 1);
        if (sought != number + name && sought != name + number) continue;
        Slip slip;
        slip.texts = {steps[place]};
        slip.certainty = Certainty::certain;
        return slip;
    }
    return word_slip(text, views_of(steps), {});
}

std::optional<Slip> kind_slip(const Schema& schema, std::string_view text) {
    std::vector<std::string_view> names;
    std::vector<WordSlip> plurals;
    for (const KindSpec& kind : schema.kinds()) {
        if (!kind.of_records()) continue;
        names.push_back(kind.name);
        plurals.push_back({kind.plural, kind.name});
    }
    return word_slip(text, names, plurals);
}

std::optional<Slip> slip_by_type(const SlipQuestion& question, Arena& arena) {
    const std::string_view text = question.text;
    const Vocabulary& vocabulary = question.rules.vocabulary;
    switch (question.shape.scalar) {
        case ScalarType::whole:
        case ScalarType::number: return number_slip(question, arena);
        case ScalarType::duration: return duration_slip(text, arena);
        case ScalarType::date: return date_slip(text, arena);
        case ScalarType::point_in_time: return point_in_time_slip(text, arena);
        case ScalarType::yes_no: return yes_no_slip(text);
        case ScalarType::enumeration: return choice_slip(question.shape, text);
        case ScalarType::discipline:
            return word_slip(text, views_of(vocabulary.disciplines), question.rules.schema.discipline_slips());
        case ScalarType::step: return step_slip(vocabulary.scale(question.shape.scale), text);
        case ScalarType::risk_level: return word_slip(text, views_of(vocabulary.risk_levels), {});
        case ScalarType::kind: return kind_slip(question.rules.schema, text);
        case ScalarType::reference: return reference_slip(question, arena);
        case ScalarType::clause: return clause_slip(text, arena);
        default: return std::nullopt;
    }
}

bool is_read(const SlipQuestion& question, std::string_view text) {
    return scalar_value(question.shape, text, question.rules).has_value();
}

// Nothing is offered that would be refused in turn.
std::optional<Slip> only_what_is_read(std::optional<Slip> slip, const SlipQuestion& question) {
    if (!slip) return std::nullopt;
    const std::size_t offered = slip->texts.size();
    std::erase_if(slip->texts, [&](const std::string& text) { return !is_read(question, text); });
    const bool all_are_meant = slip->is_list || slip->one_is_due;
    if (slip->texts.empty() || (all_are_meant && slip->texts.size() < offered)) return std::nullopt;
    // Of two readings the field takes one.
    if (slip->texts.size() < offered && slip->texts.size() == 1) slip->certainty = Certainty::likely;
    return slip;
}

// Quotation marks of another program around a word, which those of YAML are not.
std::string_view without_quotes(std::string_view text) {
    while (text.size() > 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        text = trim(text.substr(1, text.size() - 2));
    return text;
}

Message why_not_plain(std::string_view text, Arena& arena) {
    if (const auto odd = typographic_character_in(text))
        return make_message(arena, "{} ({}) stands in it", plain(odd->name), plain(code_point_name(odd->value)));
    const bool blanks = trim(text).size() < text.size();
    return blanks ? Message("blanks stand around it") : Message("quotation marks stand around it");
}

// Of a text in plain characters.
std::optional<Slip> plain_slip(const SlipQuestion& question, Arena& arena) {
    return only_what_is_read(slip_by_type(question, arena), question);
}

// Where a text may be cut in two. Words and signs that names may hold (`R&D`) count only where all names are known.
constexpr std::string_view kBetween[] = {",",     ";",     "|",    "\n",   "+",      "&",   " / ",
                                         " and ", " und ", " et ", " or ", " oder ", " ou "};
constexpr std::size_t kBetweenAnyNames = 4;

std::vector<std::string> parts_of_text(std::string_view text, std::span<const std::string_view> between) {
    std::vector<std::string> parts;
    std::string_view rest = text;
    while (!rest.empty()) {
        std::size_t end = rest.size();
        std::size_t next = rest.size();
        for (const std::string_view sign : between) {
            const std::size_t found = rest.find(sign);
            if (found < end) {
                end = found;
                next = found + sign.size();
            }
        }
        const std::string_view part = without_quotes(trim(rest.substr(0, end)));
        if (!part.empty()) parts.emplace_back(part);
        rest = rest.substr(next);
    }
    return parts;
}

std::span<const std::string_view> signs_between(ScalarType type) {
    switch (type) {
        case ScalarType::discipline:
        case ScalarType::enumeration:
        case ScalarType::step:
        case ScalarType::risk_level:
        case ScalarType::kind: return kBetween;
        case ScalarType::reference:
        case ScalarType::clause:
        case ScalarType::date: return std::span(kBetween).first(kBetweenAnyNames);
        default: return {};
    }
}

std::optional<Slip> slip_of_several(const SlipQuestion& question, std::string_view text, Arena& arena) {
    Slip slip;
    slip.certainty = Certainty::certain;
    for (std::string& part : parts_of_text(text, signs_between(question.shape.scalar))) {
        if (!is_read(question, part)) {
            SlipQuestion alone = question;
            alone.text = part;
            alone.list_may_stand = false;
            const auto mended = plain_slip(alone, arena);
            if (!mended || mended->certainty == Certainty::open || mended->texts.size() != 1) return std::nullopt;
            slip.certainty = std::min(slip.certainty, mended->certainty);
            part = mended->texts[0];
        }
        if (std::ranges::find(slip.texts, part) == slip.texts.end()) slip.texts.push_back(std::move(part));
    }
    if (slip.texts.size() < 2) return std::nullopt;
    slip.is_list = question.list_may_stand;
    slip.one_is_due = !slip.is_list;
    if (slip.is_list) slip.why = "several go into a list";
    else slip.certainty = Certainty::open;
    return slip;
}

// What stands around a key that came from elsewhere: **owner**, `owner`, owner:, - owner.
std::string_view bare_key(std::string_view key) {
    constexpr std::string_view kMarks = "*_`\"':#-+ \t";
    const std::size_t begin = key.find_first_not_of(kMarks);
    if (begin == std::string_view::npos) return {};
    const std::size_t end = key.find_last_not_of(kMarks);
    return key.substr(begin, end - begin + 1);
}

// The one field of which it holds.
template <class Holds>
const FieldSpec* only_field(std::span<const FieldSpec> fields, const Holds& holds) {
    const FieldSpec* found = nullptr;
    for (const FieldSpec& field : fields) {
        if (!holds(field)) continue;
        if (found != nullptr) return nullptr;
        found = &field;
    }
    return found;
}

std::string_view inverse_of(const FieldSpec& field) {
    const Shape* shape = field.shape;
    while (shape->reference == nullptr && shape->item != nullptr) shape = shape->item;
    return shape->reference == nullptr ? std::string_view() : shape->reference->inverse;
}

}  // namespace

std::optional<Slip> find_slip(const SlipQuestion& question, Arena& arena) {
    const std::string in_plain_characters = with_plain_characters(question.text);
    const std::string_view text = without_quotes(in_plain_characters);
    if (text.empty()) return std::nullopt;
    SlipQuestion asked = question;
    asked.text = text;
    if (text != question.text && is_read(question, text)) {
        Slip slip;
        slip.texts.emplace_back(text);
        slip.certainty = Certainty::certain;
        slip.why = why_not_plain(question.text, arena);
        return slip;
    }
    auto slip = plain_slip(asked, arena);
    if (slip && slip->certainty != Certainty::open) return slip;
    auto several = slip_of_several(asked, text, arena);
    return several ? several : slip;
}

std::optional<std::string_view> kind_meant(std::string_view key, const Schema& schema) {
    const std::string in_plain_characters = with_plain_characters(key);
    const std::string sought = squeezed(bare_key(in_plain_characters));
    for (const KindSpec& kind : schema.kinds()) {
        if (kind.of_records() && !sought.empty() && squeezed(kind.name) == sought) return kind.name;
    }
    return std::nullopt;
}

std::optional<KeySlip> find_key_slip(std::string_view key, std::span<const FieldSpec> fields, Arena& arena) {
    const std::string in_plain_characters = with_plain_characters(key);
    const std::string_view bare = bare_key(in_plain_characters);
    const std::string sought = squeezed(bare);
    if (sought.empty()) return std::nullopt;
    KeySlip slip;
    slip.field = only_field(fields, [&](const FieldSpec& each) { return squeezed(each.name) == sought; });
    if (slip.field != nullptr) {
        if (typographic_character_in(key)) slip.why = why_not_plain(key, arena);
        else if (key.starts_with('-')) slip.why = "a blank is missing after [[`-`|the dash before it]]";
        else if (bare.size() < key.size()) slip.why = "signs or blanks stand around it";
        return slip;
    }
    slip.field = only_field(fields, [&](const FieldSpec& each) { return squeezed(each.title) == sought; });
    if (slip.field == nullptr)
        slip.field = only_field(fields, [&](const FieldSpec& each) { return inverse_of(each) == bare; });
    if (slip.field == nullptr) return std::nullopt;
    return slip;
}

}  // namespace ims
