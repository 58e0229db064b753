// What `ims doctor` tells: a line for each thing that it looked at.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ims {

struct DoctorLine {
    std::string what;   // "git"
    std::string state;  // how it stands; a sentence without an end
    std::string to_do;  // what to do about it, or can be done; may be empty
    bool fine = true;   // no: it is to be mended
};

class DoctorLines {
public:
    void fine(std::string what, std::string state, std::string to_do = {}) {
        lines_.push_back({std::move(what), std::move(state), std::move(to_do), true});
    }
    void mend(std::string what, std::string state, std::string to_do) {
        lines_.push_back({std::move(what), std::move(state), std::move(to_do), false});
    }
    [[nodiscard]] const std::vector<DoctorLine>& all() const { return lines_; }

private:
    std::vector<DoctorLine> lines_;
};

}  // namespace ims
