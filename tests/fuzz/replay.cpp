// What the fuzzers are fed first, and all that they ever found, without a fuzzer: replay TARGET FOLDER…
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/targets.h"

namespace {

namespace fs = std::filesystem;
using Target = std::string (*)(std::string_view);

constexpr std::array<std::pair<std::string_view, Target>, 6> kTargets = {{{"parser", ims::fuzz::parser},
                                                                          {"rewriter", ims::fuzz::rewriter},
                                                                          {"times", ims::fuzz::times},
                                                                          {"schemas", ims::fuzz::schemas},
                                                                          {"settings", ims::fuzz::settings},
                                                                          {"pages", ims::fuzz::pages}}};

// Folders that git does not keep, since nothing is in them, hold nothing.
std::vector<fs::path> files_in(const std::vector<std::string>& folders) {
    std::vector<fs::path> files;
    for (const std::string& folder : folders) {
        if (!fs::exists(folder)) continue;
        for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> words(arguments + 1, arguments + count);
    const auto* const target = std::ranges::find(kTargets, words.empty() ? std::string_view() : words[0],
                                                 &std::pair<std::string_view, Target>::first);
    if (target == kTargets.end()) {
        std::fprintf(stderr, "usage: replay TARGET FOLDER…\n");
        return 2;
    }
    const std::vector<fs::path> files = files_in({words.begin() + 1, words.end()});
    int flaws = files.empty() ? 1 : 0;
    for (const fs::path& file : files) {
        // Before it is tried, so that the last one named is the one that ends the program.
        std::printf("%s\n", file.c_str());
        std::fflush(stdout);
        std::ifstream in(file, std::ios::binary);
        const std::string input{std::istreambuf_iterator<char>(in), {}};
        const std::string flaw = target->second(input);
        if (flaw.empty()) continue;
        std::printf("  what must hold does not: %s\n", flaw.c_str());
        ++flaws;
    }
    std::printf("%zu inputs, %d flaws\n", files.size(), flaws);
    return flaws == 0 ? 0 : 1;
}
