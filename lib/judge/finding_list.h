// All findings of a run, one after the other: those that are told, then those that are not. The number of a finding is
// its place among them.
#pragma once

#include <cstddef>
#include <span>

#include "diagnostics/finding.h"

namespace ims {

using FindingId = Id<struct FindingTag>;

class FindingList {
public:
    FindingList() = default;
    FindingList(std::span<const Finding> told, std::span<const Finding> untold) : told_(told), untold_(untold) {}

    [[nodiscard]] std::size_t size() const { return told_.size() + untold_.size(); }
    [[nodiscard]] std::size_t told() const { return told_.size(); }
    [[nodiscard]] const Finding& operator[](FindingId finding) const {
        const std::size_t index = finding.index();
        return index < told_.size() ? told_[index] : untold_[index - told_.size()];
    }

private:
    std::span<const Finding> told_;
    std::span<const Finding> untold_;
};

}  // namespace ims
