// How this system makes, replaces and removes files and folders: what `environment_of_process` hands on. An error names
// the path and what the system said.
#pragma once

#include <string>

#include "base/result.h"
#include "cli/writer.h"

namespace ims {

// For outputs. A pipe or a device is written to; a file gets its bytes when all are written, so that nobody reads half
// of it.
Result<Writer> create_output(const std::string& path);
Result<Writer> append_to_file(const std::string& path);

// For records: what stands there is a file that may be written, or nothing, and the folder takes new files; where there
// is no such folder, the nearest above that is there. Links are followed. An error where it is a folder, a pipe or a
// link that leads nowhere, or nobody may write it.
Outcome may_replace(const std::string& path);
// The same, and opens it: its bytes go to the new file `temporary` in the folder of the file, which `settle` waits to
// see on the disk itself and `finish` gives the name of the file. It keeps the mode of the file, and its owner where
// the system lets it. Where no file was there, and one is when it ends, `finish` fails.
Result<Writer> replace_file(const std::string& path, const std::string& temporary);
// A file that was not there, and stays without `finish` too; `settle` waits to see it on the disk itself.
Result<Writer> make_new_file(const std::string& path);
// Takes the place of a file, or of none.
Outcome move_file(const std::string& from, const std::string& to);
// An error where something has the name already.
Outcome move_to_free_name(const std::string& from, const std::string& to);
Outcome remove_file(const std::string& path);
// Waits until the names in the folder are on the disk itself, where the file system can tell.
Outcome sync_folder(const std::string& path);

long number_of_process();

// Whether it may be run as a program.
bool may_run(const std::string& path);
// Whoever may read it may run it from now on.
Outcome let_run(const std::string& path);

// Nothing happens where it is there.
Outcome make_folder(const std::string& path);
void remove_empty_folder(const std::string& path);

}  // namespace ims
