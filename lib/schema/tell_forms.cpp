// A list, a map or a single value where another form is due: what was meant by it, as findings tell it.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "schema/scalar_value.h"
#include "schema/valid_id.h"
#include "schema/value_reader.h"
#include "schema/value_words.h"

namespace ims {
namespace {

bool takes_any_text(const Shape& shape) {
    return shape.scalar == ScalarType::line || shape.scalar == ScalarType::markdown ||
           shape.scalar == ScalarType::path || shape.scalar == ScalarType::reference_or_text;
}

NewValue new_text(std::string text) {
    NewValue out;
    out.text = std::move(text);
    return out;
}

// As it can be shown and written in a line, without quotes.
bool is_short_and_plain(std::string_view text) {
    return text.size() <= 60 && text.find_first_of(",[]{}:#\"'`\n") == std::string_view::npos;
}

// Whether a field's values are told from others by their looks: a date, a number, one of its words.
bool is_told_by_looks(const Shape& shape) {
    switch (shape.scalar) {
        case ScalarType::date:
        case ScalarType::point_in_time:
        case ScalarType::duration:
        case ScalarType::yes_no:
        case ScalarType::whole:
        case ScalarType::number:
        case ScalarType::enumeration:
        case ScalarType::discipline:
        case ScalarType::step: return true;
        default: return false;
    }
}

// The fields of a map that a single value may have been meant for: those that its looks tell, else the first that the
// map cannot do without.
std::vector<const FieldSpec*> fields_meant(const Shape& map, std::string_view text, const ReadRules& rules) {
    std::vector<const FieldSpec*> out;
    const auto takes = [&](const FieldSpec& field) { return scalar_value(*field.shape, text, rules).has_value(); };
    for (const FieldSpec& field : map.fields) {
        if (is_told_by_looks(*field.shape) && takes(field)) out.push_back(&field);
    }
    if (!out.empty()) return out;
    const auto needed = std::ranges::find_if(map.fields, [](const FieldSpec& field) { return field.required; });
    if (needed != map.fields.end() && needed->shape->scalar != ScalarType::none && takes(*needed)) out = {&*needed};
    return out;
}

// Whether what begins there is an item of a list in brackets.
bool follows_bracket(std::string_view bytes, std::uint32_t begin) {
    const std::size_t before = bytes.substr(0, begin).find_last_not_of(" \t\r\n");
    return before != std::string_view::npos && (bytes[before] == '[' || bytes[before] == ',');
}

bool needs_another(const Shape& map, const FieldSpec& one) {
    return std::ranges::any_of(map.fields, [&](const FieldSpec& field) { return field.required && &field != &one; });
}

}  // namespace

void ValueReader::tell_form(Finding& finding, const Shape& shape, NodeId key, NodeId target) {
    switch (node(target).type) {
        case NodeType::map:
            tell_map_for_text(finding, shape, target) || tell_map_for_word(finding, shape, target) ||
                tell_record_for_reference(finding, shape, target) || tell_keys_for_list(finding, shape, target);
            return;
        case NodeType::list:
            if (!tell_names_for_map(finding, shape, key, target)) tell_list_for_one(finding, shape, target);
            return;
        case NodeType::scalar:
            if (!tell_names_for_map(finding, shape, key, target)) tell_word_for_map(finding, shape, key, target);
            return;
        default: return;
    }
}

// `- Paper: forms` in a list of texts.
bool ValueReader::tell_map_for_text(Finding& finding, const Shape& shape, NodeId target) {
    if (!takes_any_text(shape) || parsed_.tree.after(target) != target.value + 3) return false;
    const NodeId key(target.value + 1);
    const NodeId value(target.value + 2);
    const NodeType type = node(value).type;
    if (type != NodeType::scalar && type != NodeType::null) return false;
    const std::string whole =
        text(value).empty() ? fmt::format("{}:", text(key)) : fmt::format("{}: {}", text(key), text(value));
    if (whole.find('\n') != std::string::npos) return false;
    finding.message = say("{}: [[the `:` in it makes {1} a field|a colon in it makes {1} a name]]", finding.message,
                          quoted(text(key), kLongest));
    finding.help = whole.find_first_of("\"\\") == std::string::npos
                       ? say("[[put it between quotes: `\"{0}\"`|have it put between quotes]]",
                             TextArgument{whole, Written::plain, 2 * kLongest})
                       : Message("[[put it between quotes|have it put between quotes]]");
    const bool in_list = !steps_.empty() && steps_.back().item.known();
    write_instead(finding, target, new_text(whole), in_list ? Fix::Safety::safe : Fix::Safety::unsafe,
                  "[[put it between quotes|have it put between quotes]]");
    return true;
}

// `owner: {role: shop-manager}`, `due: {date: 2026-01-01}`.
bool ValueReader::tell_map_for_word(Finding& finding, const Shape& shape, NodeId target) {
    if (shape.scalar == ScalarType::none || parsed_.tree.after(target) != target.value + 3) return false;
    const std::string_view name = text(NodeId(target.value + 1));
    const NodeId value = parsed_.tree.resolved(NodeId(target.value + 2));
    if (node(value).type != NodeType::scalar || !scalar_value(shape, text(value), rules_)) return false;
    std::string word(text(value));
    if (shape.reference != nullptr) {
        const auto kind = rules_.schema.find_kind(name);
        if (!kind && name != "id") return false;
        const ReferenceSpec& reference = *shape.reference;
        const bool bare = !kind || reference.bare == name || reference.kinds.size() == 1;
        if (kind && !reference.kinds.empty() && std::ranges::find(reference.kinds, name) == reference.kinds.end())
            return false;
        if (!bare && word.find('/') == std::string::npos) word = fmt::format("{}/{}", name, word);
    }
    finding.help = say("[[write {0} alone|have it mended: {1} alone is meant]]", quoted(word), told(shape, word));
    write_instead(finding, target, new_text(word), Fix::Safety::unsafe, say("write {}", quoted(word)));
    return true;
}

// A whole record where the id of one is due.
bool ValueReader::tell_record_for_reference(Finding& finding, const Shape& shape, NodeId target) {
    if (shape.scalar != ScalarType::reference) return false;
    std::string id;
    bool is_record = false;
    for (const YamlEntry& entry : parsed_.tree.entries(target)) {
        const auto kind = rules_.schema.find_kind(text(entry.key));
        const bool names_it = (kind && rules_.schema[*kind].of_records()) || text(entry.key) == "id";
        is_record = is_record || names_it || text(entry.key) == "title";
        if (names_it && id.empty() && scalar_value(shape, text(entry.value), rules_)) id = text(entry.value);
    }
    if (!is_record) return false;
    finding.message =
        say("[[a whole record stands in {0}, which names records by their ids|a whole record stands in "
            "{0}, which only names records]]",
            steps_.size() > 1 && steps_.back().item.known()
                ? labelled({steps_[steps_.size() - 2].name, steps_[steps_.size() - 2].title}, arena_)
                : here());
    const Message way =
        "[[records stand on their own: put it behind a line `---` of its own, beginning with its kind "
        "and id, and name it here by its id|have the record written by itself, and named here]]";
    finding.help = id.empty() ? way : say("{0}[[: `{1}`]]", way, plain(id));
    return true;
}

// `disciplines:` with the names as keys below it.
bool ValueReader::tell_keys_for_list(Finding& finding, const Shape& shape, NodeId target) {
    if (steps_.empty() || !steps_.back().alone || shape.scalar == ScalarType::none || takes_any_text(shape))
        return false;
    std::vector<std::string> names;
    for (const YamlEntry& entry : parsed_.tree.entries(target)) {
        const YamlNode& value = node(entry.value);
        const bool empty =
            value.type == NodeType::null || (value.is_collection() && value.next == entry.value.value + 1);
        if (!empty || !scalar_value(shape, text(entry.key), rules_)) return false;
        names.emplace_back(text(entry.key));
    }
    if (names.empty()) return false;
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    finding.help = say("[[write `{0}: [{1}]`|have each named by itself: {2}]]", plain(key_of_list()), plain(list),
                       each_told(shape, names));
    return true;
}

// `disciplines: [quality, environment]` in ims.yaml, where each is to have room for more.
bool ValueReader::tell_names_for_map(Finding& finding, const Shape& shape, NodeId key, NodeId target) {
    if (shape.keys != KeyType::discipline || !shape.entry->named_map || !key.known()) return false;
    std::vector<NodeId> names;
    if (node(target).type == NodeType::scalar) names.push_back(target);
    else
        for (const NodeId item : parsed_.tree.items(target)) names.push_back(parsed_.tree.resolved(item));
    const Words known(rules_.schema.known_disciplines().begin(), rules_.schema.known_disciplines().end());
    NewValue map;
    map.form = NewValue::Form::map;
    std::string written;
    for (const NodeId each : names) {
        if (node(each).type != NodeType::scalar || !is_valid_id(text(each))) return false;
        // What looks misspelt would be told of in the next run.
        if (nearest(text(each), known).value_or(text(each)) != text(each)) return false;
        NewValue nothing;
        nothing.form = NewValue::Form::map;
        map.entries.push_back({std::string(text(each)), std::move(nothing)});
        written += fmt::format("{}{}: {{}}", written.empty() ? "" : ", ", text(each));
    }
    if (names.empty()) return false;
    finding.help = say("[[write `{}: {{{}}}`|have it mended by whoever edits the records]]", plain(text(key)),
                       TextArgument{written, Written::plain, 4 * kLongest});
    write_instead(finding, target, std::move(map), Fix::Safety::safe, say("write {}", quoted(written)));
    return true;
}

// `reports_to: [cashier]`
void ValueReader::tell_list_for_one(Finding& finding, const Shape& shape, NodeId target) {
    if (shape.scalar == ScalarType::none) return;
    std::vector<std::string> texts;
    for (const NodeId item : parsed_.tree.items(target)) {
        const NodeId each = parsed_.tree.resolved(item);
        if (node(each).type != NodeType::scalar || !scalar_value(shape, text(each), rules_)) return;
        if (!is_short_and_plain(text(each))) return;
        texts.emplace_back(text(each));
    }
    if (texts.empty() || takes_any_text(shape)) return;
    if (texts.size() > 1) {
        finding.help = say("[[write|name]] the one that is meant: {}", listed_by(Joined::by_or, quoted_each(texts)));
        return;
    }
    finding.help =
        say("[[write {0} alone|have it mended: {1} alone is meant]]", quoted(texts[0]), told(shape, texts[0]));
    write_instead(finding, target, new_text(texts[0]), Fix::Safety::safe, say("write {}", quoted(texts[0])));
}

// `review: 2026-01-01`, `competences: driving`, `continuity: yes`.
void ValueReader::tell_word_for_map(Finding& finding, const Shape& shape, NodeId key, NodeId target) {
    const std::string_view word = text(target);
    if (!shape.named_map || !is_short_and_plain(word)) return;
    const std::vector<const FieldSpec*> fields = fields_meant(shape, word, rules_);
    if (fields.empty()) return;
    const bool alone = steps_.back().alone;
    const bool item = steps_.back().item.known() && !alone;
    const bool in_brackets = item && follows_bracket(parsed_.bytes, node(target).begin);
    const std::string_view name = key.known() ? text(key) : key_of_list();
    std::vector<std::string> ways;
    std::vector<Message> labels;
    for (const FieldSpec* field : fields) {
        ways.push_back(in_brackets ? fmt::format("{{{}: {}}}", field->name, word)
                       : item      ? fmt::format("- {}: {}", field->name, word)
                                   : fmt::format("{}: {{{}: {}}}", name, field->name, word));
        labels.push_back(labelled(names_of(*field), arena_));
    }
    finding.help = fields.size() == 1
                       ? say("[[write {0}|have it put under {1}]]", quoted(ways[0]), labels[0])
                       : say("[[write {0}|have it said whether it is {1}]]",
                             listed_by(Joined::by_or, quoted_each(ways)), listed_by(Joined::by_or, labels));
    if (fields.size() > 1 || needs_another(shape, *fields[0])) return;
    NewValue map;
    map.form = NewValue::Form::map;
    NewValue value = new_text(std::string(word));
    value.typed = is_told_by_looks(*fields[0]->shape);
    map.entries.push_back({std::string(fields[0]->name), std::move(value)});
    write_instead(finding, target, std::move(map), Fix::Safety::unsafe, say("write {}", quoted(ways[0])));
}

}  // namespace ims
