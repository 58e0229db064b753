// Our reading of YAML against that of yaml-cpp, libyaml and the package `yaml`, on generated files whose values are
// known, and on damaged ones. What differs must be explained by differences.cpp.
// usage: ims_differential EXAMPLES REQUESTS ANSWERS [generated|damaged NUMBER]
//   REQUESTS and ANSWERS lead to read.mjs and back. With a number, that file alone, and the smallest part of it that
//   shows what is not explained.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compare.h"
#include "generate.h"
#include "mutate.h"

using namespace ims::test;

namespace {

constexpr std::uint32_t kFiles = 6000;  // of each sort
constexpr std::uint32_t kLong = 25;     // times as many where IMS_LONG_TESTS is set
constexpr std::uint32_t kBatch = 2000;  // held at once

std::vector<std::string> read_examples(const char* folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".yaml") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> files;
    for (const std::filesystem::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return files;
}

Sample generated(std::uint32_t number) {
    Random random(number);
    Written written = generate(random);
    return {"generated " + std::to_string(number), std::move(written.bytes), std::move(written.meant)};
}

Sample damaged(std::uint32_t number, const std::vector<std::string>& examples) {
    Random random(number ^ 0x5eed0000);
    std::string bytes = random.one_in(3) ? random.pick(examples) : generate(random).bytes;
    return {"damaged " + std::to_string(number), mutate(std::move(bytes), random), {}};
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4 && argc != 6) {
        std::cerr << "usage: ims_differential EXAMPLES REQUESTS ANSWERS [generated|damaged NUMBER]\n";
        return 2;
    }
    const std::vector<std::string> examples = read_examples(argv[1]);
    OtherProgram other(argv[2], argv[3]);
    if (examples.empty() || !other.works()) {
        std::cerr << "no examples, or no way to read.mjs\n";
        return 2;
    }
    Comparison comparison(other, argc == 6);
    if (argc == 6) {
        const auto number = static_cast<std::uint32_t>(std::strtoul(argv[5], nullptr, 10));
        comparison.look_at({std::string_view(argv[4]) == "generated" ? generated(number) : damaged(number, examples)});
        return comparison.finish(false) ? 0 : 1;
    }
    comparison.look_at_examples();
    const bool long_run = std::getenv("IMS_LONG_TESTS") != nullptr;
    const std::uint32_t files = kFiles * (long_run ? kLong : 1);
    for (std::uint32_t first = 0; first < files; first += kBatch) {
        std::vector<Sample> samples;
        for (std::uint32_t number = first; number < first + kBatch; ++number) {
            samples.push_back(generated(number));
            samples.push_back(damaged(number, examples));
        }
        comparison.look_at(samples);
    }
    return comparison.finish(long_run) ? 0 : 1;
}
