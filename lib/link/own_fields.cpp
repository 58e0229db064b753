#include "link/own_fields.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include <fmt/format.h>

namespace ims {
namespace {

class OwnFieldReader {
public:
    explicit OwnFieldReader(const ParsedFile& parsed) : parsed_(parsed), tree_(parsed.tree) {}

    std::vector<OwnField> run(NodeId record) {
        look(record, {});
        return std::move(fields_);
    }

private:
    void look(NodeId node, const std::string& path) {
        node = tree_.resolved(node);
        if (tree_[node].type == NodeType::list) {
            for (const NodeId item : tree_.items(node)) look(item, path);
        }
        if (tree_[node].type != NodeType::map) return;
        for (const YamlEntry entry : tree_.entries(node)) {
            const std::string_view key = parsed_.text(entry.key);
            const std::string inner = path.empty() ? std::string(key) : fmt::format("{}.{}", path, key);
            if (key.starts_with("x_")) collect(entry.value, {}, field(inner).items);
            else look(entry.value, inner);
        }
    }

    OwnField& field(const std::string& path) {
        const auto [place, added] = by_path_.try_emplace(path, fields_.size());
        return added ? fields_.emplace_back(OwnField{path, {}}) : fields_[place->second];
    }

    void collect(NodeId node, const std::string& before, std::vector<std::string>& items) const {
        node = tree_.resolved(node);
        switch (tree_[node].type) {
            case NodeType::list:
                for (const NodeId item : tree_.items(node)) collect(item, before, items);
                return;
            case NodeType::map:
                for (const YamlEntry entry : tree_.entries(node))
                    collect(entry.value, fmt::format("{}{}: ", before, parsed_.text(entry.key)), items);
                return;
            case NodeType::scalar: items.push_back(before + std::string(parsed_.text(node))); return;
            case NodeType::null:
            case NodeType::alias: return;
        }
    }

    const ParsedFile& parsed_;
    const YamlTree& tree_;
    std::vector<OwnField> fields_;
    std::unordered_map<std::string, std::size_t> by_path_;
};

}  // namespace

std::vector<OwnField> own_fields(const RecordView& record) {
    const ParsedFile& parsed = *record.graph().files()[record.file().index()].read->parsed;
    const std::vector<YamlDocument>& documents = parsed.tree.documents;
    const auto after = std::ranges::upper_bound(documents, record.id_span().begin, {}, &YamlDocument::begin);
    if (after == documents.begin()) return {};
    const YamlDocument& document = *(after - 1);
    if (document.broken || !document.root.known()) return {};
    return OwnFieldReader(parsed).run(document.root);
}

}  // namespace ims
