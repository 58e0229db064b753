#include "schema/read_values.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "diagnostics/rules.h"
#include "schema/scalar_value.h"
#include "schema/value_reader.h"
#include "schema/value_words.h"
#include "yaml/place.h"

namespace ims {
namespace {

// `key:` with nothing behind it says no more than no key at all; so do "", [] and {}, and the `null` or `~` that other
// programs write for nothing.
bool is_empty(const YamlNode& node, NodeId id) {
    if (node.type == NodeType::null) return true;
    if (node.type == NodeType::scalar) return node.text_begin == node.text_end;
    return node.is_collection() && node.next == id.value + 1;  // [] and {}
}

}  // namespace

ValueReader::ValueReader(const ParsedFile& parsed, const ReadRules& rules, Span place, KindId kind,
                         const RecordName& record, std::vector<Value>& values, std::vector<Finding>& findings,
                         Arena& arena)
    : record_place_(place),
      parsed_(parsed),
      rules_(rules),
      kind_(kind),
      record_(record),
      values_(values),
      findings_(findings),
      arena_(arena) {}

void ValueReader::read_map(NodeId map, NodeId holder, std::span<const FieldSpec> fields, bool top) {
    // By place in `fields`. A kind with more than 64 fields is not asked for those beyond.
    std::uint64_t seen = 0;
    const auto bit = [](std::size_t place) { return place < 64 ? std::uint64_t{1} << place : 0; };
    for (const auto [key, value] : parsed_.tree.entries(map)) {
        const std::string_view name = text(key);
        std::size_t place = 0;
        while (place < fields.size() && fields[place].name != name) ++place;
        if (place == fields.size()) {
            // A merge key was reported as such.
            const bool merge = name == "<<" && node(key).style == ScalarStyle::plain;
            if (merge || name.starts_with("x_")) continue;
            const FieldSpec* meant = unknown(map, key, fields, top);
            if (meant == nullptr || has_key(map, meant->name)) continue;
            // A misspelt field is one mistake: what it was to say is neither known nor missing.
            seen |= bit(static_cast<std::size_t>(meant - fields.data()));
            add(meant->field, ValueType::invalid, key, parsed_.tree.resolved(value));
            continue;
        }
        const FieldSpec& field = fields[place];
        const NodeId target = parsed_.tree.resolved(value);
        // The id is judged by who reads the record: `invalid-id` says more.
        if (field.shape->scalar == ScalarType::id && node(target).type != NodeType::scalar) continue;
        if (is_empty(node(target), target)) continue;
        seen |= bit(place);
        steps_.push_back({name, field.title, {}, fields});
        read_value(*field.shape, field.field, key, target);
        steps_.pop_back();
    }
    if (rules_.partial) return;
    for (std::size_t place = 0; place < fields.size() && place < 64; ++place) {
        const FieldSpec& field = fields[place];
        const bool is_id = field.shape->scalar == ScalarType::id;
        if (!field.required || is_id || (seen & bit(place)) != 0 || has_default(field.field)) continue;
        const auto named = [&](std::string_view name) {
            const auto other = std::ranges::find(fields, name, &FieldSpec::name);
            return other == fields.end() ? nullptr : &*other;
        };
        const auto is_there = [&](std::string_view name) {
            const FieldSpec* other = named(name);
            return other != nullptr &&
                   ((seen & bit(static_cast<std::size_t>(other - fields.data()))) != 0 || has_default(other->field));
        };
        const auto beside = std::ranges::find_if(field.with, is_there);
        if (beside != field.with.end()) {
            missing(map, holder, field, nullptr, named(*beside), top);
        } else if (!field.unless.empty()) {
            // Of two of which one will do, the first speaks for both.
            const FieldSpec* other = named(field.unless);
            if (!is_there(field.unless) && (other == nullptr || other > &field))
                missing(map, holder, field, other, nullptr, top);
        } else if (field.with.empty()) {
            missing(map, holder, field, nullptr, nullptr, top);
        }
    }
}

bool ValueReader::has_key(NodeId map, std::string_view name) const {
    for (const YamlEntry& entry : parsed_.tree.entries(map)) {
        if (text(entry.key) == name) return true;
    }
    return false;
}

bool ValueReader::has_default(Field field) const {
    // Maps are merged with those of the defaults, lists are not.
    if (std::ranges::any_of(steps_, [](const Step& step) { return step.item.known(); })) return false;
    return std::ranges::find(rules_.defaults, field, &Value::field) != rules_.defaults.end();
}

std::size_t ValueReader::add(Field field, ValueType type, NodeId key, NodeId target, std::int64_t payload) {
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

void ValueReader::read_value(const Shape& shape, Field field, NodeId key, NodeId target) {
    const NodeType type = node(target).type;
    const bool single = type == NodeType::scalar || type == NodeType::null;
    if (shape.scalar == ScalarType::any) {
        add(field, ValueType::any, key, target);
    } else if (type == NodeType::map && (shape.named_map || shape.entry != nullptr)) {
        read_inner_map(shape, field, key, target);
    } else if (shape.item != nullptr &&
               (type == NodeType::list || shape.scalar == ScalarType::none ||
                // What is neither yes nor no is the one item of the list that may stand there instead.
                (single && shape.scalar == ScalarType::yes_no && !yes_or_no(text(target))))) {
        read_list(shape, field, key, target);
    } else if (single && shape.scalar != ScalarType::none) {
        read_scalar(shape, field, key, target);
    } else {
        wrong_type(shape, field, key, target);
    }
}

void ValueReader::read_list(const Shape& shape, Field field, NodeId key, NodeId target) {
    const std::size_t list = add(field, ValueType::list, key, target);
    if (node(target).type != NodeType::list) {
        read_item(*shape.item, field, target, true);
    } else {
        for (const NodeId item : parsed_.tree.items(target))
            read_item(*shape.item, field, parsed_.tree.resolved(item), false);
    }
    values_[list].next = static_cast<std::uint32_t>(values_.size());
}

void ValueReader::read_item(const Shape& shape, Field field, NodeId target, bool alone) {
    if (is_empty(node(target), target)) return;
    steps_.push_back({{}, {}, target, {}, alone});
    read_value(shape, field, {}, target);
    steps_.pop_back();
}

void ValueReader::read_inner_map(const Shape& shape, Field field, NodeId key, NodeId target) {
    const std::size_t map = add(field, ValueType::map, key, target);
    if (shape.named_map) {
        read_map(target, key, shape.fields, false);
    } else {
        for (const YamlEntry& entry : parsed_.tree.entries(target)) {
            if (!text(entry.key).starts_with("x_")) read_entry(shape, field, entry.key, entry.value);
        }
    }
    values_[map].next = static_cast<std::uint32_t>(values_.size());
}

void ValueReader::read_entry(const Shape& shape, Field field, NodeId key, NodeId value) {
    judge_key(shape, key);
    const NodeId target = parsed_.tree.resolved(value);
    steps_.push_back({text(key), {}, {}});
    if (!is_empty(node(target), target)) {
        read_value(*shape.entry, field, key, target);
    } else {
        // The key says something by itself: a discipline without a word beside it is in force all the same.
        add(field, shape.entry->named_map ? ValueType::map : ValueType::text, key, target);
    }
    steps_.pop_back();
}

void ValueReader::judge_key(const Shape& shape, NodeId key) {
    if (rules_.settings) return;
    if (shape.keys == KeyType::discipline) check_discipline_key(key);
    if (shape.keys != KeyType::topic) return;
    const std::string_view name = text(key);
    const bool known = std::ranges::find(shape.known, name) != shape.known.end();
    if (known || rules_.vocabulary.find_discipline(name)) return;
    Words words(shape.known.begin(), shape.known.end());
    words.insert(words.end(), rules_.vocabulary.disciplines.begin(), rules_.vocabulary.disciplines.end());
    suggest_names(
        report(RuleId::unknown_value, span(key), say("{} is neither a topic nor a discipline in force", shown(key))),
        key, words);
}

std::vector<Message> ValueReader::told_names(const Words& names) {
    std::vector<Message> told;
    for (const std::string_view name : names) told.push_back(told_name(name, arena_));
    return told;
}

void ValueReader::suggest_names(Finding& finding, NodeId place, const Words& names) {
    const std::vector<Message> told = told_names(names);
    suggest(finding, place, names, told, told);
}

Finding& ValueReader::report(RuleId rule, Span place, Message message) {
    Finding& finding = add_error(findings_, rules_.settings ? RuleId::unknown_setting : rule, place, message);
    finding.record = record_;
    finding.field = path();
    return finding;
}

const FieldSpec* ValueReader::unknown(NodeId map, NodeId key, std::span<const FieldSpec> fields, bool top) {
    if (tell_comma_in_braces(map, key, fields)) return nullptr;
    const std::string_view name = text(key);
    const Message holder = top ? say("{}", with_article(kind_)) : here();
    Finding& finding =
        report(RuleId::unknown_field, span(key),
               top && rules_.settings
                   ? say("{} is no setting", shown(key))
                   : say("[[{0} has no field {1}|{1} is said of {0}, where it has no place]]", holder, shown(key)));
    finding.key = std::string(name);
    if (const FieldSpec* meant = tell_key(finding, map, key, fields)) return meant;
    Words names;
    std::vector<Message> known;
    for (const FieldSpec& field : fields) {
        names.push_back(field.name);
        known.push_back(labelled(names_of(field), arena_));
    }
    if (const auto near = nearest(name, names)) {
        const FieldSpec& meant = *std::ranges::find(fields, *near, &FieldSpec::name);
        finding.help = say("did you mean {}?", labelled(names_of(meant), arena_));
        // One that stands there already would stand there twice.
        if (!has_key(map, *near)) {
            finding.fix = fix_that_writes(finding.span, *near, arena_);
            finding.fix->title = say("rename to {}", names_of(meant));
        }
        return &meant;
    }
    if (!top && name.find(' ') != std::string_view::npos) {
        // `{how: By phone, at night}`: what was meant as one text is two fields.
        finding.help =
            "[[a comma within `{{…}}` begins the next field; if this belongs to the text before it, put that text in "
            "quotes|if this belongs to the text before it, have the two put together]]";
    } else if (top && !rules_.settings) {
        finding.help =
            say("[[`ims explain {}` lists the fields; a field of your own begins with `x_`|have it said where it "
                "belongs, or taken out]]",
                kind_);
    } else {
        finding.help = say("[[it has {0:15}; a field of your own begins with `x_`|it takes {0:15}]]", known);
    }
    return nullptr;
}

void ValueReader::missing(NodeId map, NodeId holder, const FieldSpec& field, const FieldSpec* other,
                          const FieldSpec* beside, bool top) {
    // Where it was written and says nothing; else within a record at the key of the map, or at the first key of a
    // list's item.
    const NodeId nothing = written_nothing(map, field.name);
    const Span place = nothing.known() ? span(nothing)
                       : top           ? record_place_
                                       : span(holder.known() ? holder : NodeId(map.value + 1));
    const Message who = !top              ? here()
                        : rules_.settings ? say("[[this {0}|this folder]]", kind_)
                        : record_.known() ? say("[[{0}|this {1}]]", quoted(record_.text()), kind_)
                                          : say("this {}", kind_);
    const FieldNames name = names_of(field);
    const Message label = labelled(name, arena_);
    Message message = other == nullptr ? say("{} has [[no|nothing under]] {}", who, label)
                                       : say("{0} has [[neither {1} nor {2}|nothing under {1} or {2}]]", who, label,
                                             labelled(names_of(*other), arena_));
    if (beside != nullptr) message = say("{}, which is needed beside {}", message, labelled(names_of(*beside), arena_));
    Finding& finding = report(RuleId::missing_field, place, message);
    finding.field = path() + (steps_.empty() ? "" : ".") + std::string(field.name);
    const Message way = other == nullptr ? say("[[add `{0}: …`|have it filled in]]", plain(name))
                                         : say("[[add `{0}: …` or `{1}: …`|have one of the two filled in]]",
                                               plain(name), plain(names_of(*other)));
    finding.help = field.description.empty() ? way : say("{0}[[ — {1}]]", way, plain(first_words(field.description)));
    // Braces have no room for the words that say what is due.
    if (!nothing.known() && !is_bracketed(parsed_.tree, map)) {
        const std::string_view path = rules_.schema.path(field.field);
        finding.fix = Fix{
            say("ask for {}", name),
            Fix::Safety::unsafe,
            {AskForFields{span(map), kind_, {field.field}, static_cast<std::size_t>(std::ranges::count(path, '.'))}},
            true};
    }
    if (nothing.known() && node(nothing).type == NodeType::null && !text(nothing).empty())
        finding.notes.push_back(
            say("[[{0} without quotes says that there is nothing|{0} stands there, which says that there is nothing]]",
                shown(nothing)));
}

NodeId ValueReader::written_nothing(NodeId map, std::string_view name) const {
    for (const YamlEntry& entry : parsed_.tree.entries(map)) {
        if (text(entry.key) != name) continue;
        const NodeId value = parsed_.tree.resolved(entry.value);
        return node(value).begin < node(value).end ? value : entry.key;
    }
    return {};
}

void ValueReader::wrong_type(const Shape& shape, Field field, NodeId key, NodeId target) {
    const NodeType type = node(target).type;
    // A list or map may fill pages: its key tells the place better.
    const bool at_key = type != NodeType::scalar && key.known();
    const Message seen = type == NodeType::map    ? Message("[[fields of its own|several values with names]]")
                         : type == NodeType::list ? Message("a list")
                                                  : Message("one value");
    const Message due = what_it_takes(shape, arena_);
    const Message message = steps_.back().item.known()
                                ? say("{} is {}, not {}", here(), due, seen)
                                : say("[[{0} takes {1}, not {2}|under {0} goes {1}, not {2}]]", here(), due, seen);
    Finding& finding = report(RuleId::wrong_type, at_key ? span(key) : first_line(span(target)), message);
    finding.help = say("[[write {}|have it mended by whoever edits the records]]",
                       way_to_write(shape, key.known() ? text(key) : std::string_view(), arena_));
    add(field, ValueType::invalid, key, target);
    tell_form(finding, shape, key, target);
}

Message ValueReader::here() {
    if (steps_.empty()) return "this";
    const auto label = [&](const Step& step) { return labelled({step.name, step.title}, arena_); };
    const auto named = [&](std::size_t place) {
        const Step& step = steps_[place];
        if (!step.title.empty()) return label(step);
        // An entry of a map is told with what it is an entry of.
        const Message name = told_name(step.name, arena_);
        return place == 0 || steps_[place - 1].title.empty()
                   ? name
                   : say("[[{0}|{1} for {0}]]", name, label(steps_[place - 1]));
    };
    if (!steps_.back().item.known()) return named(steps_.size() - 1);
    return say("[[an entry|one]] of {}",
               steps_.size() > 1 ? named(steps_.size() - 2) : say("{}", quoted(std::string_view())));
}

Span ValueReader::first_line(Span whole) const {
    const std::string_view part = std::string_view(parsed_.bytes).substr(whole.begin, whole.end - whole.begin);
    const std::size_t line = part.find_first_of("\r\n");
    if (line != std::string_view::npos) whole.end = whole.begin + static_cast<std::uint32_t>(line);
    return whole;
}

std::string ValueReader::path() const {
    std::string out;
    for (const Step& step : steps_) {
        if (step.item.known()) {
            NodeId named = step.item;
            if (node(named).type == NodeType::map && parsed_.tree.after(named) > named.value + 2) {
                named = parsed_.tree.resolved(NodeId(parsed_.tree.after(NodeId(named.value + 1))));
            }
            out += fmt::format("[{}]", shorten(text(named), kLongest));
        } else {
            if (!out.empty()) out += '.';
            out += visible(step.name);
        }
    }
    return out;
}

void read_fields(const ParsedFile& parsed, const ReadRules& rules, NodeId map, Span place, KindId kind,
                 const RecordName& record, std::vector<Value>& values, std::vector<Finding>& findings, Arena& arena) {
    ValueReader(parsed, rules, place, kind, record, values, findings, arena)
        .read_map(map, {}, rules.schema[kind].fields, true);
}

}  // namespace ims
