// The formats of `check`: one file and one line in formats.def each. A format writes piece by piece, so that a long
// result never stands in memory twice.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "output/check_result.h"
#include "output/sink.h"

namespace ims {

// How a format for people is to look. Formats for machines look at none of it.
struct Style {
    bool color = false;
    std::string root;         // how the folder of ims.yaml is reached from the current one; empty: it is the same
    std::size_t columns = 0;  // of the screen; 0: no screen, nothing is cut
    std::size_t rows = 0;
    std::string command;         // what was asked, to be asked again: `ims check examples/minimal`
    bool summary_only = false;   // the table of rules alone
    bool findings_only = false;  // nothing but findings
    bool everything = false;     // on a screen too
};

enum class MeantFor { people, programs };

struct Format {
    std::string_view name;
    MeantFor meant_for;
    std::string_view summary;
    void (*write)(const CheckResult& result, const Style& style, const Sink& sink);
};

namespace formats {
#define IMS_FORMAT(identifier, meant_for, summary) \
    void identifier(const CheckResult& result, const Style& style, const Sink& sink);
#include "output/formats.def"
#undef IMS_FORMAT
}  // namespace formats

// In the order of formats.def; the first is the default.
std::span<const Format> all_formats();
const Format* find_format(std::string_view name);

// A record file's path as a person in the current folder would write it, safe to print.
std::string shown_path(const Style& style, std::string_view path);

}  // namespace ims
