// The problems of one file, as many as anybody will read.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "yaml/tree.h"

namespace ims {

class Problems {
public:
    void add(YamlProblem problem) {
        add_made([&] { return std::move(problem); });
    }

    // `make` is called only where the problem is kept: a file can hold millions, a tag in each line, say.
    template <class Make>
    void add_made(Make make) {
        if (kept_.size() < kMost) {
            kept_.push_back(make());
        } else {
            ++left_out_;
        }
    }

    // In the order of the file; the last one tells how many were left out.
    std::vector<YamlProblem> take() {
        std::stable_sort(kept_.begin(), kept_.end(),
                         [](const YamlProblem& a, const YamlProblem& b) { return a.begin < b.begin; });
        if (left_out_ > 0)
            kept_.back().message += ", and " + std::to_string(left_out_) + " more problems follow in this file";
        return std::move(kept_);
    }

private:
    static constexpr std::size_t kMost = 1000;
    std::vector<YamlProblem> kept_;
    std::size_t left_out_ = 0;
};

}  // namespace ims
