#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/analysis_options.h"
#include "cli/command.h"
#include "cli/editor_files.h"
#include "cli/names.h"
#include "cli/schema_here.h"
#include "cli/write_schemas.h"
#include "output/output_schemas.h"
#include "output/schema_json.h"
#include "source/find_root.h"

namespace ims::commands::schema {
namespace {

struct Options {
    std::string kind;
    std::string schemas;
    std::string output;
    std::string editor;
    bool all = false;
    bool plain = false;
    bool write = false;
    bool dry_run = false;
};

bool is_settings(const Schema& schema, const std::string& word) { return word == "ims" && schema.find_kind("ims"); }

// The schema of what a command prints as JSON. Requires: there is one.
std::string_view schema_of_output(std::string_view command) {
    return std::ranges::find(output_schemas(), command, &OutputSchema::name)->text;
}

// For any program: in the words of the standard alone, with what the folder knows.
Result<Exit> print_plain(const Options& options, const Environment& environment, const FolderWords& words) {
    if (options.kind.empty()) {
        environment.out->write(schema_of_records(words, SchemaReader::program));
        return Exit::clean;
    }
    std::optional<KindId> kind;
    if (is_settings(words.schema, options.kind)) kind = words.schema.find_kind("ims");
    if (!kind) {
        IMS_TRY_ASSIGN(kind, read_kind(words.schema, options.kind, {"ims"}));
    }
    environment.out->write(schema_of_kind(words, SchemaReader::program, *kind));
    return Exit::clean;
}

Result<Exit> print_plain(const Options& options, const Environment& environment) {
    if (const Result<Root> root = find_root(*environment.files, ".")) {
        AnalysisOptions how;
        how.schemas = options.schemas;
        IMS_TRY_ASSIGN(const Analysis* const analysis, analyze_folder(environment, how, root->folder));
        return print_plain(options, environment, folder_words(*analysis));
    }
    // Outside of any folder, what holds where ims.yaml says nothing.
    IMS_TRY_ASSIGN(const Schema schema, schema_here(*environment.files, options.schemas));
    const ParsedFile parsed = parse_file("");
    std::vector<Finding> findings;
    Arena arena;
    const Settings settings = read_settings(parsed, schema, environment.rules.book(), findings, arena);
    return print_plain(options, environment, folder_words(schema, settings, environment.rules.book()));
}

// Each of these is another thing to ask for.
Outcome check_together(const Options& options) {
    if (!options.output.empty() && (options.all || !options.kind.empty()))
        return Error{"--output: this is no schema of records; leave out the kind and `--all`"};
    if (!options.output.empty() && (options.plain || options.write))
        return Error{"--output: this is no schema of records; leave out `--plain` and `--write`"};
    if (options.all && !options.kind.empty())
        return Error{"--all: this is one schema for all kinds; leave out the kind, or `--all`"};
    if (options.write && (options.all || options.plain || !options.kind.empty()))
        return Error{
            "--write: it writes the schemas of all kinds for editors; leave out the kind, `--all` and `--plain`"};
    if (!options.write && !options.editor.empty())
        return Error{"--editor: it goes with --write: ims schema --write --editor " + options.editor};
    if (!options.write && options.dry_run) return Error{"--dry-run: it goes with --write; all else changes nothing"};
    return Nothing{};
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY(check_together(options));
    if (options.write) return write_schemas({options.schemas, options.editor, options.dry_run}, environment);
    if (options.plain) return print_plain(options, environment);
    if (!options.output.empty()) {
        environment.out->write(schema_of_output(options.output));
        return Exit::clean;
    }
    IMS_TRY_ASSIGN(const Schema schema, schema_here(*environment.files, options.schemas));
    if (options.all) {
        environment.out->write(bundled_schema(schema));
        return Exit::clean;
    }
    if (!options.kind.empty()) {
        if (is_settings(schema, options.kind)) {
            environment.out->write(bundled_schema(schema, *schema.find_kind("ims")));
            return Exit::clean;
        }
        IMS_TRY_ASSIGN(const KindId kind, read_kind(schema, options.kind, {"ims"}));
        environment.out->write(bundled_schema(schema, kind));
        return Exit::clean;
    }
    std::size_t width = 0;
    for (const KindSpec& kind : schema.kinds()) {
        if (!kind.absent) width = std::max(width, display_width(kind.name));
    }
    for (const KindSpec& kind : schema.kinds()) {
        if (kind.absent) continue;
        environment.out->write(fmt::format("{:{}}  {}\n", visible(kind.name), width, visible(kind.description)));
    }
    return Exit::clean;
}

}  // namespace

Action define(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND", &options->kind, "Which kind, or `ims` for ims.yaml; without it: the kinds that there are");
    line.group("What is printed");
    line.flag("--all", &options->all, "One schema for a file of any kind");
    line.flag("--plain", &options->plain,
              "For other programs: only the words of JSON Schema (draft-07), with the disciplines, scales, rules and "
              "standards of the folder; without a kind for a file of any kind");
    std::vector<AllowedWord> commands;
    for (const OutputSchema& each : output_schemas()) commands.push_back({std::string(each.name)});
    line.option("--output", &options->output, "The schema of what a command prints as JSON",
                {.value = "COMMAND", .words = std::move(commands)});
    line.option("--schemas", &options->schemas, "Read the kinds and fields from the *.schema.json of this folder",
                {.value = "FOLDER", .standard = "the built-in ones"});
    line.group("For an editor");
    line.flag("--write", &options->write,
              "Write the schemas into .ims/ beside ims.yaml, made for editors and of what the folder knows");
    std::vector<AllowedWord> editors;
    for (const std::string_view each : known_editors()) editors.push_back({std::string(each)});
    line.option("--editor", &options->editor,
                "With --write: also the settings that lead this editor to them, where it has none yet",
                {.value = "NAME", .words = std::move(editors)});
    line.flag("--dry-run", &options->dry_run, "With --write: say what would be written, and write nothing");
    line.example("ims schema risk > risk.schema.json");
    line.example("ims schema --plain > record.schema.json", "for a program that reads records");
    line.example("ims schema --write --editor vscode", "what Visual Studio Code needs");
    line.exit_code(0, "the schema is printed or written, or there is nothing to do");
    line.exit_code(2, "there is no such kind, or something cannot be read or written");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::schema
