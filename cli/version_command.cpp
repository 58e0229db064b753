#include "cli/command.h"

namespace ims::commands::version {

Action define(CommandLine& line) {
    line.example("ims version");
    line.exit_code(0, "always");
    return [](const Environment& environment) -> Result<Exit> {
        environment.out->write(version_line());
        environment.out->write("\n");
        return Exit::clean;
    };
}

}  // namespace ims::commands::version
