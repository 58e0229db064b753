// Printing a short document: what `rules`, `list` and `show` share.
#pragma once

#include <string>

#include "cli/command.h"
#include "report/document.h"

namespace ims {

struct ViewOptions {
    std::string format = "text";
};

// --format.
void add_view_options(CommandLine& line, ViewOptions& options);

// An error where there is no such format: asked before anything is read.
Outcome check_view_options(const ViewOptions& options);
Outcome print_view(const Document& document, const ViewOptions& options, const Environment& environment);

}  // namespace ims
