// What stands on the line of `ims new`.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"
#include "engine/analyze.h"

namespace ims {

// By their places.
struct NewLine {
    std::string kind;
    std::string id;
    std::vector<std::string> path;  // one, or none
};

// `risk till-stolen`, `risk/till-stolen`, `risk folder/`: a word with a slash is a path where it begins with no kind,
// or something of that name is there.
NewLine line_of_new(const Environment& environment, const std::vector<std::string>& words);

// `owner=cashier`: by field, in the order given; what is given for one field several times stands together.
Result<std::vector<std::pair<std::string, std::vector<std::string>>>> read_sets(const std::vector<std::string>& words,
                                                                                const KindSpec& kind);

// Why an id cannot be one, with one that could.
Error no_id(std::string_view word);
// Whether what is taken for the path of the folder is meant as the id: `ims new risk dust/flour`.
Outcome check_path(const Environment& environment, const NewLine& line);

// What the description of a field gives as an example; "…" where it gives none.
std::string example_of(const KindSpec& kind, std::string_view field);

// --file, as a path from the folder of ims.yaml; empty where it is not given. An error where no record can stand there.
Result<std::string> file_of_new(const Environment& environment, const Analysis& analysis, const std::string& file);

}  // namespace ims
