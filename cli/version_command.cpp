#include <CLI/CLI.hpp>

#include "cli/command.h"

namespace ims {

Action commands::version(CLI::App& app) {
    app.footer("Example:\n  ims version");
    return [](const Environment& environment) -> Result<Exit> {
        environment.out->write("ims " IMS_VERSION "\n");
        return Exit::clean;
    };
}

}  // namespace ims
