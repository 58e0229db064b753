// Where a record that is begun is written, and the bytes that this makes of a file.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "engine/analyze.h"
#include "yaml/parsed_file.h"

namespace ims {

struct NewPlace {
    std::string path;                    // from the folder of ims.yaml
    const ParsedFile* file = nullptr;    // that it is added to; null: a file of its own
    const ParsedFile* beside = nullptr;  // a file with records of the kind, whose style it takes; null: there is none
    std::string_view line_end = "\n";
};

// Where most records of the kind stand: at the end of a file that holds several, or as a file of its own in a folder of
// such; else in a folder named like the kind's plural. An error where the file there could not be read.
Result<NewPlace> place_of_new(const Analysis& analysis, KindId kind, std::string_view id);

// At this path, which is that of a file of the folder or of none yet. An error where one is there but for capitals.
Result<NewPlace> place_at(const Analysis& analysis, KindId kind, std::string_view path);

// The part of a path of the folder that is this path, or leads to it, but for capitals: `Risks` of `Risks/a.yaml` for
// `risks/b.yaml`. Many file systems take them for one. None where there is none.
std::optional<std::string> twin_of(const Analysis& analysis, std::string_view path);

// The file with the record as its last document: its lines, which end with none, and everything else as it was. A last
// line without an end stays so. An error where something else would come to say something else.
Result<std::string> with_record(const ParsedFile& file, std::string_view record, std::string_view line_end);

}  // namespace ims
