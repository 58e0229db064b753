#include "cli/editor_files.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "engine/analyze_folder.h"
#include "output/editor_schema.h"
#include "schema/catalogues.h"
#include "schema/fields.h"
#include "source/git_repository.h"
#include "source/paths.h"
#include "source/relative_path.h"

namespace ims {
namespace {

constexpr std::size_t kLargestSchemaFile = std::size_t{1} << 26;  // bytes

}  // namespace

FolderWords folder_words(const Schema& schema, const Settings& settings, const RuleBook& rules) {
    FolderWords words{schema, settings, rules, {}};
    for (const BuiltInCatalogue& each : built_in_catalogues()) words.standards.emplace_back(each.id);
    return words;
}

FolderWords folder_words(const Analysis& analysis) {
    FolderWords words = folder_words(analysis.schema, analysis.settings, analysis.rules.book());
    for (const RecordId id : analysis.graph.of_kind(kinds::standard))
        words.standards.emplace_back(analysis.graph[id].id());
    std::ranges::sort(words.standards);
    words.standards.erase(std::unique(words.standards.begin(), words.standards.end()), words.standards.end());
    return words;
}

std::vector<TextFile> schema_files(const Analysis& analysis) {
    const FolderWords words = folder_words(analysis);
    std::vector<TextFile> files;
    files.push_back({std::string(kRecordSchemaFile), schema_of_records(words, SchemaReader::editor)});
    if (const auto settings = analysis.schema.find_kind("ims")) {
        files.push_back({std::string(kSettingsSchemaFile), schema_of_kind(words, SchemaReader::editor, *settings)});
    }
    return files;
}

Result<std::vector<TextFile>> schema_files(const Environment& environment, std::string settings_yaml) {
    MemoryFileSystem files;
    files.files["none/ims.yaml"] = std::move(settings_yaml);
    FolderOptions options;
    options.root = "none";
    options.today = environment.today;
    IMS_TRY_ASSIGN(const std::unique_ptr<Analysis> analysis, analyze_folder(files, environment.rules, options));
    return schema_files(*analysis);
}

SchemaFilesState state_of_schema_files(const FileSystem& files, const Analysis& analysis) {
    if (files.type(join_path(analysis.root, kSchemaFilesFolder)) != EntryType::folder) return SchemaFilesState::missing;
    for (const TextFile& file : schema_files(analysis)) {
        const auto there = files.read(join_path(analysis.root, file.path), kLargestSchemaFile);
        if (!there || *there != file.text) return SchemaFilesState::stale;
    }
    return SchemaFilesState::fresh;
}

bool are_schema_files_stale(const FileSystem& files, const Analysis& analysis) {
    if (files.type(join_path(analysis.root, kSchemaFilesFolder)) != EntryType::folder) return false;
    const auto there = files.read(join_path(analysis.root, std::string(kRecordSchemaFile)), kLargestSchemaFile);
    return !there || there->find(made_of(folder_words(analysis))) == std::string::npos;
}

bool leads_to_schemas(std::string_view there, const TextFile& wanted, std::string_view folder) {
    const bool recommends = wanted.path.ends_with("extensions.json");
    return there.find(recommends ? std::string(kExtensionOfVscode) : join_path(folder, kRecordSchemaFile)) !=
           std::string_view::npos;
}

std::string way_from_repository(const Environment& environment, const std::string& root) {
    const std::string folder = environment.files->real_path(root).value_or(root);
    const auto repository = find_repository(*environment.files, folder);
    return repository ? relative_path(*repository, folder) : "";
}

}  // namespace ims
