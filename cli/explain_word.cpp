#include "cli/explain_word.h"

#include <algorithm>
#include <memory>
#include <optional>

#include "cli/analysis_options.h"
#include "cli/schema_here.h"
#include "engine/analyze_folder.h"
#include "output/explain/explain.h"
#include "schema/catalogues.h"
#include "source/find_root.h"
#include "source/paths.h"

namespace ims {
namespace {

constexpr std::size_t kLargestSettingsExplained = 1u << 20;

// ims.yaml as it is read; none where it cannot be.
std::optional<ParsedFile> settings_to_explain(const Environment& environment, const std::string& root) {
    auto text = environment.files->read(join_path(root, "ims.yaml"), kLargestSettingsExplained);
    if (!text) return std::nullopt;
    ParsedFile parsed = parse_file(std::move(*text));
    if (std::ranges::any_of(parsed.tree.documents, &YamlDocument::broken)) return std::nullopt;
    return parsed;
}

// What words are looked up in here.
struct WordsHere {
    explicit WordsHere(Schema read) : schema(std::move(read)) {}

    Schema schema;
    std::optional<std::string> root;  // none: outside of any folder, or its ims.yaml cannot be read
    bool unread_settings = false;     // the latter
    ParsedFile parsed;
    std::vector<Finding> findings;
    Arena arena;
    Settings settings;
};

Result<std::unique_ptr<WordsHere>> words_here(const Environment& environment) {
    IMS_TRY_ASSIGN(Schema schema, schema_here(*environment.files, ""));
    auto here = std::make_unique<WordsHere>(std::move(schema));
    if (const Result<Root> found = find_root(*environment.files, ".")) here->root = found->folder;
    std::optional<ParsedFile> parsed = here->root ? settings_to_explain(environment, *here->root) : std::nullopt;
    if (here->root && !parsed) {
        here->unread_settings = true;
        here->root.reset();
    }
    // Without a folder, what holds where ims.yaml says nothing.
    here->parsed = parsed ? std::move(*parsed) : parse_file("");
    here->settings = read_settings(here->parsed, here->schema, environment.rules.book(), here->findings, here->arena);
    return here;
}

// The records of the folder, or of none, with the catalogues of all standards.
Result<const Analysis*> standards_to_explain(const Environment& environment, const std::optional<std::string>& root,
                                             std::unique_ptr<Analysis>& kept) {
    std::vector<std::string> all;
    for (const BuiltInCatalogue& each : built_in_catalogues()) all.emplace_back(each.id);
    if (root) return analyze_folder(environment, {}, *root, all);
    MemoryFileSystem files;
    files.files["none/ims.yaml"] = "";
    FolderOptions options;
    options.root = "none";
    options.standards = all;
    options.today = environment.today;
    IMS_TRY_ASSIGN(kept, ims::analyze_folder(files, environment.rules, options));
    return kept.get();
}

}  // namespace

Result<std::string> explain_word(const std::string& word, const Environment& environment,
                                 const std::vector<std::string_view>& more_names) {
    IMS_TRY_ASSIGN(const std::unique_ptr<WordsHere> here, words_here(environment));
    if (here->unread_settings) {
        environment.err->write(
            "ims: ims.yaml cannot be read, so only what is built in is explained; `ims check` says why\n");
    }
    std::unique_ptr<Analysis> kept;
    const LookUp look_up{environment.rules,
                         here->schema,
                         here->settings,
                         here->root.has_value(),
                         [&] { return standards_to_explain(environment, here->root, kept); },
                         more_names};
    Style style;
    // A page is to be read, so it is never as wide as a pipe could be.
    style.columns = environment.out_screen.columns == 0 ? 100 : environment.out_screen.columns;
    style.color = !environment.no_color && (environment.force_color || environment.out_screen.terminal);
    return explain(word, look_up, style);
}

bool is_explained(const std::string& word, const Environment& environment) {
    const auto here = words_here(environment);
    if (!here) return false;
    const auto none = []() -> Result<const Analysis*> { return Error{""}; };
    return is_explained(word, {environment.rules, (*here)->schema, (*here)->settings, false, none, {}});
}

}  // namespace ims
