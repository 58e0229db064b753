#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/names.h"
#include "cli/schema_here.h"
#include "output/output_schemas.h"
#include "output/schema_json.h"

namespace ims::commands::schema {
namespace {

struct Options {
    std::string kind;
    std::string schemas;
    std::string output;
    bool all = false;
};

// The schema of what a command prints as JSON. Requires: there is one.
std::string_view schema_of_output(std::string_view command) {
    return std::ranges::find(output_schemas(), command, &OutputSchema::name)->text;
}

Result<Exit> run(const Options& options, const Environment& environment) {
    if (!options.output.empty()) {
        if (options.all || !options.kind.empty())
            return Error{"--output: this is no schema of records; leave out the kind and `--all`"};
        environment.out->write(schema_of_output(options.output));
        return Exit::clean;
    }
    IMS_TRY_ASSIGN(const Schema schema, schema_here(*environment.files, options.schemas));
    if (options.all) {
        environment.out->write(bundled_schema(schema));
        return Exit::clean;
    }
    if (!options.kind.empty()) {
        const auto settings = schema.find_kind("ims");
        if (options.kind == "ims" && settings) {
            environment.out->write(bundled_schema(schema, *settings));
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
    line.flag("--all", &options->all, "One schema for a file of any kind");
    std::vector<AllowedWord> commands;
    for (const OutputSchema& each : output_schemas()) commands.push_back({std::string(each.name)});
    line.option("--output", &options->output, "The schema of what a command prints as JSON",
                {.value = "COMMAND", .words = std::move(commands)});
    line.option("--schemas", &options->schemas, "Read the kinds and fields from the *.schema.json of this folder",
                {.value = "FOLDER", .standard = "the built-in ones"});
    line.example("ims schema risk > risk.schema.json");
    line.exit_code(0, "the schema is printed");
    line.exit_code(2, "there is no such kind, or a schema cannot be read");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::schema
