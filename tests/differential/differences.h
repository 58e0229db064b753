// Where readers of YAML differ and may: each difference with its reason, a way to tell it, and a file that shows it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "yaml/mistake.h"

#include "reading.h"

namespace ims::test {

enum class Reader { ours, yaml_cpp, libyaml, yaml };
constexpr std::string_view name_of(Reader reader) {
    switch (reader) {
        case Reader::ours: return "ours";
        case Reader::yaml_cpp: return "yaml-cpp";
        case Reader::libyaml: return "libyaml";
        case Reader::yaml: return "yaml";
    }
    return {};
}

struct KnownDifference {
    std::string_view name;
    Reader reader;
    std::string_view reason;
    std::string_view example;  // a file in which it shows

    // It is told in one of two ways. Either by writing the file without what makes the difference: a difference is
    // explained where both then read the file and see the same in it, or both refuse it. So nothing hides behind it.
    std::string (*without)(std::string bytes) = nullptr;
    // Or, where they read what we refuse, by our reason, and by what they make of it.
    std::optional<Mistake> refused_for = {};
    bool (*makes)(const Reading& theirs) = nullptr;
};
std::span<const KnownDifference> known_differences();

}  // namespace ims::test
