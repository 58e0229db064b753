#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "cli/command.h"
#include "cli/names.h"
#include "cli/schema_here.h"
#include "output/schema_json.h"

namespace ims::commands::schema {
namespace {

struct Options {
    std::string kind;
    std::string schemas;
    bool all = false;
};

Result<Exit> run(const Options& options, const Environment& environment) {
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
        IMS_TRY_ASSIGN(const KindId kind, read_kind(schema, options.kind));
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
    line.option("--schemas", &options->schemas,
                "Read the kinds and fields from this folder instead of the built-in ones", {.value = "DIR"});
    line.footer("Example:\n  ims schema risk > risk.schema.json");
    return [options](const Environment& environment) { return run(*options, environment); };
}

}  // namespace ims::commands::schema
