// Printing a short document: what `rules`, `list` and `show` share.
#pragma once

#include <string>

#include "cli/command.h"
#include "output/document/document_format.h"
#include "report/document.h"

namespace ims {

struct ViewOptions {
    std::string format = "text";
};

// --format.
void add_view_options(CommandLine& line, ViewOptions& options);

// To standard output. What people read in a log of Actions holds no command.
void print_document(const Document& document, const DocumentFormat& format, const DocumentStyle& style,
                    const Environment& environment);

// Requires: the format is one that the line takes.
void print_view(const Document& document, const ViewOptions& options, const Environment& environment);

}  // namespace ims
