// A single value: read by its type, or refused with what it is not, and with what was meant where that is known.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "base/unicode.h"
#include "diagnostics/look_alikes.h"
#include "diagnostics/rules.h"
#include "schema/scalar_value.h"
#include "schema/value_reader.h"
#include "schema/value_words.h"
#include "yaml/item_in_text.h"

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

bool is_number_alone(std::string_view word) { return word.find_first_not_of("0123456789.,") == std::string_view::npos; }

}  // namespace

void ValueReader::read_scalar(const Shape& shape, Field field, NodeId key, NodeId target) {
    if (report_swallowed_item(shape, field, key, target)) return;
    if (const auto value = scalar_value(shape, text(target), rules_)) {
        add(field, value->type, key, target, value->payload);
        return;
    }
    add(field, ValueType::invalid, key, target);
    tell_what_was_meant(refuse(shape, target), shape, target);
}

Finding& ValueReader::refused(RuleId rule, NodeId target, Message message) {
    return report(rule, first_line(span(target)), message);
}

// `- one` and, a blank deeper, `- two`: no id and no word goes on on another line.
bool ValueReader::report_swallowed_item(const Shape& shape, Field field, NodeId key, NodeId target) {
    switch (shape.scalar) {
        case ScalarType::none:
        case ScalarType::any:
        case ScalarType::line:
        case ScalarType::markdown:
        case ScalarType::path:
        case ScalarType::reference_or_text: return false;  // the rule `item-in-text` looks at texts
        default: break;
    }
    const auto item = item_in_text(parsed_.bytes, node(target));
    if (!item) return false;
    add(field, ValueType::invalid, key, target);
    report(RuleId::wrong_type, {{}, item->begin, item->end},
           say("[[this line goes on with {0}, so that both are read as one: {1}|two values of {0} are read as one]]",
               here(), shown(target)))
        .help = key.known()
                    ? Message(
                          "[[put each value on a line of its own below the key, each with `- ` before it|have the "
                          "two kept apart]]")
                    : Message(
                          "[[give its `-` as many spaces before it as the items above have|have the two kept "
                          "apart]]");
    return true;
}

Finding& ValueReader::refuse(const Shape& shape, NodeId target) {
    switch (shape.scalar) {
        case ScalarType::kind: return refuse_kind(target);
        case ScalarType::clause: return refuse_clause(target);
        case ScalarType::date: return refuse_date(target);
        case ScalarType::point_in_time: return refuse_point_in_time(target);
        case ScalarType::duration: return refuse_duration(target);
        case ScalarType::yes_no: return refuse_yes_no(target);
        case ScalarType::whole:
        case ScalarType::number: return refuse_number(shape, target);
        case ScalarType::enumeration: return refuse_choice(shape, target);
        case ScalarType::discipline: return refuse_discipline(target);
        case ScalarType::step: return refuse_step(shape, target);
        case ScalarType::risk_level: return refuse_level(target);
        default: return refuse_reference(shape, target);
    }
}

Finding& ValueReader::refuse_clause(NodeId target) {
    const std::string_view word = text(target);
    const bool number = word.find_first_not_of("0123456789.") == std::string_view::npos;
    Finding& finding = refused(RuleId::wrong_type, target,
                               number ? say("clause {} of which standard?", shown(target))
                                      : say("{} names no clause of a standard", shown(target)));
    finding.help =
        "[[write the standard's id, a colon and the clause's number: `iso-9001-2026:8.4.1`|say of which standard the "
        "clause is, and its number]]";
    return finding;
}

Finding& ValueReader::refuse_kind(NodeId target) {
    Words names;
    for (const KindSpec& kind : rules_.schema.kinds()) {
        if (kind.of_records()) names.push_back(kind.name);
    }
    Finding& finding = refused(
        RuleId::unknown_kind, target,
        say("[[{0} is no kind of record|{1} is given as {0}, which is no kind of record]]", shown(target), here()));
    suggest(finding, target, names);
    return finding;
}

Message ValueReader::no_such_day(const TextArgument& day) {
    return say("[[there is no day {0}|{1} is given as {0}, and there is no such day]]", day, here());
}

Finding& ValueReader::refuse_date(NodeId target) {
    const std::string_view word = text(target);
    const bool well_formed = is_well_formed_day(word);
    Finding& finding =
        refused(RuleId::invalid_date, target,
                well_formed ? no_such_day(shown(target))
                            : say("[[{0} is no date|{1} is given as {0}, which is no date]]", shown(target), here()));
    if (well_formed) finding.help = why_no_day(word, arena_);
    else finding.help = "[[write the day as year, month and day: `2026-03-31`|say which day is meant]]";
    return finding;
}

Finding& ValueReader::refuse_point_in_time(NodeId target) {
    const std::string_view word = text(target);
    const std::size_t split = std::min(word.find_first_of(" T"), word.size());
    const std::string_view day = word.substr(0, split);
    const std::string_view clock = word.substr(split);
    const bool clock_is_right = parse_point_in_time("2024-01-01" + std::string(clock)).has_value();
    Finding& finding =
        refused(RuleId::invalid_date, target,
                clock_is_right && is_well_formed_day(day) ? no_such_day(quoted(day))
                : clock.empty() ? say("[[{0} is no date|{1} is given as {0}, which is no date]]", shown(target), here())
                                : say("[[{0} is no date with a time|{1} is given as {0}, which is no date with a "
                                      "time]]",
                                      shown(target), here()));
    if (!clock_is_right) {
        finding.help =
            "[[write a day, and behind it the time from 00:00 to 23:59: `2026-03-31 14:30`; an offset may follow, as "
            "in `2026-03-31 14:30 +02:00`|say which day is meant, and which time from 00:00 to 23:59]]";
    } else if (is_well_formed_day(day)) {
        finding.help = why_no_day(day, arena_);
    } else {
        finding.help =
            "[[write the day as year, month and day, and a time behind it if it matters: `2026-03-31 14:30`|say which "
            "day is meant, and which time if it matters]]";
    }
    return finding;
}

Finding& ValueReader::refuse_duration(NodeId target) {
    Finding& finding = refused(
        RuleId::invalid_duration, target,
        is_number_alone(text(target))
            ? say("[[{0} has no unit: minutes, hours, days?|{1} is given as {0}, without a unit: minutes, "
                  "hours, days?]]",
                  shown(target), here())
            : say("[[{0} is no duration|{1} is given as {0}, which is no length of time]]", shown(target), here()));
    finding.help =
        "[[write a number and a unit: `30 min`, `4 h`, `2 d`, `1 w`, `6 months` or `1 y`|say how long, as a number and "
        "a unit]]";
    return finding;
}

Finding& ValueReader::refuse_yes_no(NodeId target) {
    Finding& finding = refused(RuleId::unknown_value, target,
                               say("{} is either [[`yes` or `no`|yes or no]], not {}", here(), shown(target)));
    finding.help = "[[write `yes` or `no`|say yes or no]]";
    return finding;
}

Finding& ValueReader::refuse_number(const Shape& shape, NodeId target) {
    const bool whole = shape.scalar == ScalarType::whole;
    if (!number_in(text(target))) {
        Finding& finding =
            refused(RuleId::wrong_type, target,
                    say("[[{0} is no number|{1} is given as {0}, which is no number]]", shown(target), here()));
        finding.help = whole ? Message("[[write a whole number: `2`|say it as a whole number]]")
                             : Message(
                                   "[[write a number alone, with a point for decimals: `2` or `97.5`|say it as a "
                                   "number]]");
        return finding;
    }
    const NumberBounds bounds = bounds_of(shape);
    Finding& finding = refused(RuleId::out_of_range, target, say("{} cannot be {}", here(), shown(target)));
    const Message what = whole ? Message("[[write|choose]] a whole number") : Message("[[write|choose]] a number");
    finding.help = shape.highest != Shape::kNoBound && std::isfinite(bounds.lowest)
                       ? say("{} from {} to {}", what, bounds.lowest, shape.highest)
                   : std::isfinite(bounds.lowest) ? say("{} from {} on", what, bounds.lowest)
                                                  : say("{} up to {}", what, bounds.highest);
    return finding;
}

Finding& ValueReader::refuse_choice(const Shape& shape, NodeId target) {
    Words names;
    std::vector<Choice> choices;
    std::vector<Choice> distinct;  // readers see a synonym as the value that it stands for
    for (std::size_t place = 0; place < shape.values.size(); ++place) {
        const EnumValue& value = shape.values[place];
        names.push_back(value.name);
        choices.push_back(value.word);
        if (value.canonical == place) distinct.push_back(value.word);
    }
    Finding& finding = refused(RuleId::unknown_value, target, say("{} cannot be {}", here(), shown(target)));
    suggest(finding, target, names, choices, distinct);
    return finding;
}

Finding& ValueReader::refuse_level(NodeId target) {
    const std::vector<std::string>& names = rules_.vocabulary.risk_levels;
    Finding& finding =
        refused(RuleId::unknown_value, target,
                say("[[{0} is no level of risk in ims.yaml|{1} is given as {0}, which is no level of risk here]]",
                    shown(target), here()));
    suggest(finding, target, {names.begin(), names.end()});
    return finding;
}

Finding& ValueReader::refuse_step(const Shape& shape, NodeId target) {
    const std::vector<std::string>& steps = rules_.vocabulary.scale(shape.scale);
    if (text(target).find_first_not_of("+-0123456789.") != std::string_view::npos) {
        Finding& finding =
            refused(RuleId::unknown_value, target,
                    say("{} cannot be {}: the scale[[ in ims.yaml]] has no such step", here(), shown(target)));
        suggest(finding, target, {steps.begin(), steps.end()});
        return finding;
    }
    Finding& finding = refused(
        RuleId::out_of_range, target,
        say("{} cannot be {}: the scale[[ in ims.yaml]] has steps 1 to {}", here(), shown(target), steps.size()));
    finding.help = say("[[write|choose]] a number from 1 to {}, or one of {:12}", steps.size(), quoted_each(steps));
    return finding;
}

Finding& ValueReader::refuse_reference(const Shape& shape, NodeId target) {
    Finding& finding =
        refused(RuleId::wrong_type, target, say("{} cannot be [[the id|the name]] of a record", shown(target)));
    finding.help = say("[[write|name]] {}", reference_forms(*shape.reference, arena_));
    return finding;
}

Finding& ValueReader::refuse_discipline(NodeId at) {
    const std::string_view name = text(at);
    const auto& known = rules_.schema.known_disciplines();
    const bool well_known = std::ranges::find(known, name) != known.end();
    Finding& finding = report(RuleId::unknown_discipline, span(at),
                              well_known ? say("discipline {} is not in force here", told_name(name, arena_))
                                         : say("{} is no discipline in force here", shown(at)));
    const Words candidates(rules_.vocabulary.disciplines.begin(), rules_.vocabulary.disciplines.end());
    if (const auto near = nearest(name, candidates)) {
        suggest_names(finding, at, candidates);
        const bool alike = skeleton(*near) == skeleton(name) || folded_skeleton(*near) == folded_skeleton(name);
        const Message how = alike ? how_they_differ(name, *near, arena_) : Message();
        if (!how.empty()) finding.notes.insert(finding.notes.begin(), how);
    } else if (candidates.empty()) {
        finding.help =
            say("[[put it in force in ims.yaml: `disciplines: {{{}: {{}}}}`|decide whether it is to be in force here]]",
                TextArgument{name, Written::plain, kLongest});
    } else {
        finding.help = say("[[write|choose]] one of {:12}, or put it in force[[ under `disciplines` in ims.yaml]]",
                           told_names(candidates));
    }
    return finding;
}

void ValueReader::check_discipline_key(NodeId key) {
    if (rules_.vocabulary.find_discipline(text(key))) return;
    Shape discipline;
    discipline.scalar = ScalarType::discipline;
    tell_what_was_meant(refuse_discipline(key), discipline, key);
}

}  // namespace ims
