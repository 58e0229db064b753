// `check --fix`: mends what a program can mend, in rounds, since what was mended may show what else there is to do;
// then the files are written, all or none, or shown as a patch.
#pragma once

#include <string>

#include "cli/command_line.h"
#include "cli/states.h"
#include "output/check_result.h"
#include "output/mendable.h"

namespace ims {

struct MendOptions {
    bool safe = false;    // --fix
    bool unsafe = false;  // --unsafe-fixes
    bool diff = false;    // --diff: a patch instead of files; without the others safe fixes
    [[nodiscard]] bool wanted() const { return safe || unsafe || diff; }
};

void add_mend_options(CommandLine& line, MendOptions& options);

// What goes together with nothing else that was asked for.
Outcome check_mend_options(const MendOptions& options, const StateOptions& states, bool with_formats);

struct MendWish {
    MendOptions options;
    StateOptions states;
    CheckFilter filter;   // what people are told is what is mended
    std::string root;     // of the folder of ims.yaml
    std::string way;      // to it from the root of its repository, for patches
    std::string command;  // what was asked, to be asked again with another option
};

// Mends the folder and says on standard error what was done. A patch goes to standard output. Returns the states as
// they are afterwards, or would be.
Result<States> mend_folder(const Environment& environment, const MendWish& wish);

}  // namespace ims
