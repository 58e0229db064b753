#include "output/paint.h"

namespace ims {

std::string Paint::grade(Grade grade, std::string_view text) const {
    switch (grade) {
        case Grade::error: return with("1;31", text);
        case Grade::high: return with("1;35", text);
        case Grade::medium: return with("1;33", text);
        case Grade::low: break;
    }
    return with("1;34", text);
}

std::string Paint::with(std::string_view code, std::string_view text) const {
    if (!on_) return std::string(text);
    std::string painted = "\x1b[";
    painted += code;
    painted += 'm';
    painted += text;
    painted += "\x1b[0m";
    return painted;
}

}  // namespace ims
