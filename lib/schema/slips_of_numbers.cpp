// `99,5`, `1.000,5`, `95 %`, `≥ 95`, `two`.
#include <algorithm>
#include <charconv>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/slips_by_type.h"
#include "schema/value_words.h"

namespace ims {
namespace {

constexpr std::string_view kNumberCharacters = "0123456789.,' ";

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string_view> split_at(std::string_view text, char sign) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

// `1.234.567`: groups of three, the first of one to three. Of one group there are no thousands to set apart.
std::optional<std::string> without_groups(std::string_view text, char sign) {
    const std::vector<std::string_view> groups = split_at(text, sign);
    if (groups.size() < 2 || groups[0].size() > 3 || groups[0].starts_with('0')) return std::nullopt;
    std::string out;
    for (std::size_t place = 0; place < groups.size(); ++place) {
        if (!all_digits(groups[place]) || (place > 0 && groups[place].size() != 3)) return std::nullopt;
        out += groups[place];
    }
    return out;
}

std::optional<std::string> whole_part(std::string_view text) {
    if (text.empty()) return "0";  // `,5`
    if (all_digits(text)) return std::string(text);
    for (const char sign : {' ', '\'', '.', ','}) {
        if (auto out = without_groups(text, sign)) return out;
    }
    return std::nullopt;
}

std::string decimal(std::string_view whole, std::string_view decimals) {
    std::string out = fmt::format("{}.{}", whole, decimals);
    while (out.ends_with('0')) out.pop_back();
    if (out.ends_with('.')) out.pop_back();
    return out;
}

std::optional<NumberReadings> unsigned_readings(std::string_view text) {
    NumberReadings out;
    const std::size_t last = text.find_last_of(".,");
    if (last != std::string_view::npos && all_digits(text.substr(last + 1))) {
        const std::string_view before = text.substr(0, last);
        const bool alone = before.find(text[last]) == std::string_view::npos;
        if (const auto whole = alone ? whole_part(before) : std::nullopt) {
            out.has_groups = !before.empty() && !all_digits(before);
            out.has_comma = text[last] == ',';
            // `1,200`: either of two.
            if (const auto thousands = without_groups(text, text[last])) out.texts.push_back(*thousands);
            out.texts.push_back(decimal(*whole, text.substr(last + 1)));
            return out;
        }
    }
    const auto whole = text.empty() ? std::nullopt : whole_part(text);
    if (!whole) return std::nullopt;
    out.texts.push_back(*whole);
    out.has_groups = !all_digits(text);
    return out;
}

struct BeforeNumber {
    std::string_view sign;
    std::string_view direction;  // the word of the field `direction`; empty where none says it
};
constexpr BeforeNumber kBeforeNumber[] = {
    {"≥", "at-least"},
    {"≤", "at-most"},
    {">=", "at-least"},
    {"<=", "at-most"},
    {"=>", "at-least"},
    {"=<", "at-most"},
    {">", "at-least"},
    {"<", "at-most"},
    {"at least", "at-least"},
    {"at most", "at-most"},
    {"min.", "at-least"},
    {"max.", "at-most"},
    {"min", "at-least"},
    {"max", "at-most"},
    {"mindestens", "at-least"},
    {"hochstens", "at-most"},
    {"au moins", "at-least"},
    {"au plus", "at-most"},
    {"over", "at-least"},
    {"under", "at-most"},
    {"uber", "at-least"},
    {"unter", "at-most"},
    {"=", {}},
    {"~", {}},
    {"ca.", {}},
    {"about", {}},
    {"€", {}},
    {"$", {}},
    {"£", {}},
    {"eur", {}},
    {"chf", {}},
    {"usd", {}},
    {"gbp", {}},
};

struct NumberParts {
    const BeforeNumber* before = nullptr;
    std::string number;  // with its sign
    std::string unit;
};

std::optional<NumberParts> number_parts(std::string_view text) {
    NumberParts parts;
    const std::string lower = folded(text);
    std::string_view rest = lower;
    for (const BeforeNumber& each : kBeforeNumber) {
        if (!rest.starts_with(each.sign)) continue;
        parts.before = &each;
        rest = trim(rest.substr(each.sign.size()));
        break;
    }
    if (rest.starts_with('-') || rest.starts_with('+')) {
        if (rest[0] == '-') parts.number = "-";
        rest = trim(rest.substr(1));
    }
    const std::size_t end = std::min(rest.find_first_not_of(kNumberCharacters), rest.size());
    const std::string_view digits = trim(rest.substr(0, end));
    if (digits.find_first_of("0123456789") == std::string_view::npos) return std::nullopt;
    parts.number += digits;
    parts.unit = trim(rest.substr(end));
    // A word or a sign, `2 people`; no second number, and no sentence.
    const bool is_unit = parts.unit.find_first_of("0123456789-:=,;()") == std::string::npos && parts.unit.size() <= 20;
    return is_unit ? std::optional(parts) : std::nullopt;
}

const FieldSpec* field_beside(const SlipQuestion& question, std::string_view name) {
    for (const std::span<const FieldSpec> fields : {question.beside, question.of_record}) {
        const auto found = std::ranges::find(fields, name, &FieldSpec::name);
        if (found != fields.end()) return &*found;
    }
    return nullptr;
}

std::optional<std::string> number_word(std::string_view text) {
    constexpr std::string_view kWords[][6] = {
        {"none", "keine", "keiner", "aucun", "zero", "nul"}, {"one", "eins", "ein", "eine", "un", "une"},
        {"two", "zwei", "deux", "dos", "due", "twee"},       {"three", "drei", "trois", "tres", "tre", "drie"},
        {"four", "vier", "quatre", "cuatro", "quattro", ""}, {"five", "funf", "cinq", "cinco", "cinque", "vijf"},
        {"six", "sechs", "seis", "sei", "zes", ""},          {"seven", "sieben", "sept", "siete", "sette", "zeven"},
        {"eight", "acht", "huit", "ocho", "otto", ""},       {"nine", "neun", "neuf", "nueve", "nove", "negen"},
        {"ten", "zehn", "dix", "diez", "dieci", "tien"},
    };
    const std::string word = folded(text);
    for (std::size_t number = 0; number < std::size(kWords); ++number) {
        if (std::ranges::find(kWords[number], word) != std::end(kWords[number])) return fmt::to_string(number);
    }
    return std::nullopt;
}

// 0x10, as programs write 16.
std::optional<std::string> hexadecimal(std::string_view text) {
    if (!text.starts_with("0x") && !text.starts_with("0X")) return std::nullopt;
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), number, 16);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return fmt::to_string(number);
}

std::vector<Message> whys_of(const NumberParts& parts, const NumberReadings& readings, const SlipQuestion& question,
                             Arena& arena) {
    std::vector<Message> whys;
    if (readings.texts.size() > 1)
        whys.push_back(readings.has_comma ? Message("the comma may set thousands apart or stand before decimals")
                                          : Message("the point may set thousands apart or stand before decimals"));
    else if (readings.has_comma) whys.push_back("decimals follow a point");
    if (readings.has_groups) whys.push_back("nothing stands between thousands");
    if (parts.before != nullptr) {
        const FieldSpec* direction = parts.before->direction.empty() ? nullptr : field_beside(question, "direction");
        if (direction != nullptr)
            whys.push_back(make_message(arena, "what stands before it is said by [[`direction: {0}`|{1}]]",
                                        plain(parts.before->direction), quoted(direction->title)));
        else whys.push_back("a number stands alone");
    }
    if (!parts.unit.empty()) {
        const FieldSpec* const unit = field_beside(question, "unit");
        if (unit != nullptr)
            whys.push_back(make_message(arena, "its unit stands under {}", labelled(names_of(*unit), arena)));
        else if (parts.before == nullptr) whys.push_back("a number stands alone, without a unit");
    }
    return whys;
}

}  // namespace

std::optional<NumberReadings> number_readings(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text = trim(text.substr(1));
    auto readings = unsigned_readings(text);
    if (readings && negative) {
        for (std::string& each : readings->texts) each.insert(0, "-");
    }
    return readings;
}

std::optional<Slip> number_slip(const SlipQuestion& question, Arena& arena) {
    Slip slip;
    slip.certainty = Certainty::likely;
    if (auto word = number_word(question.text)) {
        slip.texts = {*word};
        return slip;
    }
    if (auto number = hexadecimal(question.text)) {
        slip.texts = {*number};
        slip.why = "numbers are written in tens here";
        return slip;
    }
    const auto parts = number_parts(question.text);
    const auto readings = parts ? number_readings(parts->number) : std::nullopt;
    if (!readings) return std::nullopt;
    slip.texts = readings->texts;
    if (slip.texts.size() > 1) slip.certainty = Certainty::open;
    else if (parts->before == nullptr && parts->unit.empty()) slip.certainty = Certainty::certain;
    if (const auto whys = whys_of(*parts, *readings, question, arena); !whys.empty())
        slip.why = make_message(arena, "{}", listed_by(Joined::by_comma_and, whys));
    return slip;
}

}  // namespace ims
