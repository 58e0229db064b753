// `ims schema --write`: the schemas in `.ims/`, and where asked for the settings of an editor, as files.
#pragma once

#include <string>

#include "cli/command.h"

namespace ims {

struct WriteSchemas {
    std::string schemas;  // as of `--schemas`
    std::string editor;   // empty: none
    bool dry_run = false;
};

// For the folder of the nearest ims.yaml. Says what was written and what to do next.
Result<Exit> write_schemas(const WriteSchemas& wish, const Environment& environment);

// A hint on standard error where the folder has `.ims/`, and it is not what would be written now.
void tell_stale_schemas(const Environment& environment, const Analysis& analysis);

}  // namespace ims
