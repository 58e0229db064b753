// What `ims init` asks, and how an answer is read: from an option or typed at a terminal. An error says what is wrong
// with it, with the nearest word.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "cli/environment.h"
#include "cli/init/starters.h"

namespace ims {

Result<std::string> read_organisation(std::string_view answer);
Result<const Starter*> read_kind_of_work(std::string_view answer);
// Separated by commas; `all` are those that the starter has records for. Names that are nobody's are a folder's own
// disciplines; ones that look like a slip or mean something else (`iso-9001`, `none`, `1`) are not taken.
Result<std::vector<std::string>> read_disciplines(std::string_view answer, const Starter& starter);

// Whether a word alone would be taken as a discipline.
bool is_discipline(std::string_view word);

// Those of them that are not built in.
std::vector<std::string> own_disciplines(const std::vector<std::string>& disciplines);

// What options answer; empty where they leave it open.
struct Given {
    std::string organisation = {};
    std::string kind_of_work = {};
    std::string disciplines = {};
};

// What is proposed.
struct Proposed {
    std::string_view folder;               // its name is what the organisation may be called
    std::vector<std::string> disciplines;  // that records there name already, beside those of the starter
};

// Asks for what was not given where somebody sits at a terminal. Elsewhere the kind of work has to be given, and of the
// rest what would be proposed is taken and told on stderr, unless `quiet`. Leaves the rest of the choice as it is.
Result<InitChoice> ask_for_choice(const Environment& environment, const Given& given, const Proposed& proposed,
                                  bool quiet);

}  // namespace ims
