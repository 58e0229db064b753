#include "judge/cell.h"

namespace ims {

std::string_view to_string(Mark mark) {
    constexpr std::array<std::string_view, 4> kNames = {"plan", "do", "check", "act"};
    return kNames[static_cast<std::size_t>(mark)];
}

std::string_view to_string(Letter letter, Mark mark) {
    constexpr std::array<std::string_view, 4> kCapital = {"P", "D", "C", "A"};
    constexpr std::array<std::string_view, 4> kSmall = {"p", "d", "c", "a"};
    switch (letter) {
        case Letter::none: return "·";
        case Letter::small: return kSmall[static_cast<std::size_t>(mark)];
        case Letter::capital: return kCapital[static_cast<std::size_t>(mark)];
        case Letter::nothing: return "–";
        case Letter::unknown: break;
    }
    return "?";
}

std::string_view to_string(Letter letter) {
    constexpr std::array<std::string_view, 5> kNames = {"none", "small", "capital", "nothing", "unknown"};
    return kNames[static_cast<std::size_t>(letter)];
}

bool Cell::whole() const {
    if (state != CellState::addressed) return false;
    for (const Mark mark : kMarks) {
        const bool never = mark == Mark::act && letter(mark) == Letter::nothing;
        if (letter(mark) != Letter::capital && !never) return false;
    }
    return true;
}

bool Cell::never_acted() const { return state == CellState::addressed && letter(Mark::act) == Letter::nothing; }

std::string Cell::text() const {
    switch (state) {
        case CellState::not_covered: return "";
        case CellState::not_applicable: return "n/a";
        case CellState::unaddressed: return "—";
        case CellState::addressed: break;
    }
    std::string out;
    for (const Mark mark : kMarks) out += to_string(letter(mark), mark);
    return out;
}

std::string Cell::code() const {
    switch (state) {
        case CellState::not_covered: return "not covered";
        case CellState::not_applicable: return "n/a";
        case CellState::unaddressed: return "unaddressed";
        case CellState::addressed: break;
    }
    std::string out;
    for (const Mark mark : kMarks) {
        switch (letter(mark)) {
            case Letter::none: out += '.'; break;
            case Letter::nothing: out += '-'; break;
            default: out += to_string(letter(mark), mark);
        }
    }
    return out;
}

}  // namespace ims
