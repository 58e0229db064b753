// The readers that live in this program: ours, and two of others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reading.h"
#include "yaml/mistake.h"

namespace ims::test {

struct OurReading {
    Reading reading;
    std::optional<Mistake> mistake;  // the first for which the file is refused
};
OurReading read_as_ours(std::string_view bytes);

// yaml-cpp's YAML::LoadAll: its readings are loosened already.
Reading read_by_yaml_cpp(const std::string& bytes);

bool has_libyaml();
// Requires: has_libyaml().
Reading read_by_libyaml(std::string_view bytes);

}  // namespace ims::test
