// Colour for screens. Nothing is ever told by colour alone.
#pragma once

#include <string>
#include <string_view>

#include "diagnostics/rule_id.h"

namespace ims {

class Paint {
public:
    explicit Paint(bool on) : on_(on) {}
    [[nodiscard]] std::string grade(Grade grade, std::string_view text) const;
    [[nodiscard]] std::string strong(std::string_view text) const { return with("1", text); }
    // Lines, arrows and numbers around the text.
    [[nodiscard]] std::string frame(std::string_view text) const { return with("36", text); }

private:
    [[nodiscard]] std::string with(std::string_view code, std::string_view text) const;
    bool on_;
};

}  // namespace ims
