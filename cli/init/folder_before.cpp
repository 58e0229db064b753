#include "cli/init/folder_before.h"

#include <algorithm>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "cli/init/answers.h"
#include "diagnostics/rules.h"
#include "engine/analyze_folder.h"
#include "link/foreign_files.h"
#include "source/overlay.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::string_view kSettingsName = "ims.yaml";

Result<std::unique_ptr<Analysis>> analyze_with(const Environment& environment, const NewFolder& folder,
                                               const std::vector<TextFile>& files, Date today) {
    std::map<std::string, std::string> above;
    for (const TextFile& file : files) above.emplace(join_path(folder.root, file.path), file.text);
    const OverlayFileSystem overlay(*environment.files, std::move(above));
    FolderOptions options;
    options.root = folder.root;
    options.today = today;
    options.git = environment.git;
    return analyze_folder(overlay, environment.rules, options);
}

// What a file holds, as far as that tells whose it is.
class Before {
public:
    Before(const FolderFile& file, const Schema& schema)
        : read_(*file.read), bytes_(read_.parsed->bytes), tree_(read_.parsed->tree), schema_(schema) {}

    // A record, or what somebody meant to be one. A kind with the id left out or broken is one; a word that is near to
    // a kind alone is not: `version: 2`, `roles: [common]`.
    [[nodiscard]] bool is_ours() const {
        const FileTroubles& troubles = read_.troubles();
        if (!read_.records.empty()) return true;
        if (troubles.foreign || troubles.opaque) return false;
        const auto found = [&](RuleId rule) { return std::ranges::find(troubles.findings, rule, &Finding::rule); };
        const auto end = troubles.findings.end();
        if (found(RuleId::invalid_id) != end || found(RuleId::several_kinds) != end) return true;
        if (found(RuleId::unknown_kind) == end && !troubles.unread.empty()) return true;
        return std::ranges::any_of(tree_.documents, [this](const YamlDocument& each) {
            return each.root.known() && tree_[each.root].type == NodeType::map && looks_like_record(each.root);
        });
    }

    [[nodiscard]] std::vector<std::string> records() const {
        std::vector<std::string> names;
        for (const Record& record : read_.records) names.push_back(name_of_record(record.kind, record.id));
        const FileTroubles& troubles = read_.troubles();
        for (std::size_t index = 0; index < troubles.unread.size(); ++index)
            names.push_back(name_of_record(troubles.unread[index].kind, troubles.unread_ids[index]));
        return names;
    }

    void add_disciplines(std::vector<std::string>& disciplines) const {
        for (std::size_t index = 0; index < tree_.nodes.size(); ++index) {
            const NodeId map = NodeId::from(index);
            if (tree_[map].type != NodeType::map) continue;
            for (const auto [key, value] : tree_.entries(map)) {
                if (text(key) != "disciplines" || tree_[value].type != NodeType::list) continue;
                for (const NodeId item : tree_.items(value)) {
                    const bool fits = tree_[item].type == NodeType::scalar && is_discipline(text(item));
                    if (fits && std::ranges::find(disciplines, text(item)) == disciplines.end())
                        disciplines.emplace_back(text(item));
                }
            }
        }
    }

private:
    [[nodiscard]] std::string_view text(NodeId node) const { return tree_.text(node, bytes_); }
    [[nodiscard]] std::string name_of_record(KindId kind, std::string_view id) const {
        return fmt::format("{}/{}", schema_[kind].name, id);
    }

    // Somebody forgot or mistyped its kind: it has a title, and most of its keys are those of one kind.
    [[nodiscard]] bool looks_like_record(NodeId root) const {
        std::vector<std::string_view> keys;
        for (const YamlEntry& entry : tree_.entries(root)) keys.push_back(text(entry.key));
        if (std::ranges::find(keys, "title") == keys.end()) return false;
        return std::ranges::any_of(schema_.kinds(), [&](const KindSpec& kind) {
            if (!kind.of_records()) return false;
            const KindId id = *schema_.find_kind(kind.name);
            const auto known = std::ranges::count_if(
                keys, [&](std::string_view key) { return schema_.find_field(id, key) != nullptr; });
            return 2 * static_cast<std::size_t>(known) > keys.size();
        });
    }

    const ReadFile& read_;
    std::string_view bytes_;
    const YamlTree& tree_;
    const Schema& schema_;
};

}  // namespace

Result<FolderBefore> read_folder_before(const Environment& environment, const NewFolder& folder) {
    FolderBefore before;
    if (!folder.exists) return before;
    const std::vector<TextFile> settings = {{std::string(kSettingsName), "organisation: ours\n"}};
    IMS_TRY_ASSIGN(const auto analysis, analyze_with(environment, folder, settings, environment.today));
    for (const FolderFile& file : analysis->graph.files()) {
        if (file.built_in() || file.path == kSettingsName) continue;
        if (file.read->records.empty() && file.read->found == nullptr) continue;  // it says nothing
        const Before each(file, analysis->schema);
        if (!each.is_ours()) {
            before.foreign.insert(file.path);
            continue;
        }
        for (std::string& record : each.records()) before.records.emplace(std::move(record), file.path);
        each.add_disciplines(before.disciplines);
    }
    return before;
}

Result<std::vector<std::string>> patterns_of_foreign_files(const Environment& environment, const NewFolder& folder,
                                                           const FolderBefore& before,
                                                           const std::vector<TextFile>& files) {
    if (before.foreign.empty()) return std::vector<std::string>();
    IMS_TRY_ASSIGN(const auto analysis, analyze_with(environment, folder, files, environment.today));
    return ignore_patterns(analysis->graph.files(),
                           [&](const FolderFile& file) { return before.foreign.contains(file.path); });
}

Result<FolderErrors> errors_of_folder(const Environment& environment, const NewFolder& folder,
                                      const std::vector<TextFile>& files, Date today) {
    FolderErrors errors;
    IMS_TRY_ASSIGN(const auto analysis, analyze_with(environment, folder, files, today));
    for (const Finding& finding : analysis->findings) {
        if (finding.grade != Grade::error) continue;
        ++errors.count;
        errors.files.insert(analysis->sources[finding.span.file].path);
    }
    return errors;
}

}  // namespace ims
