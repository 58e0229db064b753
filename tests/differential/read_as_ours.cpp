#include <cstdint>
#include <string>

#include "base/ids.h"
#include "readers.h"
#include "yaml/tree.h"

namespace ims::test {

namespace {

// What `ims` tells of a file and reads all the same.
bool is_readable(Mistake mistake) {
    return mistake == Mistake::duplicate_key || mistake == Mistake::merge_key || mistake == Mistake::tag;
}

Shape shape_of(ScalarStyle style) {
    switch (style) {
        case ScalarStyle::single_quoted: return Shape::single_quoted;
        case ScalarStyle::double_quoted: return Shape::double_quoted;
        case ScalarStyle::literal: return Shape::literal;
        case ScalarStyle::folded: return Shape::folded;
        case ScalarStyle::plain:
        case ScalarStyle::none: return Shape::plain;
    }
    return Shape::plain;
}

void add_node(const YamlTree& tree, std::string_view bytes, NodeId id, ReadingBuilder& builder) {
    const YamlNode& node = tree[id];
    const std::string anchor = node.anchored ? std::to_string(id.value) : std::string();
    switch (node.type) {
        case NodeType::null: builder.add_scalar(Shape::null, {}, anchor); return;
        case NodeType::scalar:
            builder.add_scalar(shape_of(node.style), std::string(tree.text(id, bytes)), anchor);
            return;
        case NodeType::alias:
            // The tree holds none that names nothing.
            static_cast<void>(builder.add_alias(std::to_string(tree.resolved(id).value)));
            return;
        case NodeType::list:
            builder.open(Shape::list, anchor);
            for (const NodeId item : tree.items(id)) add_node(tree, bytes, item, builder);
            break;
        case NodeType::map:
            builder.open(Shape::map, anchor);
            for (const YamlEntry entry : tree.entries(id)) {
                add_node(tree, bytes, entry.key, builder);
                add_node(tree, bytes, entry.value, builder);
            }
            break;
    }
    builder.close();
}

}  // namespace

OurReading read_as_ours(std::string_view bytes) {
    const YamlTree tree = parse_yaml(bytes);
    OurReading result;
    std::string refusal;
    for (const YamlProblem& problem : tree.problems) {
        if (is_readable(problem.mistake) || result.mistake) continue;
        result.mistake = problem.mistake;
        refusal = "mistake " + std::to_string(static_cast<int>(problem.mistake)) + " at byte " +
                  std::to_string(problem.begin);
    }
    ReadingBuilder builder;
    for (const YamlDocument& document : tree.documents) {
        if (document.root.known()) add_node(tree, bytes, document.root, builder);
        builder.end_document();
    }
    result.reading = builder.take();
    result.reading.refusal = refusal;
    return result;
}

}  // namespace ims::test
