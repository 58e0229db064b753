// A finding as a JSON object on one line: what the formats json and jsonl share.
#pragma once

#include <string>

#include "diagnostics/finding.h"
#include "source/source_map.h"

namespace ims {

// Lines and columns from 1, columns in code points, ends exclusive; paths from the folder of ims.yaml. Valid JSON
// whatever bytes the texts hold.
// `rule`: its name.
std::string finding_json(const Finding& finding, std::string_view rule, const std::string& fingerprint,
                         const Positions& positions);

}  // namespace ims
