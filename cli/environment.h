// All that a command may know of the outside: files, streams, screen, today. A value, so that tests make their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "base/date.h"
#include "check/rule_set.h"
#include "cli/writer.h"
#include "source/file_system.h"

namespace ims {

struct Screen {
    bool terminal = false;
    std::size_t columns = 0;  // 0: unknown
    std::size_t rows = 0;
};

struct Environment {
    const FileSystem* files = nullptr;
    Writer* out = nullptr;  // the result
    Writer* err = nullptr;  // progress, hints, trouble
    Screen out_screen;
    Screen err_screen;
    bool no_color = false;     // NO_COLOR
    bool force_color = false;  // FORCE_COLOR
    Date today;
    RuleSet rules = RuleSet::built_in();   // those that this program has
    std::string git;                       // the command; empty: none is asked
    std::function<std::uint64_t()> clock;  // nanoseconds since any beginning
    // Makes a file, or takes the place of the one that is there once all is written and `finish` was called: nobody
    // finds half a file.
    std::function<Result<Writer>(const std::string& path)> create;
    std::function<Outcome(const std::string& path)> make_folder;
    // Only where nothing is in it.
    std::function<void(const std::string& path)> remove_empty_folder;
};

// That of this process. The streams must outlive it.
Environment environment_of_process(const FileSystem& files, Writer& out, Writer& err);

}  // namespace ims
