// What the formats for hosts of git repositories share: where a finding stands as a host knows it, how grave it is in
// three steps, and all that it says as one text.
#pragma once

#include <cstdint>
#include <string>

#include "output/format.h"

namespace ims {

// `warning` is high and medium, `note` is low.
enum class HostLevel : std::uint8_t { error, warning, note };
HostLevel host_level(Grade grade);

// A place as hosts know it. What stands in no file of the folder is shown at the first line of ims.yaml, since hosts
// refuse what stands nowhere.
struct HostPlace {
    std::string path;  // from the root of the repository, with `/`
    Position begin;
    Position end;  // exclusive
};
HostPlace host_place(Span span, const Positions& positions, const Style& style);

// "roles/cashier.yaml:1:7"
std::string to_string(const HostPlace& place);

// What a finding says, a line each: why it is new, and what was seen; its notes; "help: " and what to do. Safe to
// print.
std::string host_message(const CheckResult& result, FindingId id);

// Where a rule's page can be read; empty where the build was told no address.
std::string rule_address(const Style& style, const RuleEntry& rule);

}  // namespace ims
