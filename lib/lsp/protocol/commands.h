// The commands that a client may have the server run (`workspace/executeCommand`).
#pragma once

#include <array>
#include <span>
#include <string_view>

namespace ims {

// Writes an exception for a finding: {"uri", "rule", "line", "reason", "by", "until"}. `line`, from 0, may be left out;
// of the rest what is not there is left to fill in, or as ims proposes it.
inline constexpr std::string_view kAcceptFinding = "ims.acceptFinding";
// Shows the page of a rule: {"rule"}.
inline constexpr std::string_view kOpenRulePage = "ims.openRulePage";

inline std::span<const std::string_view> all_commands_of_server() {
    static constexpr std::array kAll = {kAcceptFinding, kOpenRulePage};
    return kAll;
}

}  // namespace ims
