#include "compare/cell_changes.h"

#include <optional>

namespace ims {
namespace {

// What can be held against each other; none of what is not known, or was not due.
std::optional<int> step_of(Letter letter) {
    switch (letter) {
        case Letter::none: return 0;
        case Letter::small: return 1;
        case Letter::capital: return 2;
        case Letter::nothing:
        case Letter::unknown: break;
    }
    return std::nullopt;
}

bool is_there(const Cell* cell) { return cell != nullptr && cell->state != CellState::not_covered; }

bool says_the_same(const Cell& one, const Cell& other) {
    return one.state == other.state && (one.state != CellState::addressed || one.letters == other.letters);
}

class CellComparer {
public:
    CellComparer(const Analysis& before, const Analysis& now) : before_(before), now_(now) {}

    std::vector<CellChange> run(const RecordPairs& pairs) {
        const Matrix& then = before_.matrix();
        const Matrix& is = now_.matrix();
        compare({}, &then.system, &is.system);
        for (const Matrix::Row& row : is.rows) {
            const RecordId was = pairs.before(row.process);
            compare({was, row.process}, row_of(was), &row.cells);
        }
        for (const Matrix::Row& row : then.rows) {
            const RecordId still = pairs.now(row.process);
            if (still.known() && now_.facts.process(still) != nullptr) continue;
            compare({row.process, still}, &row.cells, nullptr);
        }
        return std::move(changes_);
    }

private:
    [[nodiscard]] const std::vector<Cell>* row_of(RecordId process_before) const {
        if (!process_before.known() || before_.facts.process(process_before) == nullptr) return nullptr;
        return &before_.cells_of(process_before);
    }

    // By name: which disciplines are in force, and in which order, may differ.
    void compare(RecordPair process, const std::vector<Cell>* then, const std::vector<Cell>* now) {
        const auto& names = now_.settings.disciplines;
        for (std::size_t place = 0; place < names.size(); ++place) {
            const auto was = before_.settings.find(names[place].name);
            add(process, names[place].name, was && then != nullptr ? &(*then)[was->index()] : nullptr,
                now == nullptr ? nullptr : &(*now)[place]);
        }
        const auto& old_names = before_.settings.disciplines;
        for (std::size_t place = 0; then != nullptr && place < old_names.size(); ++place) {
            if (!now_.settings.find(old_names[place].name))
                add(process, old_names[place].name, &(*then)[place], nullptr);
        }
    }

    void add(RecordPair process, const std::string& discipline, const Cell* then, const Cell* now) {
        if (!is_there(then)) then = nullptr;
        if (!is_there(now)) now = nullptr;
        if (then == nullptr && now == nullptr) return;
        if (then != nullptr && now != nullptr && says_the_same(*then, *now)) return;
        const Turn turn = then == nullptr ? Turn::begun : now == nullptr ? Turn::ended : turn_of(*then, *now);
        changes_.push_back({process, discipline, then, now, turn});
    }

    const Analysis& before_;
    const Analysis& now_;
    std::vector<CellChange> changes_;
};

}  // namespace

std::string_view to_string(Turn turn) {
    switch (turn) {
        case Turn::better: return "better";
        case Turn::worse: return "worse";
        case Turn::begun: return "new";
        case Turn::ended: return "gone";
        case Turn::other: break;
    }
    return "other";
}

Turn turn_of(const Cell& before, const Cell& now) {
    if (before.state != CellState::addressed || now.state != CellState::addressed) return Turn::other;
    bool up = false;
    bool down = false;
    for (const Mark mark : kMarks) {
        if (before.letter(mark) == now.letter(mark)) continue;
        const auto was = step_of(before.letter(mark));
        const auto is = step_of(now.letter(mark));
        if (!was || !is) return Turn::other;
        (*is > *was ? up : down) = true;
    }
    if (up == down) return Turn::other;
    return up ? Turn::better : Turn::worse;
}

std::vector<CellChange> find_cell_changes(const Analysis& before, const Analysis& now, const RecordPairs& pairs) {
    return CellComparer(before, now).run(pairs);
}

}  // namespace ims
