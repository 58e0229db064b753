#include "link/record_differences.h"

#include <algorithm>
#include <string>

#include "yaml/canonical.h"

namespace ims {
namespace {

struct Said {
    std::string_view field;
    std::string text;  // canonical
};

// What a record says, without its kind and id, in the order of the file.
std::vector<Said> said_by(const ReadFile& file, const Record& record) {
    const ParsedFile& parsed = *file.parsed;
    const YamlTree& tree = parsed.tree;
    std::vector<Said> out;
    // They stand in the order of the file.
    const auto document = std::ranges::upper_bound(tree.documents, record.id_begin, {}, &YamlDocument::end);
    if (document == tree.documents.end() || !document->root.known() || document->begin > record.id_begin ||
        tree[document->root].type != NodeType::map)
        return out;
    for (const YamlEntry& entry : tree.entries(document->root)) {
        const NodeId value = tree.resolved(entry.value);
        if (tree[value].begin == record.id_begin) continue;
        std::string text = canonical(tree, parsed.bytes, value);
        if (!text.empty()) out.push_back({parsed.text(tree.resolved(entry.key)), std::move(text)});
    }
    return out;
}

std::string_view text_of(const std::vector<Said>& said, std::string_view field) {
    const auto found = std::ranges::find(said, field, &Said::field);
    return found == said.end() ? std::string_view() : std::string_view(found->text);
}

}  // namespace

RecordDifferences compare(const ReadFile& file, const Record& record, const ReadFile& other_file, const Record& other) {
    const std::vector<Said> own = said_by(file, record);
    const std::vector<Said> others = said_by(other_file, other);
    RecordDifferences out;
    out.same_title = text_of(own, "title") == text_of(others, "title");
    for (const Said& each : own) {
        if (each.text == text_of(others, each.field)) ++out.alike;
        else out.fields.push_back(each.field);
    }
    for (const Said& each : others) {
        if (text_of(own, each.field).empty()) out.fields.push_back(each.field);
    }
    return out;
}

}  // namespace ims
