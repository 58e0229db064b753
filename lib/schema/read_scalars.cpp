#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "diagnostics/rules.h"
#include "schema/valid_id.h"
#include "schema/value_reader.h"
#include "schema/value_words.h"

namespace ims {
namespace {

bool is_well_formed_day(std::string_view word) {
    return word.size() == 10 && word[4] == '-' && word[7] == '-' &&
           word.find_first_not_of("0123456789-") == std::string_view::npos;
}

// Of a day written YYYY-MM-DD that does not exist.
Message why_no_day(std::string_view word, Arena& arena) {
    for (int day = 31; day > 27; --day) {
        const std::string last = fmt::format("{}{}", word.substr(0, 8), day);
        if (parse_date(last)) return make_message(arena, "the last day of that month is [[`{0}`|{0}]]", plain(last));
    }
    return "the months are [[`01` to `12`|01 to 12]], and the year comes first";
}

// What to write where one thing is meant most likely.
Message likely_meant(std::string_view likely, Arena& arena) {
    return make_message(arena, "[[write `{0}`|have it mended: {0} is meant most likely]]", plain(likely));
}

}  // namespace

Finding& ValueReader::invalid(RuleId rule, Field field, NodeId key, NodeId target, Message message) {
    add(field, ValueType::invalid, key, target);
    return report(rule, first_line(span(target)), message);
}

void ValueReader::read_scalar(const Shape& shape, Field field, NodeId key, NodeId target) {
    const auto keep_text = [&] { add(field, ValueType::text, key, target); };
    switch (shape.scalar) {
        case ScalarType::none:
        case ScalarType::any: add(field, ValueType::any, key, target); return;
        case ScalarType::id:
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        // Judged by the family exceptions and by the settings, which know what to say of it.
        case ScalarType::rule: return keep_text();
        case ScalarType::kind: return read_kind(field, key, target);
        case ScalarType::clause: return read_clause(field, key, target);
        case ScalarType::date: return read_date(field, key, target);
        case ScalarType::point_in_time: return read_point_in_time(field, key, target);
        case ScalarType::duration: return read_duration(field, key, target);
        case ScalarType::yes_no: return read_yes_no(field, key, target);
        case ScalarType::whole:
        case ScalarType::number: return read_number(shape, field, key, target);
        case ScalarType::enumeration: return read_choice(shape, field, key, target);
        case ScalarType::discipline:
            if (rules_.settings) return keep_text();
            if (check_discipline(target)) {
                const auto discipline = rules_.vocabulary.find_discipline(text(target));
                add(field, ValueType::discipline, key, target, discipline->value);
            } else {
                add(field, ValueType::invalid, key, target);
            }
            return;
        case ScalarType::step:
            if (rules_.settings) return keep_text();
            return read_step(shape, field, key, target);
        case ScalarType::risk_level:
            if (rules_.settings) return keep_text();
            return read_level(field, key, target);
        case ScalarType::reference:
        case ScalarType::reference_or_text: return read_reference(shape, field, key, target);
    }
}

void ValueReader::read_clause(Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    const std::size_t colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0 && colon + 1 < word.size()) {
        add(field, ValueType::text, key, target);
        return;
    }
    const bool number = word.find_first_not_of("0123456789.") == std::string_view::npos;
    Finding& finding =
        number
            ? invalid(RuleId::wrong_type, field, key, target, say("clause {} of which standard?", shown(target)))
            : invalid(RuleId::wrong_type, field, key, target, say("{} names no clause of a standard", shown(target)));
    finding.help =
        "[[write the standard's id, a colon and the clause's number: `iso-9001-2026:8.4.1`|say of which standard the "
        "clause is, and its number]]";
}

void ValueReader::read_kind(Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    Words names;
    for (const KindSpec& kind : rules_.schema.kinds()) {
        if (kind.of_records()) names.push_back(kind.name);
    }
    if (std::ranges::find(names, word) != names.end()) {
        add(field, ValueType::text, key, target);
        return;
    }
    suggest(invalid(RuleId::unknown_kind, field, key, target,
                    say("[[{0} is no kind of record|{1} is given as {0}, which is no kind of record]]", shown(target),
                        here())),
            target, names);
}

Message ValueReader::no_such_day(const TextArgument& day) {
    return say("[[there is no day {0}|{1} is given as {0}, and there is no such day]]", day, here());
}

void ValueReader::read_date(Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    if (const auto date = parse_date(word)) {
        add(field, ValueType::date, key, target, date->days);
        return;
    }
    const bool well_formed = is_well_formed_day(word);
    Finding& finding =
        well_formed ? invalid(RuleId::invalid_date, field, key, target, no_such_day(shown(target)))
                    : invalid(RuleId::invalid_date, field, key, target,
                              say("[[{0} is no date|{1} is given as {0}, which is no date]]", shown(target), here()));
    finding.help = "[[write the day as year, month and day: `2026-03-31`|say which day is meant]]";
    if (const auto likely = likely_date(word)) {
        finding.help = likely_meant(*likely, arena_);
        finding.fix = fix_that_dates(span(target), *likely, arena_);
    } else if (well_formed) {
        finding.help = why_no_day(word, arena_);
    }
}

void ValueReader::read_point_in_time(Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    if (const auto point = parse_point_in_time(word)) {
        if (point->minute) add(field, ValueType::point_in_time, key, target, Value::pack(*point));
        else add(field, ValueType::date, key, target, point->day.days);
        return;
    }
    const std::size_t split = std::min(word.find_first_of(" T"), word.size());
    const std::string_view day = word.substr(0, split);
    const std::string_view clock = word.substr(split);
    const bool clock_is_right = parse_point_in_time("2024-01-01" + std::string(clock)).has_value();
    Finding& finding =
        invalid(RuleId::invalid_date, field, key, target,
                clock_is_right && is_well_formed_day(day) ? no_such_day(quoted(day))
                : clock.empty() ? say("[[{0} is no date|{1} is given as {0}, which is no date]]", shown(target), here())
                                : say("[[{0} is no date with a time|{1} is given as {0}, which is no date with a "
                                      "time]]",
                                      shown(target), here()));
    if (!clock_is_right) {
        finding.help =
            "[[write a day, and behind it the time from 00:00 to 23:59: `2026-03-31 14:30`; an offset may follow, as "
            "in `2026-03-31 14:30 +02:00`|say which day is meant, and which time from 00:00 to 23:59]]";
    } else if (const auto likely = likely_date(day)) {
        const std::string whole = *likely + std::string(clock);
        finding.help = likely_meant(whole, arena_);
        finding.fix = fix_that_dates(span(target), whole, arena_);
    } else if (is_well_formed_day(day)) {
        finding.help = why_no_day(day, arena_);
    } else {
        finding.help =
            "[[write the day as year, month and day, and a time behind it if it matters: `2026-03-31 14:30`|say which "
            "day is meant, and which time if it matters]]";
    }
}

void ValueReader::read_duration(Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    const auto duration = parse_duration(word);
    if (const auto packed = duration ? Value::pack(*duration) : std::nullopt) {
        add(field, ValueType::duration, key, target, *packed);
        return;
    }
    const bool number = word.find_first_not_of("0123456789.") == std::string_view::npos;
    Finding& finding =
        number ? invalid(RuleId::invalid_duration, field, key, target,
                         say("[[{0} has no unit: minutes, hours, days?|{1} is given as {0}, without a unit: minutes, "
                             "hours, days?]]",
                             shown(target), here()))
               : invalid(RuleId::invalid_duration, field, key, target,
                         say("[[{0} is no duration|{1} is given as {0}, which is no length of time]]", shown(target),
                             here()));
    finding.help =
        "[[write a number and a unit: `30 min`, `4 h`, `2 d`, `1 w`, `6 months` or `1 y`|say how long, as a number and "
        "a unit]]";
    if (const auto likely = likely_duration(word)) {
        finding.help =
            say("[[write `{0}`|have it mended: {1} is meant most likely]]", plain(*likely), *parse_duration(*likely));
        finding.fix = fix_that_writes(span(target), *likely, arena_);
    }
}

void ValueReader::read_yes_no(Field field, NodeId key, NodeId target) {
    if (const auto yes = yes_or_no(text(target))) {
        add(field, ValueType::yes_no, key, target, *yes ? 1 : 0);
        return;
    }
    invalid(RuleId::unknown_value, field, key, target,
            say("{} is either [[`yes` or `no`|yes or no]], not {}", here(), shown(target)))
        .help = "[[write `yes` or `no`|say yes or no]]";
}

void ValueReader::read_number(const Shape& shape, Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    double number = 0;
    const char* first = word.data() + (word.starts_with('+') ? 1 : 0);
    const auto [end, error] = std::from_chars(first, word.data() + word.size(), number);
    const bool whole = shape.scalar == ScalarType::whole;
    if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(number)) {
        invalid(RuleId::wrong_type, field, key, target,
                say("[[{0} is no number|{1} is given as {0}, which is no number]]", shown(target), here()))
            .help =
            whole ? Message("[[write a whole number: `2`|say it as a whole number]]")
                  : Message("[[write a number alone, with a point for decimals: `2` or `97.5`|say it as a number]]");
        return;
    }
    const double lowest = shape.lowest != Shape::kNoBound ? shape.lowest : whole ? 0 : -HUGE_VAL;
    const double highest = shape.highest != Shape::kNoBound ? shape.highest : whole ? 1e9 : HUGE_VAL;
    if (number >= lowest && number <= highest && (!whole || std::floor(number) == number)) {
        add(field, ValueType::number, key, target, std::bit_cast<std::int64_t>(number));
        return;
    }
    Finding& finding = invalid(RuleId::out_of_range, field, key, target, say("{} cannot be {}", here(), shown(target)));
    const Message what = whole ? Message("[[write|choose]] a whole number") : Message("[[write|choose]] a number");
    finding.help = shape.highest != Shape::kNoBound && std::isfinite(lowest)
                       ? say("{} from {} to {}", what, lowest, shape.highest)
                   : std::isfinite(lowest) ? say("{} from {} on", what, lowest)
                                           : say("{} up to {}", what, highest);
}

void ValueReader::read_choice(const Shape& shape, Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    const auto found = std::ranges::find(shape.values, word, &EnumValue::name);
    if (found != shape.values.end()) {
        add(field, ValueType::choice, key, target, shape.values[found->canonical].word.value);
        return;
    }
    Words names;
    std::vector<Choice> choices;
    std::vector<Choice> distinct;  // readers see a synonym as the value that it stands for
    for (std::size_t place = 0; place < shape.values.size(); ++place) {
        const EnumValue& value = shape.values[place];
        names.push_back(value.name);
        choices.push_back(value.word);
        if (value.canonical == place) distinct.push_back(value.word);
    }
    suggest(invalid(RuleId::unknown_value, field, key, target, say("{} cannot be {}", here(), shown(target))), target,
            names, choices, distinct);
}

void ValueReader::read_level(Field field, NodeId key, NodeId target) {
    const std::vector<std::string>& names = rules_.vocabulary.risk_levels;
    if (std::ranges::find(names, text(target)) != names.end()) {
        add(field, ValueType::text, key, target);
        return;
    }
    suggest(invalid(RuleId::unknown_value, field, key, target,
                    say("[[{0} is no level of risk in ims.yaml|{1} is given as {0}, which is no level of risk here]]",
                        shown(target), here())),
            target, {names.begin(), names.end()});
}

void ValueReader::read_step(const Shape& shape, Field field, NodeId key, NodeId target) {
    const std::vector<std::string>& steps = rules_.vocabulary.scale(shape.scale);
    const std::string_view word = text(target);
    const auto keep = [&](std::size_t step) {
        add(field, ValueType::step, key, target, static_cast<std::int64_t>(step));
    };
    const auto named = std::ranges::find(steps, word);
    if (named != steps.end()) return keep(static_cast<std::size_t>(named - steps.begin()) + 1);
    if (word.find_first_not_of("+-0123456789.") != std::string_view::npos) {
        suggest(invalid(RuleId::unknown_value, field, key, target,
                        say("{} cannot be {}: the scale[[ in ims.yaml]] has no such step", here(), shown(target))),
                target, {steps.begin(), steps.end()});
        return;
    }
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool whole = error == std::errc() && end == word.data() + word.size();
    if (whole && number >= 1 && number <= steps.size()) return keep(number);
    invalid(RuleId::out_of_range, field, key, target,
            say("{} cannot be {}: the scale[[ in ims.yaml]] has steps 1 to {}", here(), shown(target), steps.size()))
        .help = say("[[write|choose]] a number from 1 to {}, or one of {:12}", steps.size(), quoted_each(steps));
}

void ValueReader::read_reference(const Shape& shape, Field field, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    const std::size_t slash = word.find('/');
    if (shape.scalar == ScalarType::reference_or_text) {
        const std::string_view prefix = word.substr(0, slash);
        const bool names_kind = slash != std::string_view::npos &&
                                std::ranges::find(shape.reference->kinds, prefix) != shape.reference->kinds.end() &&
                                is_valid_id(word.substr(slash + 1));
        add(field, names_kind ? ValueType::reference : ValueType::text, key, target, RecordId::kNone);
        return;
    }
    const std::string_view id = slash == std::string_view::npos ? word : word.substr(slash + 1);
    if (is_valid_id(id)) {
        add(field, ValueType::reference, key, target, RecordId::kNone);
        return;
    }
    Finding& finding = invalid(RuleId::wrong_type, field, key, target,
                               say("{} cannot be [[the id|the name]] of a record", shown(target)));
    const Message forms = reference_forms(*shape.reference, arena_);
    finding.help = word.find(',') == std::string_view::npos
                       ? say("[[write|name]] {}", forms)
                       : say("[[write|name]] {}[[; several go into a list: `[first, second]`|, or several, each by "
                             "itself]]",
                             forms);
}

bool ValueReader::check_discipline(NodeId at) {
    const std::string_view name = text(at);
    if (rules_.vocabulary.find_discipline(name)) return true;
    const auto& known = rules_.schema.known_disciplines();
    const bool well_known = std::ranges::find(known, name) != known.end();
    Finding& finding = report(RuleId::unknown_discipline, span(at),
                              well_known ? say("discipline {} is not in force here", told_name(name, arena_))
                                         : say("{} is no discipline in force here", shown(at)));
    const Words candidates(rules_.vocabulary.disciplines.begin(), rules_.vocabulary.disciplines.end());
    if (const auto near = nearest(name, candidates)) {
        suggest_names(finding, at, candidates);
    } else if (candidates.empty()) {
        finding.help =
            say("[[put it in force in ims.yaml: `disciplines: {{{}: {{}}}}`|decide whether it is to be in force here]]",
                TextArgument{name, Written::plain, kLongest});
    } else {
        finding.help = say("[[write|choose]] one of {:12}, or put it in force[[ under `disciplines` in ims.yaml]]",
                           told_names(candidates));
    }
    return false;
}

}  // namespace ims
