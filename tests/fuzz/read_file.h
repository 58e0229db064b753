// What must hold of what was read of a file, whatever its bytes, the schema and the settings are.
#pragma once

#include <string>

#include "model/records.h"

namespace ims::fuzz {

// `settings_file`: ims.yaml, where inherited values stand. Empty, or what is wrong.
std::string find_flaw(const ReadFile& file, const ParsedFile& settings_file, const Schema& schema,
                      const Settings& settings);

}  // namespace ims::fuzz
