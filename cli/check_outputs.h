// Where a run of `check` writes what it found: formats and their places, on the command line and in a pipeline.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"
#include "output/format.h"

namespace ims {

// A format and where it goes; an empty file is standard output.
struct Destination {
    const Format* format = nullptr;
    std::string file;
};

// What `--format` asks for. Without it text, and under GitHub Actions annotations behind it. `folders`: how many are
// checked; for several a format that is one whole thing needs a file, of which each folder gets one of its own.
Result<std::vector<Destination>> read_formats(const Environment& environment, const std::vector<std::string>& words,
                                              std::size_t folders);

// Where there is to be colour, as `--color` says.
struct Coloring {
    bool on_screen = false;
    bool in_files = false;
};
Coloring read_coloring(const Environment& environment, const std::string& choice);

// How each folder is told, and what there is of it.
struct FolderResult {
    CheckResult result;
    Style style;
    std::string name;  // as it was given on the command line: for a line of its own, and for the names of files
};

// Where several folders are told to people, a line for each comes first.
Outcome write_outputs(const Environment& environment, const std::vector<Destination>& destinations,
                      std::vector<FolderResult>& folders, Coloring coloring);

// For the page that GitHub Actions shows of a run, where it asks for one.
Outcome write_step_summary(const Environment& environment, const std::vector<FolderResult>& folders);

}  // namespace ims
