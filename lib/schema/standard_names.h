// Standards as people call them.
#pragma once

#include <string_view>
#include <vector>

namespace ims {

struct NamedStandards {
    std::vector<std::string_view> ids;  // of built-in catalogues; where the edition is left open all, the newest first
    bool has_edition = false;           // the name says which edition it means, and that one is here
};
// `ISO 9001`, `iso/iec 27001:2022`, `9001`, `DIN EN ISO 14001`; no ids where the text names none that is built in.
NamedStandards standards_named(std::string_view text);

}  // namespace ims
