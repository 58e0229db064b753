// `ims check --watch`: a run, and another whenever a file was saved, until somebody ends it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/check_outputs.h"
#include "cli/command.h"
#include "cli/paths.h"
#include "cli/states.h"

namespace ims {

struct WatchOptions {
    bool wanted = false;
    bool poll = false;   // look at the files instead of being told
    bool quiet = false;  // says that there was a run, and nothing else of its own
};

// --watch, --poll.
void add_watch_options(CommandLine& line, WatchOptions& options);

// An error where such a run cannot be repeated with each save. `stats`: they were asked for.
Outcome may_be_watched(const WatchOptions& options, const StateOptions& states, bool stats,
                       const std::vector<Destination>& destinations);

// `run` reads the folders by what is `kept` of them, and prints to what it is given; an error of a file is told, and
// mended by the next save. Ends where whoever reads what is printed has gone, with what the last run came to; or with
// an error that is none of a file.
Result<Exit> watch(const Environment& environment, const WatchOptions& options, const std::vector<Place>& places,
                   KeptFolders& kept, const std::function<Result<Exit>(const Environment&)>& run);

}  // namespace ims
