// All that a command may know of the outside: files, streams, screen, today. A value, so that tests make their own.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "base/date.h"
#include "check/rule_set.h"
#include "cli/platform/folders.h"
#include "cli/platform/screen.h"
#include "cli/writer.h"
#include "source/file_system.h"

namespace ims {

struct Environment {
    const FileSystem* files = nullptr;
    Writer* out = nullptr;  // the result
    Writer* err = nullptr;  // progress, hints, trouble
    Screen in_screen;       // whether somebody types
    Screen out_screen;
    Screen err_screen;
    bool no_color = false;     // NO_COLOR
    bool force_color = false;  // FORCE_COLOR
    Date today;
    std::function<Date()> calendar;        // for who runs past midnight: the day of now; empty: it is always today
    RuleSet rules = RuleSet::built_in();   // those that this program has
    std::string git;                       // the command; empty: none is asked
    std::function<std::uint64_t()> clock;  // nanoseconds since any beginning
    // What a variable of the surroundings says; none where it is not set, or empty. None is asked where this is empty.
    std::function<std::optional<std::string>(const std::string& name)> variable;
    // The next line that somebody types, without its end; none where no more come. Nobody is asked where this is empty.
    std::function<std::optional<std::string>()> read_line;
    // Makes a file, or takes the place of the one that is there once all is written and `finish` was called: nobody
    // finds half a file.
    std::function<Result<Writer>(const std::string& path)> create_output;
    // Writes to the end of a file, which it makes where there is none.
    std::function<Result<Writer>(const std::string& path)> append_to_file;
    // For what people keep, through `FileChanges` (cli/file_changes.h) alone; see cli/platform/disk.h.
    std::function<Outcome(const std::string& path)> may_replace;
    std::function<Result<Writer>(const std::string& path, const std::string& temporary)> replace_file;
    std::function<Result<Writer>(const std::string& path)> make_new;
    std::function<Outcome(const std::string& from, const std::string& to)> move_file;
    std::function<Outcome(const std::string& from, const std::string& to)> move_to_free_name;
    std::function<Outcome(const std::string& path)> remove_file;
    std::function<Outcome(const std::string& folder)> sync_folder;
    std::function<std::optional<FolderLock>(const std::string& folder, const std::function<void()>& tell_waiting)>
        wait_for_folder;
    // Told once such files are written, so that no later trouble sounds as if they were not. Nobody is told where this
    // is empty.
    std::function<void()> files_are_written;
    // Whoever may read the file may run it from now on.
    std::function<Outcome(const std::string& path)> let_run;
    long process = 0;  // its number: names of temporary files hold it
    // Whether the system would run a file. Nobody tells where this is empty.
    std::function<bool(const std::string& path)> may_run;
    std::function<Outcome(const std::string& path)> make_folder;
    // Only where nothing is in it.
    std::function<void(const std::string& path)> remove_empty_folder;
    // For folders that are made anew as a whole, through `ReportsBeside`; see cli/platform/folders.h.
    std::function<Result<std::string>(const std::string& path)> make_folder_beside;
    std::function<std::optional<FolderLock>(const std::string& folder)> lock_folder;
    std::function<Outcome(const std::string& built, const std::string& path)> take_place;
    std::function<Outcome(const std::string& from, const std::string& to)> link_file;
    std::function<void(const std::string& from, const std::string& to)> keep_mode;
    std::function<void(const std::string& folder)> remove_folder;
};

// None where it is not set, or empty, or nobody tells.
std::optional<std::string> variable_of(const Environment& environment, const std::string& name);

// Whether what is printed goes to a log of GitHub Actions, which obeys commands in it.
bool under_actions(const Environment& environment);

// That of this process. The streams must outlive it.
Environment environment_of_process(const FileSystem& files, Writer& out, Writer& err);

}  // namespace ims
