// What was meant by a value or a key that is not read as it stands, as findings tell it.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "diagnostics/rules.h"
#include "schema/scalar_value.h"
#include "schema/value_reader.h"
#include "schema/value_words.h"

namespace ims {
namespace {

// What other readers of YAML tell from a text by its looks, and what stands without quotes for them.
bool is_typed(const Shape& shape) {
    switch (shape.scalar) {
        case ScalarType::date:
        case ScalarType::point_in_time:
        case ScalarType::yes_no:
        case ScalarType::whole:
        case ScalarType::number: return true;
        default: return false;
    }
}

bool is_block(ScalarStyle style) { return style == ScalarStyle::literal || style == ScalarStyle::folded; }

Fix::Safety safety_of(Certainty certainty) {
    return certainty == Certainty::certain ? Fix::Safety::safe : Fix::Safety::unsafe;
}

std::string joined_by_commas(const std::vector<std::string>& texts) {
    std::string out;
    for (const std::string& text : texts) {
        if (!out.empty()) out += ", ";
        out += text;
    }
    return out;
}

NewValue list_of_texts(const std::vector<std::string>& texts) {
    NewValue list;
    list.form = NewValue::Form::list;
    for (const std::string& text : texts) {
        NewValue& item = list.items.emplace_back();
        item.text = text;
    }
    return list;
}

const FieldSpec* field_named(std::span<const FieldSpec> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

// Where those go who have a part in it beside its owner.
const FieldSpec* field_of_others(std::span<const FieldSpec> fields, std::string_view one) {
    if (one != "owner") return nullptr;
    const FieldSpec* const others = field_named(fields, "consulted");
    return others != nullptr ? others : field_named(fields, "responsible");
}

}  // namespace

void ValueReader::write_instead(Finding& finding, NodeId target, NewValue value, Fix::Safety safety,
                                const Message& title) {
    const YamlNode& old = node(target);
    // What takes lines of its own is left to people.
    const std::string_view written = std::string_view(parsed_.bytes).substr(old.begin, old.end - old.begin);
    if (is_block(old.style) || (old.is_collection() && written.find('\n') != std::string_view::npos)) return;
    if (old.type == NodeType::list && !written.starts_with('[')) return;
    ReplaceWith operation;
    operation.span = span(target);
    operation.was = old.type == NodeType::list  ? NewValue::Form::list
                    : old.type == NodeType::map ? NewValue::Form::map
                                                : NewValue::Form::text;
    operation.value = std::move(value);
    finding.fix = Fix{title, safety, {std::move(operation)}};
}

Message ValueReader::told(const Shape& shape, const std::string& text) {
    const auto value = scalar_value(shape, text, rules_);
    if (value && value->type == ValueType::choice) return say("{}", Choice(static_cast<std::uint16_t>(value->payload)));
    if (shape.scalar == ScalarType::discipline) return told_name(text, arena_);
    if (value && value->type == ValueType::reference) return say("{}", quoted(text));
    return say("{}", plain(text));
}

std::vector<Message> ValueReader::each_told(const Shape& shape, const std::vector<std::string>& texts) {
    std::vector<Message> out;
    for (const std::string& text : texts) out.push_back(told(shape, text));
    return out;
}

std::string_view ValueReader::key_of_list() const {
    return steps_.size() > 1 ? steps_[steps_.size() - 2].name : std::string_view();
}

void ValueReader::tell_what_was_meant(Finding& finding, const Shape& shape, NodeId target) {
    const bool is_value = !steps_.empty();
    const Step* const step = is_value ? &steps_.back() : nullptr;
    const SlipQuestion question{shape,
                                text(target),
                                rules_,
                                is_value && step->alone,
                                is_value ? step->beside : std::span<const FieldSpec>(),
                                rules_.schema[kind_].fields};
    const auto slip = find_slip(question, arena_);
    if (!slip) return;
    finding.fix.reset();
    if (slip->certainty == Certainty::certain) finding.notes.clear();
    if (slip->one_is_due) return tell_several(finding, *slip);
    if (!slip->why.empty()) {
        // The scale's own reason stands behind a colon already.
        finding.message = shape.scalar == ScalarType::step ? say("{}; {}", finding.message, slip->why)
                                                           : say("{}: {}", finding.message, slip->why);
    }
    if (slip->is_list) tell_list(finding, *slip, shape, target);
    else tell_text(finding, *slip, shape, target);
}

void ValueReader::tell_text(Finding& finding, const Slip& slip, const Shape& shape, NodeId target) {
    const std::string& first = slip.texts.front();
    const Message meant = told(shape, first);
    if (slip.texts.size() > 1) {
        const std::vector<TextArgument> each = quoted_each(slip.texts);
        finding.help = say("[[write {0}|say which is meant: {1}]]", listed_by(Joined::by_or, each),
                           listed_by(Joined::by_or, each_told(shape, slip.texts)));
    } else if (slip.certainty == Certainty::open) {
        finding.help =
            say("[[write {0}, if that is what is meant|say what is meant; it may be {1}]]", quoted(first), meant);
        if (!steps_.empty() && steps_.back().alone)
            finding.help = say("{}; several go into a list[[: `[first, second]`]]", finding.help);
    } else {
        finding.help = say("[[write {0}|have it mended: {1} is meant most likely]]", quoted(first), meant);
        finding.fix = fix_that_writes(span(target), first, arena_);
        finding.fix->safety = safety_of(slip.certainty);
        if (is_typed(shape)) finding.fix->operations = {ReplaceValue{span(target), first, true}};
    }
}

void ValueReader::tell_list(Finding& finding, const Slip& slip, const Shape& shape, NodeId target) {
    const std::string list = fmt::format("[{}]", joined_by_commas(slip.texts));
    finding.notes.clear();
    finding.help = say("[[write `{0}: {1}`|have each named by itself: {2}]]", plain(key_of_list()), plain(list),
                       each_told(shape, slip.texts));
    write_instead(finding, target, list_of_texts(slip.texts), safety_of(slip.certainty), say("write {}", quoted(list)));
}

void ValueReader::tell_several(Finding& finding, const Slip& slip) {
    const bool in_list = !steps_.empty() && steps_.back().item.known();
    const std::vector<TextArgument> each = quoted_each(slip.texts);
    finding.notes.clear();
    finding.message =
        in_list ? say("{} is several: {}", here(), each) : say("{} takes one, and {} are several", here(), each);
    if (in_list) {
        finding.help = say("[[write each as an entry of its own: {0}|have each named by itself: {0}]]", each);
        return;
    }
    const FieldSpec* const others =
        steps_.empty() ? nullptr : field_of_others(steps_.back().beside, steps_.back().name);
    const Message one = say("[[write|name]] the one that is meant: {}", listed_by(Joined::by_or, each));
    finding.help =
        others == nullptr ? one : say("{}; the others go under {}", one, labelled(names_of(*others), arena_));
}

const FieldSpec* ValueReader::tell_key(Finding& finding, NodeId map, NodeId key, std::span<const FieldSpec> fields) {
    const auto slip = find_key_slip(text(key), fields, arena_);
    if (!slip) return nullptr;
    const FieldNames meant = names_of(*slip->field);
    finding.message = say("[[{0}|the name {1} is not written as it has to be]]", finding.message, shown(key));
    if (!slip->why.empty()) finding.message = say("{}: {}", finding.message, slip->why);
    if (text(key).starts_with('-')) {
        finding.help = say("[[write `- {0}: …`|have it mended: {1} is meant]]", plain(meant.name), quoted(meant.title));
        return slip->field;
    }
    finding.help = say("[[write {0}|have it mended: {0} is meant]]", labelled(meant, arena_));
    // One that stands there already would stand there twice.
    if (has_key(map, meant.name)) {
        finding.help =
            say("[[{0} stands there already; keep one of the two|keep one of the two: {0} is given already]]",
                labelled(meant, arena_));
    } else {
        finding.fix = fix_that_writes(finding.span, meant.name, arena_);
        finding.fix->title = say("rename to {}", meant);
    }
    return slip->field;
}

bool ValueReader::tell_comma_in_braces(NodeId map, NodeId key, std::span<const FieldSpec> fields) {
    YamlEntry before;
    bool last = false;
    for (const YamlEntry& entry : parsed_.tree.entries(map)) {
        if ((last = entry.key == key)) break;
        before = entry;
    }
    if (!last || !before.key.known()) return false;
    const YamlNode& first = node(before.value);
    const std::string_view between = std::string_view(parsed_.bytes).substr(first.end, node(key).begin - first.end);
    const FieldSpec* const field = field_named(fields, text(before.key));
    const NodeId value(key.value + 1);
    const bool has_value = node(value).begin != node(value).end || node(value).type != NodeType::null;
    if (between != "," || field == nullptr || has_value || first.style != ScalarStyle::plain) return false;
    const std::string whole = fmt::format("{},{}", text(before.value), text(key));
    const auto slip = find_slip({*field->shape, whole, rules_, false, fields, rules_.schema[kind_].fields}, arena_);
    if (!slip || slip->one_is_due) return false;
    // Neither of the two is what was meant.
    std::erase_if(findings_, [&](const Finding& each) { return each.span == span(before.value); });
    if (!values_.empty() && values_.back().key == before.key) values_.back().type = ValueType::invalid;
    Finding& finding =
        report(RuleId::unknown_field, span(key),
               say("[[a comma separates entries between braces, so that {0} is read as a field|a comma cuts {1} "
                   "in two, which is then read as two things]]",
                   shown(key), quoted(whole)));
    finding.key = std::string(text(key));
    finding.help = say("[[write {0}|say what is meant: {0}]]", listed_by(Joined::by_or, quoted_each(slip->texts)));
    if (slip->certainty == Certainty::open) return true;
    NewValue mended;
    mended.form = NewValue::Form::map;
    for (const YamlEntry& entry : parsed_.tree.entries(map)) {
        if (entry.key == key) continue;
        // Written anew, only plain words look as they did.
        if (node(entry.key).style != ScalarStyle::plain || node(entry.value).style != ScalarStyle::plain) return true;
        NewValue each;
        each.text = entry.key == before.key ? slip->texts[0] : std::string(text(entry.value));
        each.typed = true;
        mended.entries.push_back({std::string(text(entry.key)), std::move(each)});
    }
    write_instead(finding, map, std::move(mended), safety_of(slip->certainty), say("write {}", quoted(slip->texts[0])));
    return true;
}

}  // namespace ims
