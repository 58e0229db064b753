#include "edit/new_links.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "base/text.h"
#include "base/words.h"
#include "schema/asked_fields.h"
#include "schema/fields.h"

namespace ims {
namespace {

// In a list of maps, the one field that each needs: the `competence` of a role's `competences`.
const FieldSpec* needed_in_items(const FieldSpec& field) {
    const Shape* const item = field.shape->item;
    if (item == nullptr || item->scalar != ScalarType::none || !item->named_map) return nullptr;
    if (std::ranges::count(item->fields, true, &FieldSpec::required) != 1) return nullptr;
    return &*std::ranges::find(item->fields, true, &FieldSpec::required);
}

const ReferenceSpec* reference_of(const FieldSpec& field) {
    const Shape& shape = *field.shape;
    if (shape.reference != nullptr) return shape.reference;
    if (const FieldSpec* const inner = needed_in_items(field)) return inner->shape->reference;
    return shape.item == nullptr ? nullptr : shape.item->reference;
}

bool takes(const FieldSpec& field, std::string_view own_kind, std::string_view kind) {
    const ReferenceSpec* const reference = reference_of(field);
    if (reference == nullptr || field.field == fields::replaced_by) return false;
    if (reference->same_kind) return own_kind == kind;
    return reference->kinds.empty() || std::ranges::find(reference->kinds, kind) != reference->kinds.end();
}

// Fields of a kind that may name records of another, the most fitting first.
std::vector<const FieldSpec*> fields_that_take(const KindSpec& own, std::string_view kind) {
    const std::vector<AskedField> asked = asked_fields(own);
    const auto rank = [&](const FieldSpec* field) {
        const ReferenceSpec& reference = *reference_of(*field);
        return std::tuple(reference.kinds.empty() && !reference.same_kind, needed_in_items(*field) != nullptr,
                          reference.inverse.empty(),
                          std::ranges::find(asked, field->name, &AskedField::path) == asked.end());
    };
    std::vector<const FieldSpec*> out;
    for (const FieldSpec& field : own.fields) {
        if (takes(field, own.name, kind)) out.push_back(&field);
    }
    std::ranges::stable_sort(out, {}, rank);
    return out;
}

NewLink link_by(RecordId other, const std::vector<const FieldSpec*>& fields, bool at_other) {
    NewLink link{other, fields.front(), at_other, {}};
    for (std::size_t index = 1; index < fields.size(); ++index) link.as_well.push_back(fields[index]->name);
    return link;
}

// With the kinds that it can be linked to, by a field of either.
Error no_link(const Schema& schema, const KindSpec& kind, const RecordView& other) {
    std::set<std::string_view> names;
    for (const KindSpec& each : schema.kinds()) {
        if (!each.of_records()) continue;
        if (!fields_that_take(kind, each.name).empty() || !fields_that_take(each, kind.name).empty())
            names.insert(each.name);
    }
    return Error{
        fmt::format("{} cannot be linked to {}: neither has a field that names the other; it can be linked to "
                    "{}",
                    with_article(in_words(kind.name)), with_article(in_words(other.kind_name())),
                    join_names(names, Ticks::yes, names.size()))};
}

// Where the entries of a record stand; none where its file is not as it should be.
NodeId map_of(const ParsedFile& parsed, const RecordView& record) {
    const std::uint32_t at = record.id_span().begin;
    for (const YamlDocument& document : parsed.tree.documents) {
        if (!document.root.known() || parsed.tree[document.root].type != NodeType::map) continue;
        const YamlNode& root = parsed.tree[document.root];
        if (root.begin <= at && at < root.end) return document.root;
    }
    return {};
}

// What is written behind a key, an empty value too.
NodeId written_behind(const ParsedFile& parsed, NodeId map, std::string_view key) {
    for (const auto [each, value] : parsed.tree.entries(map)) {
        if (parsed.text(each) == key) return value;
    }
    return {};
}

// The one name, or a list of it, as the field takes it.
NewValue as_field_takes(const FieldSpec& field, NewValue name) {
    if (field.shape->item == nullptr) return name;
    NewValue list;
    list.form = NewValue::Form::list;
    list.items.push_back(std::move(name));
    return list;
}

}  // namespace

NewValue reference_value(const FieldSpec& field, std::string_view kind, std::string_view id) {
    const ReferenceSpec& reference = *reference_of(field);
    const bool alone = reference.same_kind || reference.bare == kind ||
                       (reference.kinds.size() == 1 && reference.kinds.front() == kind);
    NewValue name;
    name.text = alone ? std::string(id) : fmt::format("{}/{}", kind, id);
    const FieldSpec* const inner = needed_in_items(field);
    if (inner == nullptr) return name;
    NewValue item;
    item.form = NewValue::Form::map;
    item.entries.push_back({std::string(inner->name), std::move(name)});
    return item;
}

Result<NewLink> find_link(const Analysis& analysis, KindId kind, RecordId other) {
    const Schema& schema = analysis.schema;
    const RecordView record = analysis.graph[other];
    const auto is_owner = [](const FieldSpec* field) { return field->field == fields::owner; };
    const std::vector<const FieldSpec*> own = fields_that_take(schema[kind], record.kind_name());
    const std::vector<const FieldSpec*> of_other = fields_that_take(schema[record.kind()], schema[kind].name);
    if (own.empty() && of_other.empty()) return no_link(schema, schema[kind], record);
    std::vector<const FieldSpec*> free;
    std::ranges::copy_if(of_other, std::back_inserter(free), [&](const FieldSpec* field) {
        return field->shape->item != nullptr || !record.has(field->field);
    });
    // Who owns a record is the last that a link says.
    for (const bool owners : {false, true}) {
        for (const bool at_other : {false, true}) {
            const std::vector<const FieldSpec*>& side = at_other ? free : own;
            std::vector<const FieldSpec*> found;
            std::ranges::copy_if(side, std::back_inserter(found),
                                 [&](const FieldSpec* field) { return is_owner(field) == owners; });
            if (!found.empty()) return link_by(other, found, at_other);
        }
    }
    return Error{fmt::format("`{}` names another one already, by `{}`, which takes one; change it there",
                             record.name().text(), of_other.front()->name)};
}

Fix fix_that_links(const Analysis& analysis, const NewLink& link, std::string_view kind, std::string_view id) {
    const RecordView record = analysis.graph[link.other];
    const ParsedFile& parsed = *analysis.graph.files()[record.file().index()].read->parsed;
    NewValue name = reference_value(*link.field, kind, id);
    Fix fix{"name the new record", Fix::Safety::safe, {}};
    const NodeId map = map_of(parsed, record);
    const auto span_of = [&](NodeId node) {
        return Span{record.file(), parsed.tree[node].begin, parsed.tree[node].end};
    };
    if (!map.known()) return fix;
    if (const NodeId there = written_behind(parsed, map, link.field->name); there.known()) {
        if (link.field->shape->item != nullptr) fix.operations.push_back(AddItem{span_of(there), std::move(name)});
        else fix.operations.push_back(ReplaceValue{span_of(there), std::move(name.text)});
        return fix;
    }
    // In the order in which fields are written.
    std::vector<std::string> behind;
    for (const FieldSpec& field : analysis.schema[record.kind()].fields) {
        if (&field == link.field) break;
        behind.emplace_back(field.name);
    }
    NewEntry entry{std::string(link.field->name), as_field_takes(*link.field, std::move(name))};
    fix.operations.push_back(AddEntries{span_of(map), {std::move(entry)}, std::move(behind)});
    return fix;
}

}  // namespace ims
