#include "schema/read_values.h"

#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "base/nearest.h"
#include "base/text.h"

namespace ims {
namespace {

struct Range {
    char32_t first;
    char32_t last;
};
// Beyond ASCII an id takes what scripts write words with; these are the blocks of blanks, signs and pictures.
constexpr Range kNoLetters[] = {
    {0x00, 0xA9},     {0xAB, 0xB4},     {0xB6, 0xB9},     {0xBB, 0xBF},       {0xD7, 0xD7},        {0xF7, 0xF7},
    {0x2000, 0x206F}, {0x2070, 0x20CF}, {0x2190, 0x2BFF}, {0x2E00, 0x2E7F},   {0x3000, 0x3004},    {0x3008, 0x3020},
    {0xD800, 0xF8FF}, {0xFD3E, 0xFD3F}, {0xFE10, 0xFE1F}, {0xFE30, 0xFE6F},   {0xFEFF, 0xFF0F},    {0xFF1A, 0xFF20},
    {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65}, {0xFFE0, 0xFFFF}, {0x1F000, 0x1FAFF}, {0xE0000, 0x10FFFF},
};

bool is_letter_or_digit(char32_t value) {
    if (value < 0x80) {
        return (value >= 'a' && value <= 'z') || (value >= 'A' && value <= 'Z') || (value >= '0' && value <= '9');
    }
    for (const Range& range : kNoLetters) {
        if (value >= range.first && value <= range.last) return false;
    }
    return true;
}

// A place inside a record, for a finding's field path: a field, an item of a list, or an entry of a map.
struct Step {
    std::string_view name;  // of a field or entry
    NodeId item;            // of an item
};

std::string kind_list(const ReferenceSpec& spec) {
    if (spec.kinds.empty()) return "a record (`kind/id`)";
    if (spec.kinds.size() == 1) return fmt::format("the id of a {}", spec.kinds[0]);
    if (!spec.bare.empty()) {
        std::string text = fmt::format("the id of a {}", spec.bare);
        for (const std::string_view kind : spec.kinds) {
            if (kind != spec.bare) text += fmt::format(", or `{}/…`", kind);
        }
        return text;
    }
    std::vector<std::string> forms;
    for (const std::string_view kind : spec.kinds) forms.push_back(fmt::format("{}/…", kind));
    return "one of " + join_names(forms, Ticks::yes, 12);
}

class Reader {
public:
    Reader(const ReadSource& source, const ReadRules& rules, Span place, std::string_view kind, std::string_view record,
           std::vector<Value>& values, std::vector<Finding>& findings)
        : record_place_(place),
          source_(source),
          rules_(rules),
          kind_(kind),
          record_(record),
          values_(values),
          findings_(findings) {}

    void read_map(NodeId map, NodeId holder, std::span<const FieldSpec> fields, bool top) {
        std::uint64_t seen = 0;  // by place in `fields`; no kind has 64 fields, and beyond that nothing is missed twice
        for_entries(map, [&](NodeId key, NodeId value) {
            const std::string_view name = text(key);
            const FieldSpec* field = nullptr;
            std::size_t place = 0;
            for (; place < fields.size(); ++place) {
                if (fields[place].name == name) {
                    field = &fields[place];
                    break;
                }
            }
            if (field == nullptr) {
                // A merge key was reported as such.
                const bool merge = name == "<<" && node(key).style == ScalarStyle::plain;
                if (!merge && !name.starts_with("x_")) unknown(key, name, fields, top);
                return;
            }
            const NodeId target = source_.tree.resolved(value);
            if (is_empty(target, *field->shape)) return;
            if (place < 64) seen |= std::uint64_t{1} << place;
            steps_.push_back({name, {}});
            read_value(*field->shape, field->field, key, target);
            steps_.pop_back();
        });
        if (rules_.partial) return;
        for (std::size_t place = 0; place < fields.size() && place < 64; ++place) {
            if (fields[place].required && !((seen >> place) & 1U)) missing(map, holder, fields[place], top);
        }
    }

private:
    const YamlNode& node(NodeId id) const { return source_.tree[id]; }
    std::string_view text(NodeId id) const { return source_.tree.text(id, source_.bytes); }
    Span span(NodeId id) const { return {source_.file, node(id).begin, node(id).end}; }

    template <class Action>
    void for_entries(NodeId map, const Action& action) {
        const std::uint32_t end = node(map).next;
        for (std::uint32_t index = map.value + 1; index < end;) {
            const NodeId key(index);
            const NodeId value(node(key).next);
            action(key, value);
            index = node(value).next;
        }
    }

    // `key:` with nothing behind it says no more than no key at all; so do "", [] and {}.
    bool is_empty(NodeId value, const Shape& shape) const {
        const YamlNode& each = node(value);
        if (each.type == NodeType::null) return !(takes_text(shape) && text(value) != "~" && !text(value).empty());
        if (each.type == NodeType::scalar) return each.text_begin == each.text_end;
        return each.next == value.value + 1;  // [] and {}
    }

    static bool takes_text(const Shape& shape) {
        return shape.scalar == ScalarType::id || shape.scalar == ScalarType::line ||
               shape.scalar == ScalarType::markdown || shape.scalar == ScalarType::path ||
               shape.scalar == ScalarType::reference || shape.scalar == ScalarType::reference_or_text;
    }

    std::size_t add(Field field, ValueType type, NodeId key, NodeId target, std::int64_t payload = 0) {
        Value value;
        value.field = field;
        value.type = type;
        value.node = target;
        value.key = key;
        value.payload = payload;
        values_.push_back(value);
        values_.back().next = static_cast<std::uint32_t>(values_.size());
        return values_.size() - 1;
    }

    void read_value(const Shape& shape, Field field, NodeId key, NodeId target) {
        const NodeType type = node(target).type;
        if (shape.scalar == ScalarType::any) {
            add(field, ValueType::any, key, target);
            return;
        }
        if (type == NodeType::map && (shape.named_map || shape.entry != nullptr)) {
            read_inner_map(shape, field, key, target);
            return;
        }
        if (shape.item != nullptr && (type == NodeType::list || shape.scalar == ScalarType::none)) {
            read_list(shape, field, key, target);
            return;
        }
        if ((type == NodeType::scalar || type == NodeType::null) && shape.scalar != ScalarType::none) {
            read_scalar(shape, field, key, target);
            return;
        }
        wrong_type(shape, field, key, target);
    }

    void read_list(const Shape& shape, Field field, NodeId key, NodeId target) {
        const std::size_t list = add(field, ValueType::list, key, target);
        if (node(target).type != NodeType::list) {
            read_item(*shape.item, field, target);
        } else {
            const std::uint32_t end = node(target).next;
            for (std::uint32_t index = target.value + 1; index < end; index = node(NodeId(index)).next) {
                read_item(*shape.item, field, source_.tree.resolved(NodeId(index)));
            }
        }
        values_[list].next = static_cast<std::uint32_t>(values_.size());
    }

    void read_item(const Shape& shape, Field field, NodeId target) {
        if (is_empty(target, shape)) return;
        steps_.push_back({{}, target});
        read_value(shape, field, {}, target);
        steps_.pop_back();
    }

    void read_inner_map(const Shape& shape, Field field, NodeId key, NodeId target) {
        const std::size_t map = add(field, ValueType::map, key, target);
        if (shape.named_map) {
            read_map(target, key, shape.fields, false);
        } else {
            for_entries(target, [&](NodeId entry_key, NodeId value) {
                const std::string_view name = text(entry_key);
                if (name.starts_with("x_")) return;
                judge_key(shape, entry_key);
                const NodeId inner = source_.tree.resolved(value);
                steps_.push_back({name, {}});
                if (is_empty(inner, *shape.entry)) {
                    // The key says something by itself: a discipline without a word beside it is in force all the same.
                    if (shape.entry->named_map) add(field, ValueType::map, entry_key, inner);
                    else add(field, ValueType::text, entry_key, inner);
                } else {
                    read_value(*shape.entry, field, entry_key, inner);
                }
                steps_.pop_back();
            });
        }
        values_[map].next = static_cast<std::uint32_t>(values_.size());
    }

    void judge_key(const Shape& shape, NodeId key) {
        if (rules_.settings) return;
        if (shape.keys == KeyType::discipline) check_discipline(key);
        if (shape.keys != KeyType::topic) return;
        const std::string_view name = text(key);
        if (std::ranges::find(shape.known, name) != shape.known.end() || rules_.vocabulary.find_discipline(name))
            return;
        std::vector<std::string_view> names(shape.known.begin(), shape.known.end());
        names.insert(names.end(), rules_.vocabulary.disciplines.begin(), rules_.vocabulary.disciplines.end());
        unknown_word(name, names, "a topic or a discipline in force", key);
    }

    bool check_discipline(NodeId at) {
        const std::string_view name = text(at);
        if (rules_.vocabulary.find_discipline(name)) return true;
        Finding& finding = report(RuleId::unknown_discipline, span(at),
                                  fmt::format("discipline `{}` is not in force here", visible(name)));
        std::vector<std::string_view> candidates(rules_.vocabulary.disciplines.begin(),
                                                 rules_.vocabulary.disciplines.end());
        if (const auto near = nearest(name, candidates)) {
            finding.help = fmt::format("did you mean `{}`?", *near);
            finding.fix =
                Fix{fmt::format("write `{}`", *near), Fix::Safety::unsafe, {{finding.span, std::string(*near)}}};
        } else if (candidates.empty()) {
            finding.help =
                fmt::format("add it to `disciplines` in ims.yaml: `disciplines: {{{}: {{}}}}`", visible(name));
        } else {
            finding.help = fmt::format("use one of {}, or put it in force under `disciplines` in ims.yaml",
                                       join_names(candidates, Ticks::yes, 12));
        }
        return false;
    }

    void read_scalar(const Shape& shape, Field field, NodeId key, NodeId target) {
        const std::string_view word = text(target);
        const auto invalid = [&] { add(field, ValueType::invalid, key, target); };
        switch (shape.scalar) {
            case ScalarType::none:
            case ScalarType::any: add(field, ValueType::any, key, target); return;
            case ScalarType::id:
            case ScalarType::line:
            case ScalarType::markdown:
            case ScalarType::path:
            case ScalarType::kind: add(field, ValueType::text, key, target); return;
            case ScalarType::rule:
                // Judged by the family exceptions and by the settings, which know what to say of it.
                add(field, ValueType::text, key, target);
                return;
            case ScalarType::clause:
                if (word.find(':') == std::string_view::npos || word.front() == ':' || word.back() == ':') {
                    Finding& finding =
                        report(RuleId::wrong_type, span(target), fmt::format("`{}` names no clause", visible(word)));
                    finding.help = "write the standard's id, a colon and the clause's number: `iso-9001-2026:8.4.1`";
                    return invalid();
                }
                add(field, ValueType::text, key, target);
                return;
            case ScalarType::date:
                if (const auto date = parse_date(word)) add(field, ValueType::date, key, target, date->days);
                else {
                    Finding& finding = report(RuleId::invalid_date, span(target),
                                              fmt::format("`{}` is no date", visible(shorten(word, 40))));
                    finding.help = "write a day that exists as YYYY-MM-DD: `2026-03-31`";
                    invalid();
                }
                return;
            case ScalarType::duration: {
                const auto duration = parse_duration(word);
                const auto packed = duration ? Value::pack(*duration) : std::nullopt;
                if (packed) add(field, ValueType::duration, key, target, *packed);
                else {
                    Finding& finding = report(RuleId::invalid_duration, span(target),
                                              fmt::format("`{}` is no duration", visible(shorten(word, 40))));
                    finding.help = "write a number and a unit: `30 min`, `4 h`, `2 d`, `1 w`, `6 months` or `1 y`";
                    invalid();
                }
                return;
            }
            case ScalarType::yes_no: {
                const std::string lower = to_lower(word);
                if (lower == "yes" || lower == "true") add(field, ValueType::yes_no, key, target, 1);
                else if (lower == "no" || lower == "false") add(field, ValueType::yes_no, key, target, 0);
                else {
                    report(RuleId::unknown_value, span(target),
                           fmt::format("`{}` is neither `yes` nor `no`", visible(shorten(word, 40))))
                        .help = "write `yes` or `no`";
                    invalid();
                }
                return;
            }
            case ScalarType::whole:
            case ScalarType::number: read_number(shape, field, key, target); return;
            case ScalarType::enumeration: read_choice(shape, field, key, target); return;
            case ScalarType::discipline:
                if (rules_.settings) add(field, ValueType::text, key, target);
                else if (check_discipline(target))
                    add(field, ValueType::discipline, key, target, rules_.vocabulary.find_discipline(word)->value);
                else invalid();
                return;
            case ScalarType::step: read_step(shape, field, key, target); return;
            case ScalarType::risk_level:
                if (rules_.settings) add(field, ValueType::text, key, target);
                else read_named(rules_.vocabulary.risk_levels, "a risk level", field, key, target);
                return;
            case ScalarType::reference:
            case ScalarType::reference_or_text: read_reference(shape, field, key, target); return;
        }
    }

    void read_number(const Shape& shape, Field field, NodeId key, NodeId target) {
        const std::string_view word = text(target);
        double number = 0;
        const char* first = word.data() + (word.starts_with('+') ? 1 : 0);
        const auto [end, error] = std::from_chars(first, word.data() + word.size(), number);
        const bool whole = shape.scalar == ScalarType::whole;
        if (error != std::errc() || end != word.data() + word.size() || !std::isfinite(number)) {
            report(RuleId::wrong_type, span(target),
                   fmt::format("`{}` is no {}number", visible(shorten(word, 40)), whole ? "whole " : ""))
                .help = whole ? "write a whole number: `2`" : "write a number: `2` or `97.5`";
            add(field, ValueType::invalid, key, target);
        } else if (whole && (number < 0 || std::floor(number) != number || number > 1e9)) {
            report(RuleId::out_of_range, span(target), fmt::format("`{}` is no whole number from 0", visible(word)))
                .help = "write a whole number: `2`";
            add(field, ValueType::invalid, key, target);
        } else if ((shape.lowest != Shape::kNoBound && number < shape.lowest) ||
                   (shape.highest != Shape::kNoBound && number > shape.highest)) {
            const bool both = shape.lowest != Shape::kNoBound && shape.highest != Shape::kNoBound;
            report(RuleId::out_of_range, span(target), fmt::format("`{}` is out of range", visible(word))).help =
                both ? fmt::format("write a number from {} to {}", shape.lowest, shape.highest)
                : shape.lowest != Shape::kNoBound ? fmt::format("write a number from {}", shape.lowest)
                                                  : fmt::format("write a number up to {}", shape.highest);
            add(field, ValueType::invalid, key, target);
        } else {
            add(field, ValueType::number, key, target, std::bit_cast<std::int64_t>(number));
        }
    }

    void read_choice(const Shape& shape, Field field, NodeId key, NodeId target) {
        const std::string_view word = text(target);
        for (const EnumValue& value : shape.values) {
            if (value.name == word) {
                const EnumValue* canonical = &shape.values[value.canonical];
                add(field, ValueType::choice, key, target, reinterpret_cast<std::intptr_t>(canonical));
                return;
            }
        }
        std::vector<std::string_view> names;
        for (const EnumValue& value : shape.values) names.push_back(value.name);
        unknown_word(word, names, "one of the words for this field", target);
        add(field, ValueType::invalid, key, target);
    }

    void read_named(const std::vector<std::string>& names, std::string_view what, Field field, NodeId key,
                    NodeId target) {
        if (std::ranges::find(names, text(target)) != names.end()) {
            add(field, ValueType::text, key, target);
            return;
        }
        unknown_word(text(target), {names.begin(), names.end()}, what, target);
        add(field, ValueType::invalid, key, target);
    }

    void unknown_word(std::string_view word, const std::vector<std::string_view>& names, std::string_view what,
                      NodeId target) {
        Finding& finding = report(RuleId::unknown_value, span(target),
                                  fmt::format("`{}` is not {}", visible(shorten(word, 40)), what));
        if (const auto near = nearest(word, names)) {
            finding.help = fmt::format("did you mean `{}`?", visible(*near));
            finding.fix = Fix{
                fmt::format("write `{}`", visible(*near)), Fix::Safety::unsafe, {{finding.span, std::string(*near)}}};
            finding.notes.push_back(fmt::format("it takes {}", join_names(names, Ticks::yes, 15)));
        } else if (names.empty()) {
            finding.help = "ims.yaml sets none; add them there";
        } else {
            finding.help = fmt::format("write one of {}", join_names(names, Ticks::yes, 15));
        }
    }

    void read_step(const Shape& shape, Field field, NodeId key, NodeId target) {
        const std::vector<std::string>& steps = rules_.vocabulary.scale(shape.scale);
        const std::string_view word = text(target);
        if (rules_.settings) {
            add(field, ValueType::text, key, target);
            return;
        }
        for (std::size_t index = 0; index < steps.size(); ++index) {
            if (steps[index] == word) {
                add(field, ValueType::step, key, target, static_cast<std::int64_t>(index + 1));
                return;
            }
        }
        const bool digits = word.find_first_not_of("+-0123456789.") == std::string_view::npos;
        if (!digits) {
            unknown_word(word, {steps.begin(), steps.end()}, "a step of the scale in ims.yaml", target);
            add(field, ValueType::invalid, key, target);
            return;
        }
        std::size_t number = 0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (error == std::errc() && end == word.data() + word.size() && number >= 1 && number <= steps.size()) {
            add(field, ValueType::step, key, target, static_cast<std::int64_t>(number));
            return;
        }
        Finding& finding =
            report(RuleId::out_of_range, span(target), fmt::format("`{}` is no step of the scale", visible(word)));
        finding.help = steps.empty() ? "ims.yaml sets no such scale; add it there"
                                     : fmt::format("write a number from 1 to {}, or one of {}", steps.size(),
                                                   join_names(steps, Ticks::yes, 12));
        add(field, ValueType::invalid, key, target);
    }

    void read_reference(const Shape& shape, Field field, NodeId key, NodeId target) {
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
        if (!is_valid_id(id)) {
            Finding& finding = report(RuleId::wrong_type, span(target),
                                      fmt::format("`{}` names no record", visible(shorten(word, 40))));
            finding.help = fmt::format("write {}", kind_list(*shape.reference));
            if (word.find(',') != std::string_view::npos)
                finding.help += "; several stand in a list: `[first, second]`";
            add(field, ValueType::invalid, key, target);
            return;
        }
        add(field, ValueType::reference, key, target, RecordId::kNone);
    }

    void wrong_type(const Shape& shape, Field field, NodeId key, NodeId target) {
        const NodeType type = node(target).type;
        const std::string_view seen = type == NodeType::map    ? "a map"
                                      : type == NodeType::list ? "a list"
                                                               : "a single value";
        Finding& finding = report(RuleId::wrong_type, place_of(key, target),
                                  fmt::format("{} stands where {} is due", seen, describe(shape)));
        finding.help = fmt::format("write {}", form(shape, key));
        add(field, ValueType::invalid, key, target);
    }

    // A list or map may fill pages: its key tells the place better.
    Span place_of(NodeId key, NodeId target) const {
        if (node(target).type == NodeType::scalar || !key.known()) return first_line(span(target));
        return span(key);
    }

    Span first_line(Span whole) const {
        const std::string_view part = source_.bytes.substr(whole.begin, whole.end - whole.begin);
        const std::size_t line = part.find_first_of("\r\n");
        if (line != std::string_view::npos) whole.end = whole.begin + static_cast<std::uint32_t>(line);
        return whole;
    }

    static std::string describe(const Shape& shape) {
        if (shape.named_map || shape.entry != nullptr)
            return shape.scalar != ScalarType::none ? "a single value or a map" : "a map";
        if (shape.item != nullptr) return "a list";
        switch (shape.scalar) {
            case ScalarType::date: return "a date";
            case ScalarType::duration: return "a duration";
            case ScalarType::yes_no: return "`yes` or `no`";
            case ScalarType::whole:
            case ScalarType::number: return "a number";
            case ScalarType::reference: return kind_list(*shape.reference);
            case ScalarType::enumeration: return "one word";
            default: return "a single text";
        }
    }

    std::string form(const Shape& shape, NodeId key) const {
        const std::string name = key.known() ? std::string(text(key)) : std::string("…");
        if (shape.named_map && !shape.fields.empty()) {
            const FieldSpec* first = &shape.fields[0];
            for (const FieldSpec& field : shape.fields) {
                if (field.required) {
                    first = &field;
                    break;
                }
            }
            return key.known() ? fmt::format("`{}: {{{}: …}}`", name, first->name)
                               : fmt::format("`{}: …`", first->name);
        }
        if (shape.entry != nullptr)
            return fmt::format("`{}: {{{}: …}}`", name, shape.keys == KeyType::discipline ? "discipline" : "name");
        if (shape.item != nullptr) return fmt::format("`{}: […]`", name);
        return shape.scalar == ScalarType::enumeration && !shape.values.empty()
                   ? fmt::format("one value: `{}: {}`", name, shape.values[0].name)
                   : fmt::format("one value: `{}: …`", name);
    }

    void unknown(NodeId key, std::string_view name, std::span<const FieldSpec> fields, bool top) {
        const std::string_view holder = rules_.settings ? "ims.yaml" : kind_;
        std::string message = rules_.settings ? fmt::format("`{}` is no setting", visible(name))
                              : top           ? fmt::format("a {} has no field `{}`", holder, visible(name))
                                              : fmt::format("`{}` is no field here", visible(name));
        Finding& finding = report(RuleId::unknown_field, span(key), std::move(message));
        std::vector<std::string_view> names;
        for (const FieldSpec& field : fields) names.push_back(field.name);
        if (const auto near = nearest(name, names)) {
            finding.help = fmt::format("did you mean `{}`?", *near);
            finding.fix =
                Fix{fmt::format("rename to `{}`", *near), Fix::Safety::unsafe, {{finding.span, std::string(*near)}}};
        } else if (top && !rules_.settings) {
            finding.help = fmt::format("`ims schema {}` lists the fields; a field of your own begins with `x_`", kind_);
        } else {
            finding.help =
                fmt::format("it takes {}; a field of your own begins with `x_`", join_names(names, Ticks::yes, 15));
        }
        finding.key = std::string(name);
    }

    void missing(NodeId map, NodeId holder, const FieldSpec& field, bool top) {
        Span place = first_line(span(map));
        std::string message;
        if (top) {
            place = record_place_;
            message = fmt::format("{} has no `{}`", record_.empty() ? "this" : fmt::format("`{}`", visible(record_)),
                                  field.name);
        } else {
            if (holder.known()) place = span(holder);
            else if (node(map).next > map.value + 1) place = span(NodeId(map.value + 1));
            message = fmt::format("`{}` is missing here", field.name);
        }
        Finding& finding = report(RuleId::missing_field, place, std::move(message));
        finding.field = path() + (steps_.empty() ? "" : ".") + std::string(field.name);
        finding.help = field.description.empty()
                           ? fmt::format("add `{}: …`", field.name)
                           : fmt::format("add `{}: …` — {}", field.name, lower_first(field.description));
    }

    static std::string lower_first(std::string_view sentence) {
        // The first sentence is enough, without its full stop.
        std::string text(sentence.substr(0, sentence.find(". ")));
        if (text.ends_with('.')) text.pop_back();
        if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a')
            text[0] = static_cast<char>(text[0] - 'A' + 'a');
        return text;
    }

    std::string path() const {
        std::string out;
        for (const Step& step : steps_) {
            if (step.item.known()) {
                NodeId named = step.item;
                if (node(named).type == NodeType::map && node(named).next > named.value + 2) {
                    named = source_.tree.resolved(NodeId(node(NodeId(named.value + 1)).next));
                }
                out += fmt::format("[{}]", visible(shorten(text(named), 60)));
            } else {
                if (!out.empty()) out += '.';
                out += visible(step.name);
            }
        }
        return out;
    }

    Finding& report(RuleId rule, Span place, std::string message) {
        Finding& finding = findings_.emplace_back();
        finding.rule = rules_.settings ? RuleId::unknown_setting : rule;
        finding.grade = Grade::error;
        finding.span = place;
        finding.message = std::move(message);
        finding.record = std::string(record_);
        finding.field = path();
        return finding;
    }

    Span record_place_;
    const ReadSource& source_;
    const ReadRules& rules_;
    std::string_view kind_;
    std::string_view record_;
    std::vector<Value>& values_;
    std::vector<Finding>& findings_;
    std::vector<Step> steps_;
};

}  // namespace

bool is_valid_id(std::string_view id) {
    if (id.empty()) return false;
    for (std::size_t offset = 0; offset < id.size();) {
        const unsigned char byte = static_cast<unsigned char>(id[offset]);
        if (byte < 0x80) {
            const bool inner = byte == '.' || byte == '_' || byte == '-';
            if (!is_letter_or_digit(byte) && !(inner && offset > 0)) return false;
            ++offset;
            continue;
        }
        const CodePoint point = decode_utf8(id, offset);
        if (!point.valid || !is_letter_or_digit(point.value) || is_unsafe(point.value)) return false;
        offset += point.length;
    }
    return true;
}

void read_fields(const ReadSource& source, const ReadRules& rules, NodeId map, Span place,
                 std::span<const FieldSpec> fields, std::string_view kind, std::string_view record,
                 std::vector<Value>& values, std::vector<Finding>& findings) {
    Reader reader(source, rules, place, kind, record, values, findings);
    reader.read_map(map, {}, fields, true);
}

}  // namespace ims
