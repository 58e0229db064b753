#include "model/said_records.h"

#include <algorithm>

#include "yaml/canonical.h"

namespace ims {
namespace {

SaidRecord said_record(const Schema& schema, const YamlTree& tree, std::string_view bytes, NodeId root) {
    SaidRecord record;
    record.root = root;
    for (const YamlEntry& entry : tree.entries(root)) {
        const std::string_view key = tree.text(tree.resolved(entry.key), bytes);
        const NodeId value = tree.resolved(entry.value);
        if (schema.find_kind(key)) record.name = std::string(key) + '/' + std::string(tree.text(value, bytes));
        else if (!key.starts_with("x_")) record.fields.push_back({std::string(key), canonical(tree, bytes, value)});
    }
    return record;
}

std::string_view text_of(const std::vector<SaidField>& fields, const std::string& field) {
    const auto found = std::ranges::find(fields, field, &SaidField::field);
    return found == fields.end() ? std::string_view() : std::string_view(found->text);
}

}  // namespace

std::vector<SaidRecord> said_records(const Schema& schema, const YamlTree& tree, std::string_view bytes) {
    std::vector<SaidRecord> records;
    for (const YamlDocument& document : tree.documents) {
        if (document.root.known() && tree[document.root].type == NodeType::map)
            records.push_back(said_record(schema, tree, bytes, document.root));
    }
    return records;
}

std::vector<SaidField> said_fields(const YamlTree& tree, std::string_view bytes, NodeId map) {
    std::vector<SaidField> fields;
    if (!map.known() || tree[map].type != NodeType::map) return fields;
    for (const YamlEntry& entry : tree.entries(map)) {
        const std::string_view key = tree.text(tree.resolved(entry.key), bytes);
        if (!key.starts_with("x_"))
            fields.push_back({std::string(key), canonical(tree, bytes, tree.resolved(entry.value))});
    }
    return fields;
}

NodeId value_in_map(const YamlTree& tree, std::string_view bytes, NodeId map, std::string_view key) {
    map = tree.resolved(map);
    if (tree[map].type != NodeType::map) return {};
    for (const YamlEntry& entry : tree.entries(map)) {
        if (tree.text(tree.resolved(entry.key), bytes) == key) return tree.resolved(entry.value);
    }
    return {};
}

std::vector<std::string> fields_that_differ(const std::vector<SaidField>& now, const std::vector<SaidField>& then) {
    std::vector<std::string> fields;
    for (const SaidField& each : now) {
        if (each.text != text_of(then, each.field)) fields.push_back(each.field);
    }
    for (const SaidField& each : then) {
        const bool here = std::ranges::find(now, each.field, &SaidField::field) != now.end();
        if (!here && !each.text.empty()) fields.push_back(each.field);
    }
    return fields;
}

}  // namespace ims
