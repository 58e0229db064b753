#include "check/asking.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/assert.h"
#include "diagnostics/message.h"
#include "schema/named_fields.h"
#include "yaml/place.h"

namespace ims {
namespace {

bool says_nothing(const YamlTree& tree, NodeId value) {
    const YamlNode& node = tree[value];
    if (node.type == NodeType::scalar) return node.text_begin == node.text_end;
    return node.type == NodeType::null || (node.is_collection() && tree.after(value) == value.value + 1);
}

// Whether a map without any of its fields but `field` would be incomplete.
bool lacks_more(const Shape& map, std::string_view field) {
    return std::ranges::any_of(map.fields, [&](const FieldSpec& each) {
        return each.required && each.name != field && each.unless.empty() && each.with.empty();
    });
}

const FieldSpec* field_named(std::span<const FieldSpec> fields, std::string_view name) {
    const auto found = std::ranges::find(fields, name, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

// Whether something stands in a record, and all of it is no field of its kind: it may be another program's.
bool holds_others_alone(const YamlTree& tree, const ParsedFile& parsed, NodeId map, const KindSpec& kind) {
    std::size_t count = 0;
    for (const YamlEntry entry : tree.entries(map)) {
        const std::string_view key = parsed.text(entry.key);
        if (key == kind.name || key.starts_with("x_")) continue;
        if (field_named(kind.fields, key) != nullptr) return false;
        ++count;
    }
    return count > 0;
}

// What one map is asked for so far.
struct Additions {
    NodeId map;
    std::size_t depth = 0;  // of maps around it, up to the record
    std::vector<Field> fields;
};

class Asker {
public:
    Asker(const RecordView& record, const ParsedFile& parsed) : record_(record), tree_(parsed.tree), parsed_(parsed) {}

    // Of a map within the file: `path` from there on.
    void ask(NodeId map, std::size_t depth, std::span<const FieldSpec> fields, std::string_view path) {
        const std::string_view name = path.substr(0, path.find('.'));
        const std::string_view rest = path.size() > name.size() ? path.substr(name.size() + 1) : std::string_view();
        const FieldSpec* const field = field_named(fields, name);
        // Schemas of a folder's own may know less than the rule does.
        if (field == nullptr) return static_cast<void>(in_the_way_ = true);
        for (const YamlEntry entry : tree_.entries(map)) {
            if (parsed_.text(entry.key) != name) continue;
            if (says_nothing(tree_, entry.value)) {
                if (!waiting_) waiting_ = span(entry.key);
            } else if (!rest.empty() && tree_[entry.value].type == NodeType::map && field->shape->named_map) {
                ask(entry.value, depth + 1, field->shape->fields, rest);
            } else {
                in_the_way_ = true;
            }
            return;
        }
        // Braces have no room for the words that say what is due.
        if (is_bracketed(tree_, map)) return static_cast<void>(in_the_way_ = true);
        std::vector<Field>& asked = additions_to(map, depth).fields;
        const Field due = as_a_whole(*field, rest);
        if (std::ranges::find(asked, due) == asked.end()) asked.push_back(due);
    }

    Asking take(std::span<const Field> asked, Arena& arena) {
        if (in_the_way_) return {};
        Asking out;
        if (additions_.empty()) {
            out.waiting = waiting_;
            return out;
        }
        out.fix = Fix{make_message(arena, "ask for {}", full(std::vector<Field>(asked.begin(), asked.end()))),
                      Fix::Safety::unsafe,
                      {},
                      true};
        for (Additions& each : additions_) {
            out.fix->operations.emplace_back(
                AskForFields{span(each.map), record_.kind(), std::move(each.fields), each.depth});
        }
        return out;
    }

private:
    [[nodiscard]] Span span(NodeId node) const { return {record_.file(), tree_[node].begin, tree_[node].end}; }

    Additions& additions_to(NodeId map, std::size_t depth) {
        const auto found = std::ranges::find(additions_, map, &Additions::map);
        return found == additions_.end() ? additions_.emplace_back(Additions{map, depth, {}}) : *found;
    }

    // Of what does not stand there: the field, or the outermost map around it that would lack more than it.
    static Field as_a_whole(const FieldSpec& field, std::string_view rest) {
        const std::string_view inner = rest.substr(0, rest.find('.'));
        if (rest.empty() || !field.shape->named_map || lacks_more(*field.shape, inner)) return field.field;
        const FieldSpec* const next = field_named(field.shape->fields, inner);
        if (next == nullptr) return field.field;
        return as_a_whole(*next, rest.size() > inner.size() ? rest.substr(inner.size() + 1) : std::string_view());
    }

    const RecordView& record_;
    const YamlTree& tree_;
    const ParsedFile& parsed_;
    std::vector<Additions> additions_;
    std::optional<Span> waiting_;
    bool in_the_way_ = false;
};

}  // namespace

// The document that the record stands in.
std::optional<RecordMap> map_of(const RecordView& record) {
    if (record.unread() || record.built_in()) return std::nullopt;
    const ParsedFile& parsed = *record.graph().value_sources(record.file()).own.parsed;
    const std::uint32_t at = record.id_span().begin;
    const auto next = std::ranges::upper_bound(parsed.tree.documents, at, {}, &YamlDocument::begin);
    if (next == parsed.tree.documents.begin()) return std::nullopt;
    const NodeId root = std::prev(next)->root;
    if (!root.known() || parsed.tree[root].type != NodeType::map) return std::nullopt;
    const YamlNode& node = parsed.tree[root];
    RecordMap map{root, {record.file(), node.begin, node.end}, {}};
    for (const YamlEntry entry : parsed.tree.entries(root)) map.keys.push_back(parsed.text(entry.key));
    return map;
}

bool has_room_for_words(const RecordView& record, Field list) {
    const FieldView written = record[list];
    if (!written || written.inherited()) return true;
    const YamlTree& tree = record.graph().value_sources(record.file()).own.parsed->tree;
    const NodeId node = written.value().node;
    if (tree[node].type != NodeType::list || is_bracketed(tree, node)) return false;
    // The next one is written as the last.
    NodeId last;
    for (const NodeId item : tree.items(node)) last = item;
    return !tree[last].is_collection() || !is_bracketed(tree, last);
}

Asking ask_for(const RecordView& record, const FieldView& item, std::span<const Field> fields, Arena& arena) {
    if (record.unread() || record.built_in() || item.inherited()) return {};
    const Graph& graph = record.graph();
    const Schema& schema = graph.schema();
    const ParsedFile& parsed = *graph.value_sources(record.file()).own.parsed;
    NodeId map;
    std::span<const FieldSpec> known = schema[record.kind()].fields;
    std::string_view above;
    if (item) {
        map = item.value().node;
        above = schema.path(item.field());
        const FieldSpec* const spec = schema.spec(record.kind(), item.field());
        const Shape* const shape = spec == nullptr ? nullptr : map_within(spec->shape);
        if (shape == nullptr) return {};
        known = shape->fields;
    } else if (const auto whole = map_of(record)) {
        map = whole->node;
        if (holds_others_alone(parsed.tree, parsed, map, schema[record.kind()])) return {};
    }
    if (!map.known() || parsed.tree[map].type != NodeType::map) return {};
    Asker asker(record, parsed);
    const std::size_t depth = above.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(above, '.')) + 1;
    for (const Field field : fields) {
        std::string_view path = schema.path(field);
        IMS_ASSERT(path.starts_with(above), "the field stands in what is asked to have it");
        if (!above.empty()) path.remove_prefix(above.size() + 1);
        asker.ask(map, depth, known, path);
    }
    return asker.take(fields, arena);
}

}  // namespace ims
