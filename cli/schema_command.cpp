#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/names.h"
#include "engine/analyze.h"
#include "output/schema_json.h"
#include "source/find_files.h"

namespace ims {
namespace {

struct Options {
    std::string kind;
    std::string schemas;
    bool all = false;
};

// Those of the folder that one stands in; the built-in ones outside of any.
Result<Schema> schema_here(const Options& options, const FileSystem& files) {
    const Result<std::string> root = find_root(files, ".");
    std::vector<std::string> own;
    if (root && files.type(join_path(*root, "schemas")) == EntryType::folder) {
        IMS_TRY_ASSIGN(const std::vector<Entry> entries, files.list(join_path(*root, "schemas")));
        for (const Entry& entry : entries) {
            if (entry.name.ends_with(".schema.json") && !entry.name.starts_with("."))
                own.push_back("schemas/" + entry.name);
        }
        std::ranges::sort(own);
    }
    return load_schema(files, root ? *root : ".", own, options.schemas);
}

Result<Exit> run(const Options& options, const Environment& environment) {
    IMS_TRY_ASSIGN(const Schema schema, schema_here(options, *environment.files));
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
        IMS_TRY_ASSIGN(const KindId kind, read_kind(schema, options.kind));
        environment.out->write(bundled_schema(schema, kind));
        return Exit::clean;
    }
    std::size_t width = 0;
    for (const KindSpec& kind : schema.kinds()) width = std::max(width, display_width(kind.name));
    for (const KindSpec& kind : schema.kinds()) {
        environment.out->write(fmt::format("{:{}}  {}\n", visible(kind.name), width, visible(kind.description)));
    }
    return Exit::clean;
}

}  // namespace

Action commands::schema(CommandLine& line) {
    const auto options = std::make_shared<Options>();
    line.positional("KIND", &options->kind, "Which kind, or `ims` for ims.yaml; without it: the kinds that there are");
    line.flag("--all", &options->all, "One schema for a file of any kind");
    line.option("--schemas", &options->schemas,
                "Read the kinds and fields from this folder instead of the built-in ones", {.value = "DIR"});
    line.footer("Example:\n  ims schema risk > risk.schema.json");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims
