// The problems of one file, as many as anybody will read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "yaml/tree.h"

namespace ims {

class Problems {
public:
    // A file can hold millions, a tag in each line, say.
    void add(const YamlProblem& problem) {
        if (kept_.size() < kMost) {
            kept_.push_back(problem);
        } else {
            ++left_out_;
        }
    }

    // In the order of the file; the last one tells how many were left out.
    std::vector<YamlProblem> take() {
        std::stable_sort(kept_.begin(), kept_.end(),
                         [](const YamlProblem& a, const YamlProblem& b) { return a.begin < b.begin; });
        if (left_out_ > 0) kept_.back().left_out = left_out_;
        return std::move(kept_);
    }

private:
    static constexpr std::size_t kMost = 1000;
    std::vector<YamlProblem> kept_;
    std::uint32_t left_out_ = 0;
};

}  // namespace ims
