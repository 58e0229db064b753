// What `ims init` writes for a kind of work. Starters are records that people edit, in cli/starters/<name>/; the build
// puts them in here. They are YAML as they stand there, but for a few lines and words:
//   #if quality privacy … #end   is left out where none of these disciplines was chosen; no record is left, no file is;
//   #others … #end               stands once for each chosen discipline that no `#if` of the file names;
//   disciplines: [a, b]          keeps those that were chosen;
//   ORGANISATION, DISCIPLINES, DISCIPLINE, IGNORED   what was answered, see starters.cpp;
//   # STANDARDS                  names the standard of the discipline before it, where there is one;
//   responsibilities:            and any key of that sort is left out where nothing is left behind it;
//   2026-04-01                   every date counts from 2026-01-01, the day on which the folder is begun.
// `#if foreign-files` stands for files of other programs that lie in the folder.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "cli/editor_files.h"

namespace ims {

struct Starter {
    std::string_view name;
    std::string_view says;         // for whom it is
    std::string_view disciplines;  // that it proposes, as somebody would type them
};

std::span<const Starter> starters();

// A file of a starter, as people edit it.
struct StarterFile {
    std::string_view starter;
    std::string_view path;  // from the folder of ims.yaml
    std::string_view text;
};

// Of all starters, by path.
std::span<const StarterFile> starter_files();

// What was asked and answered.
struct InitChoice {
    std::string organisation;  // valid UTF-8 on one line
    const Starter* starter = nullptr;
    std::vector<std::string> disciplines;  // at least one
    Date today;
    std::vector<std::string> foreign;  // patterns for `ignore`: files of other programs
};

// The disciplines that it has records for.
std::vector<std::string> disciplines_of(const Starter& starter);

// `role/owner`: the one record of a file of a starter. Empty for ims.yaml.
std::string record_of(const TextFile& file);

// The files of the starter for this choice, ims.yaml first.
std::vector<TextFile> write_starter(const InitChoice& choice);

}  // namespace ims
