// What is written beside the records so that an editor knows them from the first minute: schemas in `.ims/`, and the
// settings of the editor that lead to them. Only texts here; whoever writes them does so through `FileChanges`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"
#include "engine/analyze.h"
#include "output/editor_schema.h"

namespace ims {

struct TextFile {
    std::string path;  // from the folder of ims.yaml; may lead out of it: `../.vscode/settings.json`
    std::string text;
};

inline constexpr std::string_view kSchemaFilesFolder = ".ims";
inline constexpr std::string_view kRecordSchemaFile = ".ims/record.schema.json";
inline constexpr std::string_view kSettingsSchemaFile = ".ims/ims.schema.json";
inline constexpr std::string_view kExtensionOfVscode = "redhat.vscode-yaml";

// `.ims/record.schema.json` and `.ims/ims.schema.json` for a folder as it was analyzed.
std::vector<TextFile> schema_files(const Analysis& analysis);

// The same for a folder that is still to be made: by the text of its ims.yaml, the built-in kinds, and no standards of
// its own. An error where the text is no YAML that can be read.
Result<std::vector<TextFile>> schema_files(const Environment& environment, std::string settings_yaml);

// What editors and other programs are told of a folder; without an analysis, of one that has no records. Views into
// what is handed over, which must outlive it.
FolderWords folder_words(const Analysis& analysis);
FolderWords folder_words(const Schema& schema, const Settings& settings, const RuleBook& rules);

// How `.ims/` of a folder stands against what would be written now.
enum class SchemaFilesState : std::uint8_t { missing, stale, fresh };
SchemaFilesState state_of_schema_files(const FileSystem& files, const Analysis& analysis);

// Whether `.ims/` is there and stale, as far as that is seen without making its files anew: it takes no time worth
// speaking of. A file that somebody changed passes.
bool are_schema_files_stale(const FileSystem& files, const Analysis& analysis);

// The editors that something is written for: `vscode`, `neovim`, `helix`, `zed`.
std::span<const std::string_view> known_editors();

// What leads an editor to the schemas, and has it start `ims lsp`. `folder`: the way from what the editor opens (the
// root of the git repository) to the folder of ims.yaml, `sites/shop`; empty where they are one. The paths lead back up
// that way. `ignore`: what ims.yaml ignores has no schema. Requires: a known editor.
std::vector<TextFile> editor_settings(std::string_view editor, std::string_view folder,
                                      const std::vector<std::string>& ignore = {});

// Whether settings of an editor that are there already hold what `wanted`, one of the files above, would bring.
// `there`: what they say; `folder`: as above.
bool leads_to_schemas(std::string_view there, const TextFile& wanted, std::string_view folder);

// The way from the root of the git repository to the folder of ims.yaml at `root`; empty where there is no repository,
// or where it begins there.
std::string way_from_repository(const Environment& environment, const std::string& root);

}  // namespace ims
