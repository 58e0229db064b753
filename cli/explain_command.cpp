#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/schema_here.h"
#include "engine/analyze_folder.h"
#include "output/explain/explain.h"
#include "schema/catalogues.h"
#include "source/find_root.h"

namespace ims::commands::explain {
namespace {

constexpr std::size_t kLargestSettings = 1u << 20;

// ims.yaml as it is read; none where it cannot be.
std::optional<ParsedFile> parse_settings(const Environment& environment, const std::string& root) {
    auto text = environment.files->read(join_path(root, "ims.yaml"), kLargestSettings);
    if (!text) return std::nullopt;
    ParsedFile parsed = parse_file(std::move(*text));
    if (std::ranges::any_of(parsed.tree.documents, &YamlDocument::broken)) return std::nullopt;
    return parsed;
}

// The records of the folder, or of none, with the catalogues of all standards.
Result<const Analysis*> read_standards(const Environment& environment, const std::optional<std::string>& root,
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

Result<Exit> run(const std::vector<std::string>& words, const Environment& environment) {
    std::string word;
    for (const std::string& each : words) word += (word.empty() ? "" : " ") + each;
    IMS_TRY_ASSIGN(const Schema schema, schema_here(*environment.files, ""));
    const Result<Root> found = find_root(*environment.files, ".");
    std::optional<std::string> root = found ? std::optional(found->folder) : std::nullopt;
    std::optional<ParsedFile> parsed = root ? parse_settings(environment, *root) : std::nullopt;
    if (root && !parsed) {
        environment.err->write(
            "ims: ims.yaml cannot be read, so only what is built in is explained; `ims check` says why\n");
        root.reset();
    }
    // Without a folder, what holds where ims.yaml says nothing.
    if (!parsed) parsed = parse_file("");
    std::vector<Finding> findings;
    Arena arena;
    const Settings settings = read_settings(*parsed, schema, environment.rules.book(), findings, arena);
    std::unique_ptr<Analysis> kept;
    const LookUp look_up{environment.rules, schema, settings, root.has_value(),
                         [&] { return read_standards(environment, root, kept); }};
    Style style;
    // A page is to be read, so it is never as wide as a pipe could be.
    style.columns = environment.out_screen.columns == 0 ? 100 : environment.out_screen.columns;
    style.color = !environment.no_color && (environment.force_color || environment.out_screen.terminal);
    IMS_TRY_ASSIGN(const std::string page, ims::explain(word, look_up, style));
    environment.out->write(page);
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto words = std::make_shared<std::vector<std::string>>();
    line.positional("WORD", words.get(),
                    "A rule, or a family of rules; a kind of record; a field, by its kind and name, or by its name "
                    "alone; a word that fields take; a type of value; a discipline; a standard, or a clause of one",
                    {.required = true});
    line.footer(
        "Example:\n"
        "  ims explain role-misses-discipline         a rule: what it finds, why that matters, how to mend it\n"
        "  ims explain risk                           a kind of record: its fields\n"
        "  ims explain supplier.evaluations.result    a field: what it is for, what may stand there, an example\n"
        "  ims explain owner                          a field of many kinds\n"
        "  ims explain reduce                         a word: which fields take it, and what it means there\n"
        "  ims explain duration                       a type of value: how it is written\n"
        "  ims explain privacy                        a discipline: its standards, who leads it here\n"
        "  ims explain iso-9001-2026:8.4.1            a clause: what it asks for, and which others ask alike\n"
        "\n"
        "Within a folder of records, its own kinds, fields, disciplines and standards are explained too.");
    return [words](const Environment& environment) { return run(*words, environment); };
}

}  // namespace ims::commands::explain
