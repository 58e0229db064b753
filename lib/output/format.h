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

// Where the files of our own repository stand on the web, without a `/` at the end, as the build was told with
// IMS_DOCS_URL; empty: it was told nothing.
std::string_view built_docs();
// "0.1.0"
std::string_view built_version();

// How a format for people is to look. Formats for programs look only at the ways of paths.
struct Style {
    bool color = false;
    std::size_t jobs = 1;     // threads that may write at once
    std::string root;         // how the folder of ims.yaml is reached from the current one; empty: it is the same
    std::string repository;   // how it is reached from the root of its git repository; empty: it is the same, or none
    std::size_t columns = 0;  // of the screen; 0: no screen, nothing is cut
    std::size_t rows = 0;
    std::string compared_with;  // what `check --since` compares with: "commit 0123456789, …"; empty: with no revision
    std::string command;        // what was asked, to be asked again: `ims check examples/minimal`
    bool summary_only = false;  // the table of rules alone
    bool findings_only = false;  // nothing but findings
    bool everything = false;     // on a screen too
    // Where pages of rules are linked to; empty: nowhere.
    std::string docs = std::string(built_docs());
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
// As the host of the repository knows it: from its root, as it is.
std::string host_path(const Style& style, std::string_view path);

}  // namespace ims
